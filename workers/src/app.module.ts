import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { reactionQueue } from '#ledger/server';
import { queueConnection } from '#platform/queues';
import { ReactionProcessor } from './reactions/reaction.processor.ts';
import { Relay } from './relay/relay.ts';
import { FileProcessor, MailProcessor, ScheduleProcessor } from './schedules/schedule.processor.ts';
import { scheduleLines } from './schedules/schedule.ts';
import { reactionTries, scheduleTries } from './worker-options.ts';
import { WorkerParts } from './worker-parts.ts';

/** How jobs are kept: done ones are soon forgotten, failed ones kept to be read. */
const kept = {
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 30 * 24 * 3600, count: 5000 },
};

/** The composition root of the workers: relay, reactions and schedules, on one connection to the queues. */
@Module({})
export class WorkersModule {
  static of(parts: WorkerParts): DynamicModule {
    const connection = queueConnection(parts.queues);
    return {
      module: WorkersModule,
      imports: [
        BullModule.forRoot({ connection, prefix: parts.queues.prefix }),
        BullModule.registerQueue(
          { name: reactionQueue, defaultJobOptions: { ...reactionTries, ...kept } },
          ...scheduleLines.map((name) => ({ name, defaultJobOptions: { ...scheduleTries, ...kept } })),
        ),
      ],
      providers: [
        { provide: WorkerParts, useValue: parts },
        ReactionProcessor,
        Relay,
        ScheduleProcessor,
        FileProcessor,
        MailProcessor,
      ],
    };
  }
}
