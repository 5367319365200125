import type { Database } from '#platform/database';
import type { Announcement } from './outbox.ts';
import type { ReactionJob, Reactions } from './reaction.ts';

/** Puts jobs into the queue under an id, by which the same job offered twice is one. */
export interface JobSink {
  add(jobs: readonly { readonly id: string; readonly job: ReactionJob }[]): Promise<void>;
}

const batch = 100;

/** A colon would mean something to the queue, so none stands in a job's id. */
export const reactionJobId = (announcement: string, reaction: string): string => `${announcement}-${reaction}`;

/**
 * Takes what stands in the outbox to the queue: one job per listening reaction, then the row goes. Killed in between,
 * it offers the same jobs again, and the claim of `runReaction` keeps their effect single.
 * @returns how many announcements were relayed; fewer than a full batch means that nothing is left
 */
export async function relayOnce(database: Database, reactions: Reactions, sink: JobSink): Promise<number> {
  return database.transaction(async (transaction) => {
    const announcements = await transaction.rows<Announcement>(
      `select id, type, kind, streams, entries from outbox order by at, id limit ${batch} for update skip locked`,
    );
    if (announcements.length === 0) return 0;
    const jobs = announcements.flatMap((announcement) =>
      reactions.listeningTo(announcement.type).map(({ name }) => ({
        id: reactionJobId(announcement.id, name),
        job: { reaction: name, announcement },
      })),
    );
    await sink.add(jobs);
    await transaction.rows(`delete from outbox where id = any($1::uuid[])`, [announcements.map(({ id }) => id)]);
    return announcements.length;
  });
}

export const fullBatch = batch;
