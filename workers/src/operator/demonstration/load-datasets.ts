import type { DatasetCommand } from '#catalogue/domain';
import { slugOf } from '#kernel';
import type { PersonActor } from '#kernel';
import type { WrittenFile } from '#platform/storage';
import { shelves } from './datasets/index.ts';
import { describe } from './describe.ts';
import { csvOf, rowsOf } from './files/index.ts';
import type { PlacedOrganisation } from './load-organisations.ts';
import { found } from './loading.ts';
import type { Loading } from './loading.ts';
import { organisations as allOrganisations } from './organisations.ts';
import type { DemonstrationDataset, Shelf } from './shape.ts';

export interface Placed {
  readonly organisations: ReadonlyMap<string, PlacedOrganisation>;
  readonly people: ReadonlyMap<string, PersonActor>;
  /** Files in the store, by the key of their dataset. */
  readonly files: ReadonlyMap<string, WrittenFile>;
}

/** A dataset on its way into the catalogue. */
interface Entering {
  readonly id: string;
  readonly dataset: DemonstrationDataset;
  readonly description: ReturnType<typeof describe>;
}

type Give = (actor: PersonActor, commandOf: (entering: Entering) => DatasetCommand | undefined) => Promise<void>;

/** Writes the files of the demonstration into the store. Whoever calls removes them if what follows fails. */
export async function storeFiles({
  context,
  today,
}: Pick<Loading, 'context' | 'today'>): Promise<Map<string, WrittenFile>> {
  const keys = shelves
    .flatMap(({ datasets }) => datasets.filter(({ forms }) => forms.includes('stored')))
    .map(({ key }) => key);
  const written = await Promise.all(
    keys.map(async (key) => {
      const bytes = Buffer.from(csvOf(rowsOf(key, today)), 'utf8');
      return [key, await context.storage.write(onePiece(bytes))] as const;
    }),
  );
  return new Map(written);
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Enters what the organisations have to offer, as their stewards and owners would. Answers how many datasets. */
export async function loadDatasets(loading: Loading, placed: Placed): Promise<number> {
  for (const shelf of shelves) await loadShelf(loading, placed, shelf);
  return shelves.reduce((sum, { datasets }) => sum + datasets.length, 0);
}

async function loadShelf(loading: Loading, placed: Placed, shelf: Shelf): Promise<void> {
  const organisation = found(placed.organisations, shelf.organisation);
  const described = allOrganisations.find(({ key }) => key === shelf.organisation);
  if (described === undefined) throw new Error(`The demonstration has no ${shelf.organisation}`);
  const entering = shelf.datasets.map((dataset): Entering => {
    const describing = { organisation: described, today: loading.today, newId: () => loading.newId() };
    return { id: loading.newId(), dataset, description: describe(dataset, describing) };
  });
  const give: Give = async (actor, commandOf) => {
    const items = entering.flatMap((one) => {
      const command = commandOf(one);
      return command === undefined ? [] : [{ id: one.id, command }];
    });
    await loading.give(loading.context.datasets, { ...actor, actingFor: organisation.id }, items);
  };
  const steward = found(placed.people, shelf.steward);
  const owner = found(placed.people, shelf.owner);
  await give(steward, registering(organisation));
  await give(steward, attaching(placed.files));
  await give(owner, ({ dataset: { access } }) => ({ type: 'set-access', access }));
  await give(owner, ({ dataset: { visibility } }) => visibility && { type: 'set-visibility', visibility });
  await give(owner, () => ({ type: 'assign-responsibility', owners: [owner.person], steward: steward.person }));
  await give(steward, ({ dataset }) => (dataset.state === 'draft' ? undefined : { type: 'publish-dataset' }));
  await give(steward, ({ dataset: { withdrawal } }) =>
    withdrawal === undefined ? undefined : { type: 'withdraw-dataset', reason: withdrawal },
  );
}

const registering =
  ({ id: organisation, units }: PlacedOrganisation) =>
  ({ id, dataset, description }: Entering): DatasetCommand => ({
    type: 'register-dataset',
    id,
    organisation,
    ...(dataset.unit === undefined ? {} : { unit: found(units, dataset.unit) }),
    slug: slugOf(dataset.title, 'dataset'),
    description,
  });

const attaching =
  (files: ReadonlyMap<string, WrittenFile>) =>
  ({ dataset, description }: Entering): DatasetCommand | undefined => {
    const place = dataset.forms.indexOf('stored');
    const distribution = description.distributions?.[place];
    if (distribution === undefined) return undefined;
    const file = { ...found(files, dataset.key), mediaType: 'text/csv' };
    return { type: 'attach-file', distribution: distribution.id, file, fileName: `${dataset.key}.csv` };
  };
