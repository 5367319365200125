import type { EventContract } from '#ledger/contracts';
import { lifted } from '#ledger/contracts';
import { fewIds, type Queries } from '#platform/database';
import { caseEvents, requestEvents, type TimelineEntry } from '#sharing/contracts';
import type { CaseEvent, RequestEvent, Side } from '#sharing/domain';
import type { SpokenMessageRow } from '../talk/index.ts';
import { describeCaseEvent, describeRequestEvent } from './describe-event.ts';

export type MessagesOf = (queries: Queries, cases: readonly string[]) => Promise<readonly SpokenMessageRow[]>;

interface EntryRow {
  readonly stream: string;
  readonly kind: string;
  readonly type: string;
  readonly schema_version: number;
  readonly at: Date;
  readonly facts: unknown;
  readonly body: Record<string, unknown> | null;
  readonly actor_kind: string;
  readonly actor_standing: string;
  readonly person_name: string | null;
  readonly organisation_name: string | null;
}

/** Whose timeline, by whom, and which cases of it. */
export interface TimelineReading {
  readonly queries: Queries;
  readonly request: string;
  readonly cases: readonly string[];
  readonly side: Side;
  readonly messagesOf: MessagesOf;
}

const standingWords: Readonly<Record<string, string>> = {
  owner: 'data owner',
  steward: 'steward',
  adviser: 'adviser',
  siro: 'SIRO',
  administrator: 'administrator',
  signatory: 'signatory',
  assignee: 'assigned to it',
  board: 'board',
  requester: 'requester',
};

const requesterStanding = 'requester';

/** Names for one's own side; an organisation and a role for the other. */
function byWhom(row: EntryRow, side: Side): string {
  if (row.actor_kind === 'machine') return 'Wayleave';
  const name = row.person_name ?? 'somebody';
  const role = standingWords[row.actor_standing] ?? row.actor_standing;
  const ownSide = (row.actor_standing === requesterStanding) === (side === 'requester');
  if (ownSide || side === 'board') return `${name}, ${role}`;
  return row.organisation_name === null ? name : `${row.organisation_name}, ${role}`;
}

/** Where the words of an event stand that are read beside it, and whether by the office alone; of all others none are shown. */
const spoken: Readonly<Record<string, { readonly part: string; readonly field: string; readonly inside?: true }>> = {
  'case-held': { part: 'hold', field: 'reason' },
  'case-deadline-extended': { part: 'extension', field: 'reason' },
  'case-decision-rescinded': { part: 'rescinded', field: 'reasons' },
  'case-review-asked': { part: 'review', field: 'asked' },
  'case-review-concluded': { part: 'reviewed', field: 'reasons' },
  'case-sample-opened': { part: 'sample', field: 'reason', inside: true },
  'case-lane-set': { part: 'lane', field: 'reason', inside: true },
  'case-went-on-without-advice': { part: 'wentOn', field: 'reason', inside: true },
};

function spokenText(type: string, body: EntryRow['body'], side: Side): string | undefined {
  const words = spoken[type];
  if (!words || (words.inside && side === 'requester')) return undefined;
  const found = (body?.[words.part] as Record<string, unknown> | undefined)?.[words.field];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

const spokenTypes = Object.keys(spoken)
  .map((type) => `'${type}'`)
  .join(', ');

function entryOf(row: EntryRow, side: Side): TimelineEntry[] {
  const contracts: Readonly<Record<string, EventContract>> = row.kind === 'request' ? requestEvents : caseEvents;
  const contract = contracts[row.type];
  if (!contract) return [];
  const event = { type: row.type, facts: lifted(contract, row.schema_version, row.facts) };
  const sentence =
    row.kind === 'request' ? describeRequestEvent(event as RequestEvent) : describeCaseEvent(event as CaseEvent, side);
  if (sentence === undefined) return [];
  const text = spokenText(row.type, row.body, side);
  return [
    {
      at: row.at.toISOString(),
      sentence,
      by: byWhom(row, side),
      ...(row.kind === 'request' ? {} : { case: row.stream }),
      kind: 'event',
      ...(text === undefined ? {} : { text }),
    },
  ];
}

const saidBy = ({ side: from, personName, organisationName }: SpokenMessageRow, side: Side): string => {
  const own = (from === 'requester') === (side === 'requester');
  return own || organisationName === undefined ? personName : organisationName;
};

/** All that happened and was said, oldest first, as one side reads it. */
export async function timelineOf(reading: TimelineReading): Promise<TimelineEntry[]> {
  const { queries, request, cases, side, messagesOf } = reading;
  const streams = fewIds([request, ...cases], 1, 4);
  const [rows, messages] = await Promise.all([
    queries.rows<EntryRow>(
      `select entry.stream, entry.kind, entry.type, entry.schema_version, entry.at, entry.facts, words.body,
         entry.actor_kind, entry.actor_standing, person.name as person_name, organisation.name as organisation_name
       from ledger_entry entry
       left join ledger_private words on words.entry = entry.id and entry.type in (${spokenTypes})
       left join person on person.id = entry.actor_person
       left join organisation on organisation.id = entry.actor_organisation
       where entry.stream = any(${streams.sql}) order by entry.at, entry.stream, entry.revision`,
      streams.values,
      streams.few ? 'timeline' : undefined,
    ),
    side === 'board' ? [] : messagesOf(queries, cases),
  ]);
  const spoken = messages
    .filter(({ kind }) => kind === 'message' || side === 'owner')
    .map((message): TimelineEntry => ({
      at: message.at.toISOString(),
      sentence: message.kind === 'note' ? 'Note' : 'Message',
      by: saidBy(message, side),
      case: message.case,
      kind: message.kind,
      text: message.text,
    }));
  const events = rows.flatMap((row) => entryOf(row, side));
  return [...events, ...spoken].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
