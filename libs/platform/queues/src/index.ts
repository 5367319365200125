export { queueConnection, queueSchema, type QueueSettings } from './queue-backend.ts';
