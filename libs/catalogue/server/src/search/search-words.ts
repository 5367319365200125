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

/**
 * Adds the spellings that stand in these datasets, as far as everyone may find them, to the words that a misspelt query
 * is put right by. It only adds, and doing it twice does nothing: a spelling whose last dataset is gone finds nothing and is
 * therefore not suggested; `rebuildSearchWords` takes it away.
 */
export async function refreshSearchWords(queries: Queries, datasetIds: readonly string[]): Promise<void> {
  const rows = await queries.rows<Words>(
    `select dataset.content, organisation.name as publisher from dataset_search
     join dataset on dataset.id = dataset_search.dataset join organisation on organisation.id = dataset.organisation
     where dataset_search.dataset = any($1::uuid[]) and audience = ${audienceCodes.public}`,
    [datasetIds],
  );
  const words = new Set(
    rows.flatMap(({ content, publisher }) => [...spellingsOf(content), ...foldWords(publisher).filter(isSpelling)]),
  );
  if (words.size === 0) return;
  // In the order of their spelling, so that two at once never wait for each other.
  await queries.rows(`insert into search_word (word) select unnest($1::text[]) on conflict do nothing`, [
    [...words].sort(),
  ]);
}

const batch = 500;

/** Makes the spellings anew from all datasets that everyone may find. For a schedule or the operator, in a transaction. */
export async function rebuildSearchWords(transaction: Queries): Promise<void> {
  await transaction.rows('delete from search_word');
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = await transaction.rows<{ id: string }>(
      `select dataset as id from dataset_search where dataset > $1 and audience = 0 order by dataset limit ${batch}`,
      [after],
    );
    if (ids.length === 0) return;
    await refreshSearchWords(
      transaction,
      ids.map(({ id }) => id),
    );
    after = ids.at(-1)?.id ?? after;
  }
}
