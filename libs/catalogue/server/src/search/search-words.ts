import type { DatasetContent } from '#catalogue/domain';
import type { Queries } from '#platform/database';
import { foldWords } from './folding.ts';
import { audienceCodes } from './search-row.ts';

/** A spelling worth suggesting: letters, three to thirty. */
const isSpelling = (word: string): boolean => /^\p{L}{3,30}$/u.test(word);

const spellingsOf = ({
  title,
  alternativeTitle,
  summary,
  description,
  keywords = [],
  columns = [],
}: DatasetContent): string[] => {
  const texts = [
    title,
    alternativeTitle,
    summary,
    description?.slice(0, 5000),
    ...keywords,
    ...columns.map(({ name }) => name),
  ];
  return foldWords(texts.filter((text) => text !== undefined).join(' ')).filter(isSpelling);
};

interface Words {
  readonly content: DatasetContent;
  readonly publisher: string;
}

/** Spellings of these datasets, as far as everyone may find them. */
async function spellingsIn(queries: Queries, datasetIds: readonly string[]): Promise<Set<string>> {
  const rows = await queries.rows<Words>(
    `select dataset.content, organisation.name as publisher from dataset_search
     join dataset on dataset.id = dataset_search.dataset join organisation on organisation.id = dataset.organisation
     where dataset_search.dataset = any($1::uuid[]) and audience = ${audienceCodes.public}`,
    [datasetIds],
  );
  return new Set(
    rows.flatMap(({ content, publisher }) => [...spellingsOf(content), ...foldWords(publisher).filter(isSpelling)]),
  );
}

/** In the order of their spelling, so that two at once never wait for each other. */
const keepSpellings = (queries: Queries, words: ReadonlySet<string>): Promise<object[]> =>
  queries.rows(`insert into search_word (word) select unnest($1::text[]) on conflict do nothing`, [[...words].sort()]);

/**
 * Adds the spellings that stand in these datasets, as far as everyone may find them, to the words that a misspelt query
 * is put right by. It only adds, and doing it twice does nothing: a spelling whose last dataset is gone finds nothing and is
 * therefore not suggested; `rebuildSearchWords` takes it away.
 */
export async function refreshSearchWords(queries: Queries, datasetIds: readonly string[]): Promise<void> {
  const words = await spellingsIn(queries, datasetIds);
  if (words.size > 0) await keepSpellings(queries, words);
}

const batch = 500;

/**
 * Makes the spellings anew from all datasets that everyone may find. It reads first and writes last, so that reactions to
 * changes do not wait for it, and takes away only what was there when it began.
 */
export async function rebuildSearchWords(queries: Queries): Promise<void> {
  const before = await queries.rows<{ word: string }>('select word from search_word');
  const words = new Set<string>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = await queries.rows<{ id: string }>(
      `select dataset as id from dataset_search where dataset > $1 and audience = 0 order by dataset limit ${batch}`,
      [after],
    );
    if (ids.length === 0) break;
    const found = await spellingsIn(
      queries,
      ids.map(({ id }) => id),
    );
    for (const word of found) words.add(word);
    after = ids.at(-1)?.id ?? after;
  }
  await keepSpellings(queries, words);
  const gone = before.map(({ word }) => word).filter((word) => !words.has(word));
  await queries.rows('delete from search_word where word = any($1::text[])', [gone]);
}
