import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

const firstWait = 250;
const longestWait = 10_000;

/**
 * Keeps one connection of its own on LISTEN and calls `heard` at each notification, and once after every (re)connection,
 * since what was said meanwhile was missed. Connection errors are waited out with a growing pause, reported once a time.
 */
export function listen(
  url: string,
  channel: string,
  handlers: { heard: () => void; failed: (error: Error) => void },
): Listener {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let wait = firstWait;

  const again = (from: Client, error: Error): void => {
    // An older connection may say that it ended when the next is open already.
    if (closed || timer || from !== client) return;
    handlers.failed(error);
    void client?.end().catch(() => undefined);
    client = undefined;
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, wait);
    wait = Math.min(wait * 2, longestWait);
  };

  const open = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: `wayleave listening to ${channel}` });
    client = next;
    next.on('error', (error) => again(next, error));
    next.on('end', () => again(next, new Error('The listening connection ended')));
    next.on('notification', () => handlers.heard());
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
      wait = firstWait;
      handlers.heard();
    } catch (error) {
      again(next, error as Error);
    }
  };

  void open();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
