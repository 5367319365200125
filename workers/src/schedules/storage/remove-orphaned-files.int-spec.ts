import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetAggregate, postgresSearchIndex } from '#catalogue/server';
import { uuidv7, type MachineActor } from '#kernel';
import { Door, type AnyAggregate } from '#ledger/server';
import { organisationAggregate } from '#organisations/server';
import { createLog } from '#platform/observability';
import { DiskStorage, type WrittenFile } from '#platform/storage';
import { testDatabase, type TestDatabase } from '#testing';
import type { WorkerParts } from '../../worker-parts.ts';
import { removeOrphanedFiles } from './remove-orphaned-files.ts';

/** Files are as old as the disk says: the schedule comes round in a later century. */
const clock = { now: () => new Date('2126-01-01T00:00:00.000Z') };
const newId = (): string => uuidv7(clock.now().getTime());
const operator: MachineActor = { kind: 'machine', name: 'operator-command-line' };

let files: TestDatabase;
let root: string;
let storage: DiskStorage;
let door: Door;

beforeAll(async () => {
  files = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'orphans-'));
  door = new Door(files.database, clock, new Set());
});
afterAll(async () => {
  await files.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(() => {
  storage = new DiskStorage(join(root, newId()));
});

async function* text(): AsyncIterable<Uint8Array> {
  yield Buffer.from('road,count\n');
}
const write = (): Promise<WrittenFile> => storage.write(text());

interface Given {
  readonly type: string;
  readonly id: string;
  readonly [part: string]: unknown;
}

async function give(aggregate: AnyAggregate, command: Given): Promise<string> {
  const [outcome] = await door.executeBatch(aggregate, operator, [{ id: command.id, command }]);
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
  return command.id;
}

async function namedByDataset(): Promise<string> {
  const file = { ...(await write()), mediaType: 'text/csv' };
  const profile = { name: 'Ellermouth' };
  const about = { id: newId(), slug: `council-${newId()}`, kind: 'council', standing: 'member', profile };
  const organisation = await give(organisationAggregate, { type: 'register-organisation', ...about });
  const datasets = datasetAggregate(postgresSearchIndex);
  const [id, distribution] = [newId(), newId()];
  const description = { title: 'Counts', distributions: [{ id: distribution, format: 'csv' }] };
  await give(datasets, { type: 'register-dataset', id, organisation, slug: `counts-${id}`, description });
  await give(datasets, { type: 'attach-file', id, distribution, file, fileName: 'counts.csv' });
  return file.id;
}

async function namedByRequest(): Promise<string> {
  const { id, bytes, sha256 } = await write();
  await files.database.rows(
    `insert into evidence_file (id, request, question, name, bytes, sha256, media_type, uploaded_by, at)
     values ($1, $2, 'dpia-files', 'counts.csv', $3, $4, 'text/csv', $2, now())`,
    [id, newId(), bytes, sha256],
  );
  return id;
}

async function sweep(): Promise<string[]> {
  const { database } = files;
  const log = createLog('spec', 'silent');
  await removeOrphanedFiles.run({ database, storage, clock, log } as unknown as WorkerParts);
  const found = [];
  for await (const { id } of storage.all()) found.push(id);
  return found.sort();
}

describe('the schedule for files that nothing names', () => {
  test('keeps those of datasets and those of requests, and takes the others', async () => {
    const named = [await namedByDataset(), await namedByRequest()];
    await write();
    expect(await sweep()).toEqual(named.sort());
    expect(await sweep()).toEqual(named.sort());
  });

  test('takes none where very many would go', async () => {
    const kept = [await namedByRequest()];
    for (let made = 0; made < 7; made += 1) kept.push((await write()).id);
    expect(await sweep()).toEqual(kept.sort());
  });
});
