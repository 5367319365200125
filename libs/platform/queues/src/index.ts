export { queueConnection, queueSchema, type QueueSettings } from './queue-backend.ts';
export { queuePrefix } from './queue-prefix.ts';
