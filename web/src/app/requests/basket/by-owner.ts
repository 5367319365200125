import type { WantedDataset } from './basket-items.ts';

export interface OwnerGroup {
  readonly publisher: WantedDataset['publisher'];
  readonly items: readonly WantedDataset[];
}

/** By the organisation that will decide, in the order in which each came first. */
export function byOwner(items: readonly WantedDataset[]): readonly OwnerGroup[] {
  const owners = [...new Map(items.map(({ publisher }) => [publisher.id, publisher])).values()];
  return owners.map((publisher) => ({
    publisher,
    items: items.filter((item) => item.publisher.id === publisher.id),
  }));
}
