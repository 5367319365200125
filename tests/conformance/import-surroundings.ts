import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { importCatalogue, type ImportReport, type ImportRequest } from '#catalogue/server';
import { uuidv7, type MachineActor } from '#kernel';
import { organisationAggregate, type NamedOrganisation } from '#organisations/server';
import { FetchedFiles, GuardedFetcher } from '#platform/http-client';
import { systemClock } from '#platform/observability';
import { testDatabase, type TestDatabase } from '#testing';
import { compose, type Composition } from '../../workers/src/composition.ts';

type Place = Pick<NamedOrganisation, 'id' | 'slug' | 'name'>;

export interface ImportedRow {
  readonly slug: string;
  readonly revision: number;
  readonly lifecycle: string;
  readonly access: string;
  readonly source_present: boolean;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export const machine: MachineActor = { kind: 'machine', name: 'operator-command-line' };

export const record = (n: number, more: object = {}) => ({
  '@type': 'dcat:Dataset',
  'dct:identifier': `id-${n}`,
  'dct:title': `Dataset ${n}`,
  'dcat:distribution': [{ 'dcat:accessURL': `https://x.example/${n}.csv`, 'dct:format': 'CSV' }],
  ...more,
});

export const records = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => record(from + index));

export const catalogue = (dataset: unknown, more: object = {}): string => {
  const head = { '@id': 'https://data.ellermouth.example', 'dct:title': 'Ellermouth data' };
  return JSON.stringify({ ...head, 'dcat:dataset': dataset, ...more });
};

/** A database, a folder for feeds and, for each test, an organisation without datasets. */
export class ImportSurroundings {
  given!: TestDatabase;
  parts!: Composition;
  folder!: string;
  organisation!: Place;
  private files = 0;

  /** Sets up and clears away around the specs of a file. */
  static around(): ImportSurroundings {
    const surroundings = new ImportSurroundings();
    beforeAll(async () => {
      surroundings.given = await testDatabase();
      surroundings.parts = compose(surroundings.given.database, systemClock);
      surroundings.folder = await mkdtemp(join(tmpdir(), 'wayleave-import-'));
    });
    beforeEach(() => surroundings.organise());
    afterAll(async () => {
      await surroundings.given.close();
      await rm(surroundings.folder, { recursive: true });
    });
    return surroundings;
  }

  private async organise(): Promise<void> {
    const id = uuidv7(Date.now());
    this.organisation = { id, slug: `council-${id}`, name: 'Ellermouth City Council' };
    const { slug, name } = this.organisation;
    const command = {
      type: 'register-organisation',
      id,
      slug,
      kind: 'council',
      standing: 'unclaimed',
      profile: { name },
    } as const;
    await this.parts.door.execute(organisationAggregate, machine, { id, command });
  }

  async put(content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, `${(this.files += 1)}.json`);
    await writeFile(path, content);
    return path;
  }

  /** Imports a feed (text), a list of records, or what stands at `options.reference`. */
  readonly attempt = async (content: unknown, options: Partial<ImportRequest> = {}) => {
    const reference = options.reference ?? (await this.put(typeof content === 'string' ? content : catalogue(content)));
    const fetched = new FetchedFiles(join(this.folder, 'fetched'), new GuardedFetcher({ allowPrivate: true }));
    const { organisation, folder: cwd } = this;
    const request = { reference, cwd, organisation, dryRun: false, acceptRemovals: false, ...options };
    return importCatalogue(request, { ...this.parts, database: this.given.database, clock: systemClock, fetched });
  };

  /** As `attempt`, for what must succeed; its sums must add up. */
  readonly read = async (content: unknown, options?: Partial<ImportRequest>): Promise<ImportReport> => {
    const outcome = await this.attempt(content, options);
    if (!outcome.ok) throw new Error(outcome.refusals[0]?.message);
    const { read: all, created, updated, unchanged, skipped } = outcome.value;
    expect(created + updated + unchanged + skipped).toBe(all);
    return outcome.value;
  };

  /** The organisation's datasets, by their identifiers. */
  readonly here = (): Promise<ImportedRow[]> =>
    this.given.database.rows<ImportedRow>(
      `select slug, revision, lifecycle, access, source_present, content->>'title' as title, content from dataset
       where organisation = $1 order by content->>'identifier'`,
      [this.organisation.id],
    );

  readonly entries = async (): Promise<number> => {
    const [row] = await this.given.database.rows<{ count: number }>(
      'select count(*)::integer as count from ledger_entry',
    );
    return row?.count ?? 0;
  };
}
