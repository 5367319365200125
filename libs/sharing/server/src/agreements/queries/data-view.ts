import type { SharedDataset } from '#catalogue/server';
import type * as z from 'zod';
import type { agreedColumnView, agreedDatasetView, recipientView } from '#sharing/contracts';
import {
  columnFormLabels,
  rowsInWords,
  ruleInWords,
  type AgreedColumn,
  type AgreedDataset,
  type Asker,
} from '#sharing/domain';
import type { Names } from '../../queries/names.ts';

const gone = 'a column that is gone';

/** Columns of a dataset by id, with the names they have today. */
const namesIn = (shared: SharedDataset | undefined): ReadonlyMap<string, string> =>
  new Map(shared?.columns.map(({ id, name }) => [id, name]));

export function columnView(
  { column, form, rule }: AgreedColumn,
  shared: SharedDataset | undefined,
): z.infer<typeof agreedColumnView> {
  const known = shared?.columns.find(({ id }) => id === column);
  return {
    id: column,
    name: known?.name ?? gone,
    ...(known?.title === undefined ? {} : { title: known.title }),
    form: { code: form, label: columnFormLabels[form] },
    ...(rule === undefined ? {} : { rule, ruleText: ruleInWords(rule) }),
  };
}

/** Which rows, in words; absent where all are given. */
export function rowsText(rows: AgreedDataset['rows'], shared: SharedDataset | undefined): { rowsText?: string } {
  const text = rowsInWords(rows, namesIn(shared));
  return text === undefined ? {} : { rowsText: text };
}

/** @param drafts whether this reader chooses rows: then all columns are named */
export function datasetView(
  { dataset, columns, whole, rows }: AgreedDataset,
  shared: SharedDataset | undefined,
  drafts: boolean,
): z.infer<typeof agreedDatasetView> {
  return {
    id: dataset,
    slug: shared?.slug ?? '',
    title: shared?.title ?? 'A dataset that is gone',
    whole,
    columns: columns.map((column) => columnView(column, shared)),
    rows: rows.map((filter) => ('is' in filter ? { ...filter, is: [...filter.is] } : { ...filter })),
    ...rowsText(rows, shared),
    available: drafts ? (shared?.columns ?? []).map(({ id, name }) => ({ id, name })) : [],
  };
}

/** Who receives, as people read it: an individual is named to the two sides alone. */
export function recipientOf({ organisation, person }: Asker, names: Names): z.infer<typeof recipientView> {
  if (organisation === undefined) return { name: names.person(person) };
  const known = names.organisation(organisation);
  return { name: known.name, organisation: known };
}
