import type { Queries } from '#platform/database';
import type { MessageKind, MessageSide } from '#sharing/domain';

/** A message or a note as it stands in a timeline; who may read it is the caller's to check (`isShownTo`). */
export interface SpokenMessageRow {
  readonly id: string;
  readonly case: string;
  readonly side: MessageSide;
  readonly kind: MessageKind;
  readonly person: string;
  /** Empty where it was erased. */
  readonly personName: string;
  /** Absent for an individual. */
  readonly organisationName?: string;
  /** Empty where the words were erased. */
  readonly text: string;
  readonly at: Date;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly side: MessageSide;
  readonly kind: MessageKind;
  readonly person: string;
  readonly person_name: string | null;
  readonly organisation_name: string | null;
  readonly text: string | null;
  readonly posted_at: Date;
}

/** All that was said about these cases, oldest first. */
export async function messagesOf(queries: Queries, cases: readonly string[]): Promise<readonly SpokenMessageRow[]> {
  if (cases.length === 0) return [];
  const rows = await queries.rows<Row>(
    `select message.id, message.case_id, message.side, message.kind, message.person, person.name as person_name,
       organisation.name as organisation_name, message.content->>'text' as text, message.posted_at
     from case_message message
     left join person on person.id = message.person
     left join organisation on organisation.id = message.writes_for
     where message.case_id = any($1::uuid[]) order by message.posted_at, message.id`,
    [cases],
    'messages-of-cases',
  );
  return rows.map(({ id, side, kind, person, ...row }) => ({
    ...{ id, case: row.case_id, side, kind, person, personName: row.person_name ?? '', text: row.text ?? '' },
    ...(row.organisation_name === null ? {} : { organisationName: row.organisation_name }),
    at: row.posted_at,
  }));
}
