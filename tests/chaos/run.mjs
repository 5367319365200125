// `npm run chaos`: 500 requests from their draft to the download, while API, workers and PostgreSQL are killed at random moments;
// half of them with the queue in PostgreSQL and half with it on Redis, five minutes at most.
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../bin/launcher/build.mjs';
import { reporter } from '../../bin/launcher/report.mjs';
import { redisVersion } from '../../libs/testing/src/servers/redis-server.ts';
import { chaos } from './chaos.mjs';

const tell = (line) => console.log(`  ${line}`);
await ensureBuilt(fileURLToPath(new URL('../..', import.meta.url)), reporter(process.stdout));
const queues = redisVersion() === undefined ? ['postgres'] : ['postgres', 'redis'];
if (queues.length === 1) console.log('The queue on Redis is left out: there is no redis-server on the PATH.');
let faulty = 0;
for (const queue of queues) {
  console.log(`Queue: ${queue}`);
  const outcome = await chaos({ queue, requests: 250, together: 8, between: [2_000, 6_000], seconds: 145, tell });
  const { kills, requests, commands, mails, repeated, seconds, faults } = outcome;
  console.log(
    `${requests} requests delivered in ${seconds.toFixed(0)} s through ${kills} kills: ${commands} commands accepted and none lost, ${mails} mails, ${repeated} of them again under their Message-ID.`,
  );
  for (const fault of faults) console.log(`FAULT ${fault}`);
  faulty += faults.length;
}
console.log(faulty === 0 ? 'Everything is as it should be.' : `${faulty} faults`);
process.exitCode = faulty === 0 ? 0 : 1;
