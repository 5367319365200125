import type { Queries } from '#platform/database';
import type { CompiledQuery } from './compile-query.ts';

/**
 * Which of the words match the query, by the same stemming as the search. Stemming never changes a first letter, so only
 * words that begin as one of the query's do are asked about.
 */
export async function matchingWords(
  queries: Queries,
  { rank }: CompiledQuery,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const beginnings = new Set([...rank.matchAll(/'((?:[^']|'')+)'/gu)].map(([, lexeme = '']) => [...lexeme][0]));
  const likely = words.filter((word) => beginnings.has([...word][0]));
  if (likely.length === 0) return new Set();
  const rows = await queries.rows<{ word: string }>(
    `select word from unnest($1::text[]) as word
     where to_tsvector('english', word) || to_tsvector('simple', word) @@ $2::tsquery`,
    [likely, rank],
  );
  return new Set(rows.map(({ word }) => word));
}
