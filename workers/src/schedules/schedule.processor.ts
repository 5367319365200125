import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { UnrecoverableError, type Job, type Queue } from 'bullmq';
import { limited } from '#platform/observability';
import { workerOptions } from '../worker-options.ts';
import { WorkerParts } from '../worker-parts.ts';
import type { ScheduleLine } from './schedule.ts';
import { schedules } from './schedules.ts';

const halfMinute = 30_000;

/** Runs what comes round on one line; its queue keeps one run of each at a time over all worker processes. */
@Injectable()
abstract class LineProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly warn: (fields: object, message: string) => void;

  constructor(
    private readonly parts: WorkerParts,
    private readonly queue: Queue,
    private readonly line: ScheduleLine,
  ) {
    super();
    this.warn = limited(parts.log, halfMinute);
    queue.on('error', (error) => this.warn({ err: error }, 'The queue of schedules does not answer'));
  }

  private get own() {
    return schedules.filter(({ line = 'schedules' }) => line === this.line);
  }

  /** Names every schedule to the queue, and takes back those that no longer exist. */
  async onApplicationBootstrap(): Promise<void> {
    const current = await this.queue.getJobSchedulers();
    for (const { key } of current) {
      if (!this.own.some(({ name }) => name === key)) await this.queue.removeJobScheduler(key);
    }
    for (const { name, every } of this.own) await this.queue.upsertJobScheduler(name, { every }, { name });
  }

  override async process(job: Job): Promise<void> {
    const schedule = this.own.find(({ name }) => name === job.name);
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

@Processor('schedules' satisfies ScheduleLine, workerOptions)
export class ScheduleProcessor extends LineProcessor {
  constructor(parts: WorkerParts, @InjectQueue('schedules') queue: Queue) {
    super(parts, queue, 'schedules');
  }
}

@Processor('files' satisfies ScheduleLine, workerOptions)
export class FileProcessor extends LineProcessor {
  constructor(parts: WorkerParts, @InjectQueue('files') queue: Queue) {
    super(parts, queue, 'files');
  }
}

@Processor('mail' satisfies ScheduleLine, workerOptions)
export class MailProcessor extends LineProcessor {
  constructor(parts: WorkerParts, @InjectQueue('mail') queue: Queue) {
    super(parts, queue, 'mail');
  }
}
