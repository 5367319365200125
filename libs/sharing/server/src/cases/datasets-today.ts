import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import type { Queries } from '#platform/database';
import type { DatasetToday, Lane } from '#sharing/domain';

/** The lane that data about people asks for; what nobody has stated raises none by itself, and is screened by the answers. */
const laneOfSensitivity: Readonly<Record<string, Lane>> = {
  personal: 'B',
  'special-category': 'C',
};

const laneOf = (code: string): Lane => laneOfSensitivity[code] ?? 'A';

export const todayOfDataset = (dataset: SharedDataset): DatasetToday => ({
  dataset: dataset.id,
  organisation: dataset.organisation.id,
  owners: dataset.owners,
  ...(dataset.unit === undefined ? {} : { unit: dataset.unit }),
  columns: dataset.columns.map(({ id, sensitivity }) => ({ id, lane: laneOf(sensitivity.code) })),
  lane: laneOf(dataset.personalData.code),
  requestable: dataset.requestable,
});

/** Datasets as they are today, for rules about requests; those that are gone are left out. */
export async function datasetsToday(queries: Queries, ids: readonly string[]): Promise<readonly DatasetToday[]> {
  return [...(await sharedDatasets(queries, ids)).values()].map(todayOfDataset);
}
