import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { fullBatch, outboxChannel, reactionQueue, relayOnce, type JobSink } from '#ledger/server';
import { listen, type Listener } from '#platform/database';
import { limited } from '#platform/observability';
import { WorkerParts } from '../worker-parts.ts';

const pollEvery = 1000;
const halfMinute = 30_000;

/** Jobs for the queue of reactions; a job offered again under the same id is the same job. */
export const jobSink = (queue: Queue): JobSink => ({
  add: async (jobs) => {
    if (jobs.length === 0) return;
    await queue.addBulk(jobs.map(({ id, job }) => ({ name: job.reaction, data: job, opts: { jobId: id } })));
  },
});

/** Takes the outbox to the queue: at every notification, and once a second in case one was missed. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private listener: Listener | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private readonly warn: (fields: object, message: string) => void;

  constructor(
    private readonly parts: WorkerParts,
    @InjectQueue(reactionQueue) private readonly queue: Queue,
  ) {
    this.warn = limited(parts.log, halfMinute);
    queue.on('error', (error) => this.warn({ err: error }, 'The queue does not answer'));
  }

  onApplicationBootstrap(): void {
    this.listener = listen(this.parts.database.address, outboxChannel, {
      heard: () => this.wake(),
      failed: (error) => this.warn({ err: error }, 'Not listening for what is committed; it is polled each second'),
    });
    this.timer = setInterval(() => this.wake(), pollEvery);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.listener?.close();
    await this.running;
  }

  /** One run at a time; a call during a run means one more after it. */
  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        const relayed = await relayOnce(this.parts.database, this.parts.reactions, jobSink(this.queue));
        if (relayed === fullBatch) this.again = true;
      } catch (error) {
        this.warn({ err: error }, 'The outbox was not relayed; it is tried again');
        return;
      }
    }
  }
}
