import { setTimeout as pause } from 'node:timers/promises';
import { p95, timed } from '../measure.mjs';

const changes = 60;

/** Milliseconds since 1970 in the first 48 bits of a UUID of version 7. */
const instantOf = (id) => parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** From a decision to the start of what reacts to it, over outbox, relay and queue; the limit is a bare NOTIFY. */
export async function reactionFigures(surroundings, { database, door, datasets }) {
  await surroundings.startWorkers();
  await database.rows('delete from reaction_done');
  await drained(database);
  const rows = await database.rows('select id, organisation, revision from dataset order by id limit $1', [changes]);
  const actor = { kind: 'machine', name: 'operator-command-line' };
  for (const [index, { id }] of rows.entries()) {
    const command = { type: 'describe-dataset', description: { versionNotes: `Bench ${index}` } };
    const outcome = await door.execute(datasets, actor, { id, command });
    if (!outcome.ok) throw new Error(outcome.refusals[0].message);
    await pause(30);
  }
  const done = await allDone(database);
  const waits = done.map(({ announcement, at }) => at.getTime() - instantOf(announcement));
  const measured = p95(waits);
  const bare = p95(await notifications(surroundings.url));
  return [
    {
      name: 'From a decision to the start of its reaction, p95',
      target: '≤ 200 ms',
      measured,
      unit: 'ms',
      holds: measured <= 200,
      limit: 'NOTIFY to LISTEN between two connections, p95',
      bare,
    },
  ];
}

async function drained(database) {
  for (let tries = 0; tries < 1200; tries += 1) {
    const [{ left }] = await database.rows('select count(*)::integer as left from outbox');
    if (left === 0) return pause(2000);
    await pause(100);
  }
  throw new Error('The outbox was not drained within two minutes');
}

async function allDone(database) {
  for (let tries = 0; tries < 300; tries += 1) {
    const rows = await database.rows('select announcement, at from reaction_done order by at desc limit $1', [changes]);
    if (rows.length === changes) return rows;
    await pause(100);
  }
  throw new Error('Not every reaction came within thirty seconds');
}

async function notifications(url) {
  const { Client } = await import('pg');
  const [hears, says] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([hears.connect(), says.connect()]);
  await hears.query('listen bench');
  let heard;
  hears.on('notification', () => heard());
  const samples = await timed(100, async () => {
    const arrived = new Promise((resolve) => (heard = resolve));
    await says.query(`notify bench`);
    await arrived;
  });
  await Promise.all([hears.end(), says.end()]);
  return samples;
}
