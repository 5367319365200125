import type { SharedDataset } from '#catalogue/server';
import type { AskedDatasetView } from '#sharing/contracts';
import type { BasketItem, CaseDataset } from '#sharing/domain';

const notStated = { code: 'not-stated', label: 'Not stated' };

/** What is asked of one dataset, as pages show it; of one that is gone only what was asked remains. */
export function askedDatasetView(
  item: BasketItem,
  shared: SharedDataset | undefined,
  inCase?: CaseDataset,
): AskedDatasetView {
  const { dataset, columns, fields, rows } = item;
  const justified = new Map(columns.map(({ column, justification }) => [column, justification]));
  const ids = inCase?.columns ?? columns.map(({ column }) => column);
  const known = new Map(shared?.columns.map((column) => [column.id, column]));
  return {
    id: dataset,
    slug: shared?.slug ?? '',
    title: shared?.title ?? 'A dataset that is gone',
    publisher: shared?.organisation ?? { id: dataset, slug: '', name: '' },
    access: shared?.access ?? notStated,
    personalData: shared?.personalData ?? notStated,
    columns: ids.map((id) => ({
      ...(known.get(id) ?? { id, name: 'a column that is gone', sensitivity: notStated }),
      justification: justified.get(id) ?? '',
    })),
    ...(fields === undefined ? {} : { fields }),
    ...(rows === undefined ? {} : { rows }),
    whole: inCase?.whole ?? item.whole ?? false,
    available: shared?.columns.map((column) => ({ ...column })) ?? [],
    requestable: shared?.requestable ?? false,
    ...(shared?.requestable ? {} : { trouble: 'This dataset cannot be asked for any more.' }),
  };
}
