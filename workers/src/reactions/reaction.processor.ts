import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { UnrecoverableError, type Job } from 'bullmq';
import { reactionQueue, runReaction, type ReactionJob, type ReactionResult } from '#ledger/server';
import { limited } from '#platform/observability';
import { workerOptions } from '../worker-options.ts';
import { WorkerParts } from '../worker-parts.ts';

const halfMinute = 30_000;

/** Runs one reaction for one announcement; a throw means another try, a name nobody knows ends the job for the operator. */
@Processor(reactionQueue, { ...workerOptions, concurrency: 4 })
export class ReactionProcessor extends WorkerHost {
  private readonly warn: (fields: object, message: string) => void;

  constructor(private readonly parts: WorkerParts) {
    super();
    this.warn = limited(parts.log, halfMinute);
  }

  override process(job: Job<ReactionJob>): Promise<ReactionResult> {
    const reaction = this.parts.reactions.named(job.data.reaction);
    if (!reaction) throw new UnrecoverableError(`No reaction is called ${job.data.reaction}`);
    return runReaction(reaction, job.data.announcement, this.parts);
  }

  @OnWorkerEvent('failed')
  failed(job: Job<ReactionJob> | undefined, error: Error): void {
    const { reaction, announcement } = job?.data ?? {};
    this.parts.log.warn(
      { reaction, announcement: announcement?.id, attempt: job?.attemptsMade, err: error },
      'A reaction failed',
    );
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.warn({ err: error }, 'The queue of reactions does not answer');
  }
}
