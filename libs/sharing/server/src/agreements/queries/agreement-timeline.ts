import { lifted } from '#ledger/contracts';
import type { Queries } from '#platform/database';
import { agreementEvents, type TimelineEntry } from '#sharing/contracts';
import { partyOf, type AgreementEvent, type Side } from '#sharing/domain';
import { describeAgreementEvent, insideOfProvider } from './describe-agreement.ts';

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
    .filter(({ type }) => side !== 'requester' || !insideOfProvider.has(type))
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
