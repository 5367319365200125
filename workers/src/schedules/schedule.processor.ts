import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { UnrecoverableError, type Job, type Queue } from 'bullmq';
import { limited } from '#platform/observability';
import { workerOptions } from '../worker-options.ts';
import { WorkerParts } from '../worker-parts.ts';
import { schedules } from './schedules.ts';

export const scheduleQueue = 'schedules';

const halfMinute = 30_000;

/** Runs what comes round; the queue keeps one run of each at a time over all worker processes. */
@Processor(scheduleQueue, workerOptions)
export class ScheduleProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly warn: (fields: object, message: string) => void;

  constructor(
    private readonly parts: WorkerParts,
    @InjectQueue(scheduleQueue) private readonly queue: Queue,
  ) {
    super();
    this.warn = limited(parts.log, halfMinute);
    queue.on('error', (error) => this.warn({ err: error }, 'The queue of schedules does not answer'));
  }

  /** Names every schedule to the queue, and takes back those that no longer exist. */
  async onApplicationBootstrap(): Promise<void> {
    const current = await this.queue.getJobSchedulers();
    for (const { key } of current) {
      if (!schedules.some(({ name }) => name === key)) await this.queue.removeJobScheduler(key);
    }
    for (const { name, every } of schedules) await this.queue.upsertJobScheduler(name, { every }, { name });
  }

  override async process(job: Job): Promise<void> {
    const schedule = schedules.find(({ name }) => name === job.name);
    if (!schedule) throw new UnrecoverableError(`No schedule is called ${job.name}`);
    await schedule.run(this.parts);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.parts.log.warn({ schedule: job?.name, err: error }, 'A schedule failed');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.warn({ err: error }, 'The queue of schedules does not answer');
  }
}
