import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId, parcelEvents, parcelsOffice, type Parcels } from '#testing/parcel';
import { forgetReactionClaims, Reactions, runReaction, type Reaction, type ReactionJob } from './reaction.ts';
import { fullBatch, reactionJobId, relayOnce, type JobSink } from './relay.ts';

let office: Parcels;
beforeAll(async () => {
  office = await parcelsOffice(['parcel-painted']);
  await office.owner.rows('create table effect (parcel uuid not null, reaction text not null)');
  await office.owner.rows('grant select, insert on effect to wayleave_app');
});
afterAll(() => office.test.close());
beforeEach(async () => {
  for (const table of ['outbox', 'effect', 'reaction_done']) await office.owner.rows(`delete from ${table}`);
});

const counts = (name: string, before: () => void = () => undefined): Reaction => ({
  name,
  hears: ['parcel-painted'],
  react: async (transaction, { streams }) => {
    await transaction.rows('insert into effect select unnest($1::uuid[]), $2', [streams, name]);
    before();
  },
});
const reactionsOf = (...listening: Reaction[]) => new Reactions(listening, new Set(Object.keys(parcelEvents)));
const both = reactionsOf(counts('first'), counts('second'));

/** A queue as the relay sees it: the same id offered twice is one job, until it was done and forgotten. */
class Jobs implements JobSink {
  readonly waiting = new Map<string, ReactionJob>();
  offered = 0;
  add(jobs: readonly { id: string; job: ReactionJob }[]): Promise<void> {
    this.offered += jobs.length;
    for (const { id, job } of jobs) this.waiting.set(id, job);
    return Promise.resolve();
  }
  async work(reactions: Reactions): Promise<void> {
    for (const [id, { reaction, announcement }] of this.waiting) {
      const found = reactions.named(reaction);
      if (!found) throw new Error(`No reaction is called ${reaction}`);
      await runReaction(found, announcement, office);
      this.waiting.delete(id);
    }
  }
}

const effects = () =>
  office.database.rows<{ parcel: string; reaction: string }>('select * from effect order by reaction');
const painted = async (): Promise<string> => {
  const id = await office.registered();
  await office.paint(id, 1, 'red');
  return id;
};

describe('the relay', () => {
  test('makes one job of each announcement for each that listens, and clears the outbox', async () => {
    const id = await painted();
    const jobs = new Jobs();
    expect(await relayOnce(office.database, both, jobs)).toBe(1);
    expect([...jobs.waiting.values()].map(({ reaction }) => reaction)).toEqual(['first', 'second']);
    for (const [jobId, { reaction, announcement }] of jobs.waiting) {
      expect(jobId).toBe(reactionJobId(announcement.id, reaction));
      expect(jobId).not.toContain(':');
      expect(announcement).toMatchObject({ type: 'parcel-painted', kind: 'parcel', streams: [id] });
    }
    expect(await office.count('outbox')).toBe(0);
    await jobs.work(both);
    expect(await effects()).toEqual([
      { parcel: id, reaction: 'first' },
      { parcel: id, reaction: 'second' },
    ]);
  });

  test('keeps what was announced when the queue takes nothing', async () => {
    await painted();
    const broken: JobSink = { add: () => Promise.reject(new Error('The queue is away')) };
    await expect(relayOnce(office.database, both, broken)).rejects.toThrow('away');
    expect(await office.count('outbox')).toBe(1);
  });

  test('drops what nobody hears any longer', async () => {
    await painted();
    const jobs = new Jobs();
    await relayOnce(office.database, reactionsOf(), jobs);
    expect(jobs.offered).toBe(0);
    expect(await office.count('outbox')).toBe(0);
  });

  test('two at once take different announcements', async () => {
    for (let index = 0; index < fullBatch + 20; index += 1) {
      await office.owner.rows(`insert into outbox values ($1, 'parcel-painted', 'parcel', $2, '{}', now())`, [
        newId(),
        [newId()],
      ]);
    }
    const jobs = new Jobs();
    let inside = 0;
    let open: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (open = resolve));
    const meets: JobSink = {
      add: async (given) => {
        inside += 1;
        if (inside === 2) open();
        await meeting;
        await jobs.add(given);
      },
    };
    const relayed = await Promise.all([
      relayOnce(office.database, both, meets),
      relayOnce(office.database, both, meets),
    ]);
    expect([...relayed].sort((left, right) => left - right)).toEqual([20, fullBatch]);
    expect(jobs.waiting.size).toBe(2 * (fullBatch + 20));
    expect(jobs.offered).toBe(jobs.waiting.size);
    expect(await office.count('outbox')).toBe(0);
  });
});

