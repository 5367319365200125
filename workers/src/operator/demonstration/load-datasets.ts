import type { DatasetCommand } from '#catalogue/domain';
import { slugOf } from '#kernel';
import type { LocalDate, PersonActor } from '#kernel';
import type { WrittenFile } from '#platform/storage';
import { shelves } from './datasets/index.ts';
import { describe } from './describe.ts';
import { csvOf, rowsOf } from './files/index.ts';
import type { PlacedOrganisation } from './load-organisations.ts';
import { found } from './loading.ts';
import type { Loading } from './loading.ts';
import { entered } from './moments.ts';
import { organisations as allOrganisations } from './organisations.ts';
import type { DemonstrationDataset, Shelf } from './shape.ts';

export interface Placed {
  readonly organisations: ReadonlyMap<string, PlacedOrganisation>;
  /** Ids of the people by key. */
  readonly people: ReadonlyMap<string, string>;
}

type PlacedWithFiles = Placed & { readonly files: ReadonlyMap<string, WrittenFile> };

/** A dataset as it was entered, for those who ask for it. */
export interface PlacedDataset {
  readonly id: string;
  /** Key of its organisation. */
  readonly organisation: string;
  /** Ids of its columns by name. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A dataset on its way into the catalogue. */
interface Entering {
  readonly id: string;
  readonly dataset: DemonstrationDataset;
  /** As it was described when it was entered. */
  readonly before: ReturnType<typeof describe>;
  /** As it is described today: the same columns and distributions, with newer dates. */
  readonly today: ReturnType<typeof describe>;
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

/** A shelf with its datasets on their way. */
export interface FilledShelf {
  readonly shelf: Shelf;
  readonly entering: readonly Entering[];
}

/** Enters what the organisations have to offer before anybody asks, as their stewards and owners would. */
export async function enterDatasets(loading: Loading, placed: PlacedWithFiles): Promise<readonly FilledShelf[]> {
  loading.moveTo(entered.datasets);
  const filled = shelves.map((shelf) => ({ shelf, entering: enteringOf(loading, shelf) }));
  for (const one of filled) await enterShelf(loading, placed, one);
  return filled;
}

/** Brings the dates of the datasets up to today. */
export async function refreshDatasets(loading: Loading, placed: Placed, filled: readonly FilledShelf[]): Promise<void> {
  loading.moveTo(entered.refreshed);
  for (const { shelf, entering } of filled) {
    const give = giving(loading, found(placed.organisations, shelf.organisation).id, entering);
    const steward = await loading.actor(found(placed.people, shelf.steward));
    await give(steward, ({ today }) => ({ type: 'describe-dataset', description: today }));
  }
}

/** The datasets by key, for those who ask for them. */
export const placedDatasets = (filled: readonly FilledShelf[]): ReadonlyMap<string, PlacedDataset> =>
  new Map(
    filled.flatMap(({ shelf, entering }) =>
      entering.map(({ id, dataset, before }) => [
        dataset.key,
        {
          id,
          organisation: shelf.organisation,
          columns: new Map((before.columns ?? []).map((column) => [column.name, column.id])),
        },
      ]),
    ),
  );

function enteringOf(loading: Loading, shelf: Shelf): Entering[] {
  const organisation = allOrganisations.find(({ key }) => key === shelf.organisation);
  if (organisation === undefined) throw new Error(`The demonstration has no ${shelf.organisation}`);
  const firstDay = loading.days.before(entered.datasets.on);
  return shelf.datasets.map((dataset) => {
    const ids: string[] = [];
    const made = (): string => {
      const id = loading.newId();
      ids.push(id);
      return id;
    };
    const on = (today: LocalDate, newId: () => string) => describe(dataset, { organisation, today, newId });
    const before = on(firstDay, made);
    return { id: loading.newId(), dataset, before, today: on(loading.today, () => ids.shift() ?? '') };
  });
}

const giving =
  (loading: Loading, organisation: string, entering: readonly Entering[]): Give =>
  async (actor, commandOf) => {
    const items = entering.flatMap((one) => {
      const command = commandOf(one);
      return command === undefined ? [] : [{ id: one.id, command }];
    });
    await loading.give(loading.context.datasets, { ...actor, actingFor: organisation }, items);
  };

async function enterShelf(loading: Loading, placed: PlacedWithFiles, { shelf, entering }: FilledShelf): Promise<void> {
  const organisation = found(placed.organisations, shelf.organisation);
  const give = giving(loading, organisation.id, entering);
  const steward = await loading.actor(found(placed.people, shelf.steward));
  const owner = await loading.actor(found(placed.people, shelf.owner));
  await give(steward, registering(organisation));
  await give(owner, ({ dataset: { access } }) => ({ type: 'set-access', access }));
  await give(owner, ({ dataset: { visibility } }) => visibility && { type: 'set-visibility', visibility });
  await give(owner, () => ({ type: 'assign-responsibility', owners: [owner.person], steward: steward.person }));
  await give(steward, ({ dataset }) => (dataset.state === 'draft' ? undefined : { type: 'publish-dataset' }));
  // Files stand there from the first day: what is agreed later is delivered from them.
  await give(steward, attaching(placed.files));
  await give(steward, ({ dataset: { withdrawal } }) =>
    withdrawal === undefined ? undefined : { type: 'withdraw-dataset', reason: withdrawal },
  );
}

const registering =
  ({ id: organisation, units }: PlacedOrganisation) =>
  ({ id, dataset, before }: Entering): DatasetCommand => ({
    type: 'register-dataset',
    id,
    organisation,
    ...(dataset.unit === undefined ? {} : { unit: found(units, dataset.unit) }),
    slug: slugOf(dataset.title, 'dataset'),
    description: before,
  });

const attaching =
  (files: ReadonlyMap<string, WrittenFile>) =>
  ({ dataset, before }: Entering): DatasetCommand | undefined => {
    const place = dataset.forms.indexOf('stored');
    const distribution = before.distributions?.[place];
    if (distribution === undefined) return undefined;
    const file = { ...found(files, dataset.key), mediaType: 'text/csv' };
    return { type: 'attach-file', distribution: distribution.id, file, fileName: `${dataset.key}.csv` };
  };
