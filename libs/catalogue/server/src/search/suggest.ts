import type { Actor } from '#kernel';
import type { Queries } from '#platform/database';
import { compileQuery } from './compile-query.ts';
import { foldWords } from './folding.ts';
import { matched, Parameters, seenBy } from './matching.ts';
import { parseQueryText, type QueryText } from './query-text.ts';

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other. */
export function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let beforeLast: number[] = [];
  let last = b.map((_, index) => index + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let fewest = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        fewest = Math.min(fewest, (beforeLast[j - 2] ?? 0) + 1);
      row.push(fewest);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const mostSuggestions = 6;
const mostMisspelt = 5;

/** Words within reach: one slip in a short word, two in a longer one. */
async function nearbyWords(queries: Queries, word: string): Promise<string[]> {
  const rows = await queries.rows<{ word: string }>(
    `select word from search_word where word % $1 order by similarity(word, $1) desc, word limit 40`,
    [word],
  );
  const reach = [...word].length <= 4 ? 1 : 2;
  return rows
    .map((row) => ({ word: row.word, slips: distance(word, row.word) }))
    .filter(({ slips }) => slips > 0 && slips <= reach)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, mostSuggestions)
    .map((candidate) => candidate.word);
}

interface Found {
  readonly word: string;
  readonly count: number;
}

/** In how many datasets that this reader may find each word stands; counting stops at a thousand. */
async function countsFor(queries: Queries, words: readonly string[], reader: Actor): Promise<Found[]> {
  const parameters = new Parameters();
  const given = parameters.add(words);
  return queries.rows<Found>(
    `select word, (select count(*) from (select from dataset_search
       where words @@ to_tsquery('english', quote_literal(word)) and ${seenBy(reader, parameters)} limit 1000) as found
     )::integer as count from unnest(${given}::text[]) as word`,
    parameters.values,
  );
}

async function corrected(queries: Queries, word: string, reader: Actor): Promise<string | undefined> {
  const nearby = await nearbyWords(queries, word);
  if (nearby.length === 0) return undefined;
  const counts = new Map((await countsFor(queries, nearby, reader)).map((found) => [found.word, found.count]));
  let best: { word: string; slips: number; count: number } | undefined;
  for (const candidate of nearby) {
    const [slips, count] = [distance(word, candidate), counts.get(candidate) ?? 0];
    if (count === 0) continue;
    if (!best || slips < best.slips || (slips === best.slips && count > best.count))
      best = { word: candidate, slips, count };
  }
  return best?.word;
}

/**
 * The query with its misspelt words put right; undefined where there is nothing to put right. Misspelt is a word that this
 * reader finds nowhere; put right it is by one that the reader does find, so a word in hidden datasets is never given away.
 */
export async function suggestQuery(
  queries: Queries,
  typed: string,
  text: QueryText,
  reader: Actor,
): Promise<string | undefined> {
  const asked = [
    ...new Set([...text.words, ...text.phrases.flat(), ...(text.begun === undefined ? [] : [text.begun])]),
  ];
  const lookedAt = asked.filter((word) => [...word].length >= 3 && /\p{L}/u.test(word)).slice(0, 20);
  if (lookedAt.length === 0) return undefined;
  const counts = await countsFor(queries, lookedAt, reader);
  const misspelt = counts.filter(({ count }) => count === 0).slice(0, mostMisspelt);
  const replacements = new Map<string, string>();
  for (const { word } of misspelt) {
    const better = await corrected(queries, word, reader);
    if (better === undefined) return undefined;
    replacements.set(word, better);
  }
  if (replacements.size === 0) return undefined;
  const better = typed.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (piece) => {
    const [word, ...more] = foldWords(piece);
    return (word !== undefined && more.length === 0 && replacements.get(word)) || piece;
  });
  return (await findsSomething(queries, better, reader)) ? better : undefined;
}

async function findsSomething(queries: Queries, typed: string, reader: Actor): Promise<boolean> {
  const compiled = await compileQuery(queries, parseQueryText(typed));
  const parameters = new Parameters();
  const [row] = await queries.rows<{ found: boolean }>(
    `select exists (select from dataset_search where ${matched(compiled, parameters)} and ${seenBy(reader, parameters)}) as found`,
    parameters.values,
  );
  return row?.found ?? false;
}
