import { lifted } from '#ledger/contracts';
import type { Queries } from '#platform/database';
import { agreementEvents, type TimelineEntry } from '#sharing/contracts';
import { partyOf, type AgreementEvent, type Side } from '#sharing/domain';

interface EntryRow {
  readonly type: AgreementEvent['type'];
  readonly schema_version: number;
  readonly at: Date;
  readonly facts: unknown;
  readonly actor_kind: string;
  readonly actor_standing: string;
  readonly person_name: string | null;
  readonly organisation_name: string | null;
}

/** What the provider did while the terms were its alone is read by its own side. */
const inside: ReadonlySet<AgreementEvent['type']> = new Set(['agreement-data-set', 'agreement-term-set']);

/** What one event says in a timeline. */
export function describeAgreementEvent(event: AgreementEvent): string {
  switch (event.type) {
    case 'agreement-drafted':
      return 'Terms drafted from the decision';
    case 'agreement-data-set':
      return 'The data was set out exactly';
    case 'agreement-term-set':
      return 'First and last day were set';
    case 'agreement-offered':
      return 'Terms sent to the recipient';
    case 'agreement-taken-back':
      return 'Terms taken back to be drafted again';
    case 'agreement-clause-changed':
      return event.facts.struck ? 'A clause was taken out' : 'A clause was changed';
    case 'agreement-clause-proposed':
      return event.facts.proposal.strikes ? 'Proposed to take a clause out' : 'Proposed a change to a clause';
    case 'agreement-proposal-closed':
      return event.facts.result === 'declined' ? 'A proposed change was declined' : 'A proposed change was taken back';
    case 'agreement-signatures-asked':
      return 'Terms frozen for signature';
    case 'agreement-signed':
      return `Signed for the ${event.facts.signature.party}`;
    case 'agreement-in-force':
      return 'In force';
    case 'agreement-suspended':
      return 'Suspended';
    case 'agreement-resumed':
      return 'In force again';
    case 'agreement-ended':
      return { expired: 'Ended on its date', terminated: 'Ended by agreement', revoked: 'Ended by the owner' }[
        event.facts.how
      ];
    case 'agreement-abandoned':
      return 'Abandoned';
    case 'agreement-delivered':
      return 'The data was handed over for the first time';
    case 'agreement-disposal-confirmed':
      return 'The recipient confirmed that the data is deleted';
    case 'agreement-closed-unconfirmed':
      return 'Closed without a confirmation that the data is deleted';
  }
}

function byWhom(row: EntryRow, side: Side): string {
  if (row.actor_kind === 'machine') return 'Wayleave';
  const own = side === 'board' || (partyOf(row.actor_standing) === 'recipient') === (side === 'requester');
  const name = row.person_name ?? 'somebody whose name was erased';
  return own || row.organisation_name === null ? name : row.organisation_name;
}

/** All that happened to an agreement, oldest first, as one side reads it. */
export async function agreementTimeline(queries: Queries, id: string, side: Side): Promise<TimelineEntry[]> {
  const rows = await queries.rows<EntryRow>(
    `select entry.type, entry.schema_version, entry.at, entry.facts, entry.actor_kind, entry.actor_standing,
       person.name as person_name, organisation.name as organisation_name
     from ledger_entry entry
     left join person on person.id = entry.actor_person
     left join organisation on organisation.id = entry.actor_organisation
     where entry.stream = $1 order by entry.revision`,
    [id],
    'agreement-timeline',
  );
  return rows
    .filter(({ type }) => side !== 'requester' || !inside.has(type))
    .map((row) => {
      const facts = lifted(agreementEvents[row.type], row.schema_version, row.facts);
      return {
        at: row.at.toISOString(),
        sentence: describeAgreementEvent({ type: row.type, facts } as AgreementEvent),
        by: byWhom(row, side),
        kind: 'event' as const,
      };
    });
}
