import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Names whose values never reach a log. */
const secrets = [
  'password',
  'token',
  'cookie',
  'authorization',
  '*.password',
  '*.token',
  'req.headers.cookie',
  'req.headers.authorization',
];

/** One line of JSON per event on standard output. */
export const createLog = (process: string, level: string): Logger =>
  pino({ name: process, level, redact: { paths: secrets, censor: '[withheld]' } });

/**
 * Lets a message through at most once in `every` milliseconds and counts what it held back, so that a fault in a loop
 * cannot fill a disk.
 */
export function limited(log: Log, every: number): (fields: object, message: string) => void {
  const last = new Map<string, { at: number; held: number }>();
  return (fields, message) => {
    const now = performance.now();
    const seen = last.get(message);
    if (seen && now - seen.at < every) {
      seen.held += 1;
      return;
    }
    last.set(message, { at: now, held: 0 });
    log.warn(seen?.held ? { ...fields, heldBack: seen.held } : fields, message);
  };
}