describe('killed between any two steps, the effect comes once', () => {
  const settle = async (jobs: Jobs): Promise<void> => {
    await relayOnce(office.database, both, jobs);
    await jobs.work(both);
  };
  const once = async (id: string): Promise<void> => {
    expect(await effects()).toEqual([
      { parcel: id, reaction: 'first' },
      { parcel: id, reaction: 'second' },
    ]);
    expect(await office.count('outbox')).toBe(0);
  };

  test('the relay, before the queue has the jobs', async () => {
    const id = await painted();
    const jobs = new Jobs();
    const dies: JobSink = { add: () => Promise.reject(new Error('killed')) };
    await expect(relayOnce(office.database, both, dies)).rejects.toThrow('killed');
    await settle(jobs);
    await once(id);
  });

  test('the relay, when the queue has some of the jobs', async () => {
    const id = await painted();
    const jobs = new Jobs();
    const dies: JobSink = {
      add: async (given) => {
        await jobs.add(given.slice(0, 1));
        throw new Error('killed');
      },
    };
    await expect(relayOnce(office.database, both, dies)).rejects.toThrow('killed');
    await settle(jobs);
    await once(id);
  });

  test.each(['before', 'after'])(
    'the relay, its connection dead once the queue has all, and they run %s it comes back',
    async (when) => {
      const id = await painted();
      const jobs = new Jobs();
      const dies: JobSink = {
        add: async (given) => {
          await jobs.add(given);
          await office.owner.rows(
            `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'`,
          );
        },
      };
      await expect(relayOnce(office.database, both, dies)).rejects.toThrow();
      expect(await office.count('outbox')).toBe(1);
      if (when === 'before') await jobs.work(both);
      await settle(jobs);
      expect(jobs.offered).toBe(4);
      await once(id);
    },
  );

  test('the reaction, after its effect and before its commit', async () => {
    const id = await painted();
    const jobs = new Jobs();
    let deaths = 0;
    const dying = reactionsOf(
      counts('first', () => {
        deaths += 1;
        if (deaths < 3) throw new Error('killed');
      }),
      counts('second'),
    );
    await relayOnce(office.database, dying, jobs);
    await expect(jobs.work(dying)).rejects.toThrow('killed');
    expect(await office.count('reaction_done')).toBe(0);
    expect(await effects()).toEqual([]);
    await expect(jobs.work(dying)).rejects.toThrow('killed');
    await jobs.work(dying);
    await once(id);
  });

  test('the worker, after the commit and before the queue knows', async () => {
    const id = await painted();
    const jobs = new Jobs();
    await relayOnce(office.database, both, jobs);
    const again = new Map(jobs.waiting);
    await jobs.work(both);
    for (const { reaction, announcement } of again.values()) {
      const found = both.named(reaction);
      expect(found && (await runReaction(found, announcement, office))).toBe('done before');
    }
    await once(id);
  });

  test('two workers that got the same job at once', async () => {
    const id = await painted();
    const jobs = new Jobs();
    await relayOnce(office.database, reactionsOf(counts('first')), jobs);
    const [job] = [...jobs.waiting.values()];
    const results = await Promise.all(
      Array.from({ length: 4 }, () => job && runReaction(counts('first'), job.announcement, office)),
    );
    expect(results.sort()).toEqual(['done', 'done before', 'done before', 'done before']);
    expect(await effects()).toEqual([{ parcel: id, reaction: 'first' }]);
  });
});

test('a command given by a reaction goes through the door in the same transaction', async () => {
  const id = await painted();
  const paints = (fails: boolean): Reaction => ({
    name: 'when-painted-repaint',
    hears: ['parcel-painted'],
    react: async (transaction, { streams }, { door }) => {
      const command = { type: 'paint-parcel', colour: 'blue' } as const;
      const actor = { kind: 'machine', name: 'rule' } as const;
      await door.perform(
        transaction,
        office.aggregate,
        actor,
        streams.map((stream) => ({ id: stream, command })),
      );
      if (fails) throw new Error('Not this time');
    },
  });
  const jobs = new Jobs();
  await relayOnce(office.database, reactionsOf(paints(false)), jobs);
  const [job] = [...jobs.waiting.values()];
  if (!job) throw new Error('Nothing was announced');
  const colour = async () =>
    (await office.database.rows(`select state ->> 'colour' as colour from parcel where id = $1`, [id]))[0];
  await expect(runReaction(paints(true), job.announcement, office)).rejects.toThrow('Not this time');
  expect(await colour()).toEqual({ colour: 'red' });
  await runReaction(paints(false), job.announcement, office);
  expect(await colour()).toEqual({ colour: 'blue' });
  expect(await office.count('outbox')).toBe(1);
});

test('a claim outlives the days for which a failed job is kept', async () => {
  const job = { id: newId(), type: 'parcel-painted', kind: 'parcel', streams: [], entries: [] };
  await runReaction(counts('first'), job, office);
  const after = async (days: number) => {
    const later = new Date(office.clock.at.getTime() + days * 24 * 3_600_000);
    await office.database.transaction((transaction) => forgetReactionClaims(transaction, later));
    return office.count('reaction_done');
  };
  expect(await after(31)).toBe(1);
  expect(await after(61)).toBe(0);
});
