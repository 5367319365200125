import { localDate } from '#kernel';
import type { Queries } from '#platform/database';
import type { RequestView } from '#sharing/contracts';

export interface CaseRead {
  readonly case: string;
  readonly request: string;
  readonly person: string;
  /** For which organisation they read. */
  readonly organisation: string;
  readonly at: Date;
}

/** Writes down that somebody of another side reads the answers; once a day is enough to tell who. */
export async function recordCaseRead(queries: Queries, read: CaseRead): Promise<void> {
  await queries.rows(
    `insert into case_read (case_id, request, person, organisation, day, at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [read.case, read.request, read.person, read.organisation, localDate(read.at.toISOString()), read.at],
    'case-read',
  );
}

interface Row {
  readonly organisation: RequestView['reads'][number]['organisation'];
  readonly people: number;
  readonly last: Date;
  readonly file: string | null;
}

/** Which organisations have read the answers, and which files they were given; the newest first. */
export async function readsOf(queries: Queries, request: string): Promise<RequestView['reads']> {
  const rows = await queries.rows<Row>(
    `select jsonb_build_object('id', organisation.id, 'slug', organisation.slug, 'name', organisation.name)
         as organisation, read.people, read.last, read.file
     from (
       select organisation, count(distinct person)::integer as people, max(at) as last, null as file
       from case_read where request = $1 group by organisation
       union all
       select evidence_read.organisation, count(distinct person)::integer, max(evidence_read.at), evidence_file.name
       from evidence_read join evidence_file on evidence_file.id = evidence_read.file
       where evidence_read.request = $1 group by evidence_read.organisation, evidence_file.name
     ) read join organisation on organisation.id = read.organisation
     order by read.last desc, read.file nulls first`,
    [request],
    'reads-of-request',
  );
  return rows.map(({ organisation, people, last, file }) => ({
    organisation,
    people,
    last: last.toISOString(),
    ...(file === null ? {} : { file }),
  }));
}
