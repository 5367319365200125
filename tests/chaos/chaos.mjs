import { setTimeout as pause } from 'node:timers/promises';
import { callsOf } from './calls.mjs';
import { Installation } from './installation.mjs';
import { quiet, reckon } from './reckoning.mjs';
import { bringThrough } from './story.mjs';
import { offer, settle } from './town.mjs';

const parts = ['api', 'workers', 'database'];

const answers = async ({ address }) => (await fetch(`${address}/health/ready`).catch(() => undefined))?.ok === true;

/**
 * Kills one part after another at random moments, until told to stop. What was killed answers once before the next moment is
 * drawn: a slow machine would else do nothing but start.
 */
async function havoc(installation, { between: [least, most], isOver, tell }) {
  for (let turn = 0; ; turn += 1) {
    while (!isOver() && !(await answers(installation))) await pause(50);
    const end = performance.now() + least + Math.random() * (most - least);
    while (performance.now() < end && !isOver()) await pause(50);
    if (isOver()) return;
    const part = parts[turn % parts.length];
    if (installation.kill(part)) tell(`killed: ${part}`);
  }
}

async function ready(installation, until) {
  while (performance.now() < until) {
    if (await answers(installation)) return;
    await pause(50);
  }
  throw new Error('The service did not get ready');
}

/**
 * Brings requests from their draft to the download while API, workers and PostgreSQL are killed, and looks what is left.
 * @param {{ queue: 'postgres' | 'redis', requests: number, together: number, between: [number, number], seconds: number,
 *   tell?: (line: string) => void, look?: (client: object, given: object) => Promise<void> }} wishes `between`: milliseconds from one kill to the next; `seconds`: for all of it; `look` is called before it is stopped, with what the reckoning was given
 * @returns {Promise<{ kills: number, requests: number, commands: number, mails: number, repeated: number, seconds: number, faults: string[] }>}
 */
export async function chaos({ queue, requests, together, between, seconds, tell = () => undefined, look }) {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const installation = new Installation(queue);
  try {
    await installation.start();
    const town = await settle(installation.url);
    installation.serve();
    await ready(installation, until);
    const accepted = [];
    const call = callsOf(installation, town, accepted);
    const dataset = await offer(town, call);
    const surroundings = { call, town, dataset, until };
    let over = false;
    const killing = havoc(installation, { between, isOver: () => over, tell });
    let next = 0;
    let done = 0;
    const hand = async () => {
      while (next < requests) {
        const number = next++;
        await bringThrough(surroundings, number);
        done += 1;
        if (done % 50 === 0) tell(`${done} of ${requests} requests delivered`);
      }
    };
    try {
      await Promise.all(Array.from({ length: together }, hand));
    } finally {
      over = true;
      await killing;
    }
    return {
      queue,
      requests,
      seconds: (performance.now() - begun) / 1000,
      ...(await whatIsLeft(installation, { accepted, requests, until, look })),
    };
  } finally {
    await installation.stop();
  }
}

async function whatIsLeft(installation, { accepted, requests, until, look }) {
  await installation.postgres.outage();
  const { Client } = await import('pg');
  const client = new Client({ connectionString: installation.url });
  await client.connect();
  try {
    await quiet(client, until);
    const mails = installation.mails.taken;
    const { kills } = installation;
    const faults = await reckon(client, { accepted, mails, kills, requests });
    const verified = await installation.operate('verify').catch((error) => error.message);
    if (!verified.includes('every state row equals')) faults.push(verified);
    const repeated = mails.length - new Set(mails.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1])).size;
    await look?.(client, { accepted, mails, kills, requests });
    return { kills, commands: accepted.length, mails: mails.length, repeated, faults };
  } finally {
    await client.end();
  }
}
