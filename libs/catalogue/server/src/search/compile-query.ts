import type { Queries } from '#platform/database';
import { operatorsOf, type QueryText } from './query-text.ts';

/** A query as PostgreSQL has understood it: text forms of `tsquery`, empty where there is nothing to ask. */
export interface CompiledQuery {
  /** What must be found, and what must not be found beside it. */
  readonly match: string;
  /** Any of the words: by this one ranks and marks. */
  readonly rank: string;
  /** What must not be found, where nothing else is asked for. */
  readonly without: string;
}

export const emptyQuery: CompiledQuery = { match: '', rank: '', without: '' };

/** Stems the words and drops those that say nothing ("the", "of"). The last word matches by its stem or as a beginning. */
export async function compileQuery(queries: Queries, text: QueryText): Promise<CompiledQuery> {
  const { all, any, begun, begins, none } = operatorsOf(text);
  if (all === '' && begun === '' && none === '') return emptyQuery;
  const [compiled] = await queries.rows<CompiledQuery>(
    `select case when numnode(wanted) = 0 then '' when numnode(excluded) = 0 then wanted::text
         else (wanted && !!excluded)::text end as match,
       rank::text as rank, case when numnode(wanted) = 0 then excluded::text else '' end as without
     from (select needed && word as wanted, helpful || word as rank, excluded
       from (select to_tsquery('english', $1) as needed, to_tsquery('english', $2) as helpful,
           case when numnode(stem) = 0 then stem else stem || to_tsquery('simple', $4) end as word,
           to_tsquery('english', $5) as excluded
         from to_tsquery('english', $3) as stem) as given) as compiled`,
    [all, any, begun, begins, none],
  );
  return compiled ?? emptyQuery;
}
