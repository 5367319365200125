import { lifted } from '#ledger/contracts';
import type { Queries } from '#platform/database';
import { agreementEvents, type TimelineEntry } from '#sharing/contracts';
import { partyOf, peopleOfSigning, signerKey, type AgreementEvent, type Side, type SignerWords } from '#sharing/domain';
import { Names } from '../../queries/names.ts';
import { signingPage } from '../signing/signing-link.ts';
import { describeAgreementEvent, insideOfProvider } from './describe-agreement.ts';
import { noteOf } from './signature-views.ts';

interface EntryRow {
  readonly type: AgreementEvent['type'];
  readonly schema_version: number;
  readonly at: Date;
  readonly facts: unknown;
  readonly actor_kind: string;
  readonly actor_machine: string | null;
  readonly actor_standing: string;
  readonly person_name: string | null;
  readonly organisation_name: string | null;
  readonly content: Readonly<Record<string, unknown>> | null;
}

function byWhom(row: EntryRow, side: Side): string {
  if (row.actor_machine === signingPage && row.type !== 'agreement-in-force') return 'From a page sent by mail';
  if (row.actor_kind === 'machine') return 'Wayleave';
  const own = side === 'board' || (partyOf(row.actor_standing) === 'recipient') === (side === 'requester');
  const name = row.person_name ?? 'somebody whose name was erased';
  return own || row.organisation_name === null ? name : row.organisation_name;
}

/** Events whose sentence names somebody who has no account. */
const withSigner: readonly AgreementEvent['type'][] = ['agreement-signed-by-mail', 'agreement-signed-on-paper'];

const signatureIn = (event: AgreementEvent) =>
  event.type === 'agreement-signed-by-mail'
    ? ({ ...event.facts.signature, how: 'by-mail' } as const)
    : event.type === 'agreement-signed-on-paper'
      ? ({ ...event.facts.signature, how: 'on-paper' } as const)
      : undefined;

function peopleIn(event: AgreementEvent): readonly string[] {
  const signature = signatureIn(event);
  return signature ? peopleOfSigning({ signatures: [signature] }) : [];
}

function sentenceOf(event: AgreementEvent, { content }: EntryRow, names: Names): string {
  const signature = signatureIn(event);
  const signer = signature && (content?.[signerKey(signature.party)] as SignerWords | undefined);
  return signature && signer
    ? `Signed for the ${signature.party} by ${signer.name}, ${noteOf(signature, signer.position, names)}`
    : describeAgreementEvent(event);
}

/** All that happened to an agreement, oldest first, as one side reads it. */
export async function agreementTimeline(queries: Queries, id: string, side: Side): Promise<TimelineEntry[]> {
  const rows = await queries.rows<EntryRow>(
    `select entry.type, entry.schema_version, entry.at, entry.facts, entry.actor_kind, entry.actor_machine, entry.actor_standing,
       person.name as person_name, organisation.name as organisation_name, private.body as content
     from ledger_entry entry
     left join person on person.id = entry.actor_person
     left join organisation on organisation.id = entry.actor_organisation
     left join ledger_private private on private.entry = entry.id and entry.type = any($2::text[])
     where entry.stream = $1 order by entry.revision`,
    [id, withSigner],
    'agreement-timeline',
  );
  const told = rows
    .filter(({ type }) => side !== 'requester' || !insideOfProvider.has(type))
    .map((row) => {
      const facts = lifted(agreementEvents[row.type], row.schema_version, row.facts);
      return { row, event: { type: row.type, facts } as AgreementEvent };
    });
  const names = await Names.of(
    queries,
    told.flatMap(({ event }) => peopleIn(event)),
    [],
  );
  return told.map(({ row, event }) => ({
    at: row.at.toISOString(),
    sentence: sentenceOf(event, row, names),
    by: byWhom(row, side),
    kind: 'event' as const,
  }));
}
