import type { SearchQuery } from '#catalogue/contracts';
import type { Dataset, DatasetContent } from '#catalogue/domain';
import type { Actor } from '#kernel';
import type { Queries } from '#platform/database';
import type { CompiledQuery } from './compile-query.ts';
import { foldText } from './folding.ts';
import { chosenFacets, holdsChosen, matched, Parameters, seenBy } from './matching.ts';

/** One dataset found, with what its summary shows. */
export interface FoundRow {
  readonly id: string;
  readonly state: Dataset;
  readonly content: Pick<DatasetContent, 'title' | 'summary' | 'description' | 'modified'>;
  readonly changed_at: Date;
  readonly organisation_slug: string;
  readonly organisation_name: string;
}

const columns = `dataset.id, dataset.state, dataset.changed_at, organisation.slug as organisation_slug,
  organisation.name as organisation_name, jsonb_build_object('title', dataset.content -> 'title', 'summary', dataset.content -> 'summary',
    'description', left(dataset.content ->> 'description', 5000), 'modified', dataset.content -> 'modified') as content`;

/** Weights of D, C, B and A: body, what it is about, labels, title. */
const weights = `'{0.1, 0.2, 0.4, 1.0}'`;

function orderOf({ sort, q }: SearchQuery, { rank }: CompiledQuery, parameters: Parameters): string {
  if (sort === 'title') return 'title_key, dataset';
  if (sort === 'newest' || rank === '') return 'newest desc, dataset';
  const sameTitle = `title_key = ${parameters.add(foldText(q))}`;
  return `(${sameTitle}) desc, ts_rank(${weights}, head, ${parameters.add(rank)}::tsquery) desc, newest desc, dataset`;
}

/** The datasets of one page of a search, in its order. A page beyond the last is empty. */
export async function findPage(
  queries: Queries,
  query: SearchQuery,
  compiled: CompiledQuery,
  reader: Actor,
): Promise<FoundRow[]> {
  const parameters = new Parameters();
  const conditions = [
    matched(compiled, parameters),
    seenBy(reader, parameters),
    ...chosenFacets(query).map((name) => holdsChosen(name, query[name], parameters)),
  ];
  const order = orderOf(query, compiled, parameters);
  const limit = `limit ${parameters.add(query.size)} offset ${parameters.add((query.page - 1) * query.size)}`;
  const rows = await queries.rows<FoundRow>(
    `select ${columns}
     from (select dataset as id, row_number() over () as place from (
       select dataset from dataset_search where ${conditions.join(' and ')} order by ${order} ${limit}) as ordered) as page
     join dataset on dataset.id = page.id join organisation on organisation.id = dataset.organisation
     order by page.place`,
    parameters.values,
  );
  return rows.map((row) => ({ ...row, content: withoutNulls(row.content) }));
}

const withoutNulls = <Content extends object>(content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null)) as Content;
