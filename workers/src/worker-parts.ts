import type { Door, Reactions } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Mailer } from '#platform/mail';
import type { Clock, Log } from '#platform/observability';
import type { QueueSettings } from '#platform/queues';
import type { Storage } from '#platform/storage';
import type { Sharing } from '#sharing/server';

/** What relay, reactions and schedules work with; injected by this class. */
export class WorkerParts {
  readonly database: Database;
  readonly door: Door;
  readonly reactions: Reactions;
  readonly sharing: Sharing;
  readonly storage: Storage;
  /** Folder for what is worked on and thrown away. */
  readonly scratch: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly queues: QueueSettings;
  /** Absent where no mail server is set. */
  readonly mailer: Mailer | undefined;

  constructor(parts: Omit<WorkerParts, never>) {
    this.database = parts.database;
    this.door = parts.door;
    this.reactions = parts.reactions;
    this.sharing = parts.sharing;
    this.storage = parts.storage;
    this.scratch = parts.scratch;
    this.clock = parts.clock;
    this.log = parts.log;
    this.queues = parts.queues;
    this.mailer = parts.mailer;
  }
}
