import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate, type PersonActor } from '#kernel';
import { replay } from '#ledger/server';
import { actorOfPerson } from '#organisations/server';
import { readSettings } from '#platform/config';
import { createLog } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { AgreementCommands, Agreements, Downloads, PermissionOver } from '#sharing/server';
import { testDatabase, type TestDatabase } from '#testing';
import { compose, type Composition } from '../../composition.ts';
import { loadDemonstration } from '../../operator/demonstration/load.ts';
import type { WorkerParts } from '../../worker-parts.ts';
import { makeFiles } from './make-files.ts';

const clock = { now: () => new Date('2026-11-23T12:00:00.000Z') };

let spec: TestDatabase;
let made: Composition;
let folder: string;
let storage: DiskStorage;
let agreements: Agreements;
let commands: AgreementCommands;
let downloads: Downloads;
beforeAll(async () => {
  spec = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'make-files-'));
  storage = new DiskStorage(join(folder, 'store'));
  made = compose(spec.database, clock);
  const settings = readSettings({ WAYLEAVE_DATA: folder, DATABASE_URL: spec.url, WAYLEAVE_DEMONSTRATION: 'yes' });
  const quiet = () => undefined;
  const { database } = spec;
  await loadDemonstration({ ...made, database, settings, storage, clock, print: quiet, complain: quiet });
  const parts = { ...made.sharing, door: made.door, clock };
  agreements = new Agreements(database, made.sharing.sources);
  commands = new AgreementCommands(parts);
  downloads = new Downloads(database, parts);
}, 120_000);
afterAll(async () => {
  await spec.close();
  await rm(folder, { recursive: true, force: true });
});

async function person(key: string): Promise<PersonActor> {
  const [row] = await spec.database.rows<{ id: string }>('select id from person where email = $1', [
    `${key}@demo.example`,
  ]);
  const actor = await actorOfPerson(spec.database, row?.id ?? '', localDate(clock.now().toISOString()));
  if (!actor) throw new Error(`Nobody is called ${key}`);
  return actor;
}

const comesRound = async (): Promise<void> => {
  const log = createLog('spec', 'silent');
  const parts = { database: spec.database, door: made.door, sharing: made.sharing, storage, clock, log };
  await makeFiles.run({ ...parts, scratch: join(folder, 'scratch') } as unknown as WorkerParts);
};

const held = async () => {
  const { items } = await agreements.permissions(await person('requester'), { side: 'received', page: 1, size: 50 });
  return items.find(({ dataset }) => dataset.slug === 'kerbside-bay-sensor-events');
};

async function textOf(id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.read(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

test('the file of a permission is made once, and holds the approved columns and no other', async () => {
  expect((await held())?.delivery?.state.code).toBe('pending');
  await comesRound();
  const ready = await held();
  expect(ready).toMatchObject({ delivery: { state: { code: 'delivered' }, file: { rows: 480 } } });
  await comesRound();
  expect((await held())?.delivery?.file?.sha256).toBe(ready?.delivery?.file?.sha256);

  const permitted = await downloads.begin(await person('requester'), ready?.id ?? '');
  if (!permitted.ok) throw new Error(permitted.refusals[0]?.message);
  const [heading, first = ''] = (await textOf(permitted.value.file.id)).split('\n');
  expect(heading).toBe('bay_id,bay_kind,street,taken,minutes_since_change');
  expect(first.split(',')).toHaveLength(5);
  expect((await held())?.delivery).toMatchObject({ state: { code: 'acknowledged' }, downloads: 1 });
});

test('nobody else downloads it, nor one who has not accepted the terms', async () => {
  const id = (await held())?.id ?? '';
  const codeOf = async (who: string) => {
    const outcome = await downloads.begin(await person(who), id);
    return outcome.ok ? 'begun' : outcome.refusals[0]?.code;
  };
  expect(await codeOf('w.dunnock')).toBe('sharing.terms-not-accepted');
  expect(await codeOf('owner')).toBe('ledger.not-allowed');
  expect(await codeOf('d.sorley')).toBe('ledger.unseen');
});

test('what is on its way stops when the agreement is suspended, and cannot be had again until it is resumed', async () => {
  const requester = await person('requester');
  const permission = await held();
  const begun = await downloads.begin(requester, permission?.id ?? '');
  if (!begun.ok) throw new Error(begun.refusals[0]?.message);
  const stream = await storage.read(begun.value.file.id);
  const slowly = stream.constructor as unknown as { from(pieces: AsyncIterable<Uint8Array>): typeof stream };
  const [{ revision } = { revision: 0 }] = await spec.database.rows<{ revision: number }>(
    'select revision from agreement where id = $1',
    [permission?.agreement.id],
  );
  async function* untilStopped(): AsyncIterable<Uint8Array> {
    for (let piece = 0; ; piece += 1) {
      yield Buffer.from(`piece ${piece}\n`);
      if (piece === 0) {
        const owner = { ...(await person('owner')) };
        const body = { revision, reason: 'A leak is looked into.' };
        const call = { giver: { actor: owner }, id: permission?.agreement.id ?? '', name: 'suspend', body } as const;
        expect(await commands.give(call)).toMatchObject({ ok: true });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const read = async (): Promise<void> => {
    for await (const _ of downloads.whilePermitted(slowly.from(untilStopped()), permission?.id ?? '')) continue;
  };
  await expect(read()).rejects.toBeInstanceOf(PermissionOver);
  stream.destroy();
  expect(await downloads.begin(requester, permission?.id ?? '')).toMatchObject({ ok: false });
  expect((await held())?.status.code).toBe('suspended');
  expect((await replay(spec.database, made.aggregates)).findings).toEqual([]);
});

test('what cannot be made says why to its steward, and is made when the cause is mended', async () => {
  const permission = await held();
  const again = async () => {
    const delivery = (await held())?.delivery?.id ?? '';
    const [{ revision } = { revision: 0 }] = await spec.database.rows<{ revision: number }>(
      'select revision from permission where id = $1',
      [permission?.id],
    );
    const giver = { actor: await person('steward') };
    const call = { giver, id: permission?.id ?? '', name: 'make-again', body: { revision, delivery } } as const;
    expect(await commands.giveToPermission(call)).toMatchObject({ ok: true });
    await comesRound();
    return (await held())?.delivery;
  };
  const owner = await spec.owner();
  const column = `state->'columns'->0->>'column'`;
  const before = await owner.rows<{ column: string }>(`select ${column} as column from permission where id = $1`, [
    permission?.id,
  ]);
  const set = (id: string) =>
    owner.rows(
      `update permission set state = jsonb_set(state, '{columns,0,column}', to_jsonb($2::text)) where id = $1`,
      [permission?.id, id],
    );
  await set('019ab0c2-0000-7000-8000-000000000001');
  expect(await again()).toMatchObject({
    state: { code: 'failed' },
    failure: 'The file has no column “019ab0c2-0000-7000-8000-000000000001”.',
  });
  await set(before[0]?.column ?? '');
  expect(await again()).toMatchObject({ state: { code: 'delivered' }, file: { rows: 480 } });
});
