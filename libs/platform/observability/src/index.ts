export { systemClock, type Clock } from './clock.ts';
export { createLog, limited, type Log } from './log.ts';
