import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';

/** Where the queues live: in PostgreSQL by default, on a Redis where one is named. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Parts the queues of installations on one Redis; see `queuePrefix`. In PostgreSQL each has its own tables. */
  readonly prefix?: string;
}

/** PostgreSQL schema of the queue's own tables. */
export const queueSchema = 'jobs';

/**
 * Chooses the backend for this process and answers the connection that queues and workers of BullMQ take. Call it once,
 * before any queue is made. On Redis a worker must wait without limit for its blocking reads.
 */
export function queueConnection({ databaseUrl, redisUrl }: QueueSettings): ConnectionOptions {
  if (redisUrl !== undefined) {
    setDefaultBackendFactory();
    return {
      url: redisUrl,
      maxRetriesPerRequest: null,
      retryStrategy: (attempt: number) => Math.min(attempt * 250, 5000),
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  return { connectionString: databaseUrl, schema: queueSchema, migrate: true, max: 6 } as unknown as ConnectionOptions;
}
