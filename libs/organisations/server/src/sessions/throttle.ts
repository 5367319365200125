import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#platform/database';

interface Limit {
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/**
 * Failed attempts allowed. The account together with the address is the narrow one, so that a stranger who types wrong
 * passwords does not shut the account's holder out; the account alone stops a guess from many addresses.
 */
export const throttleLimits = {
  pair: { points: 10, duration: 15 * 60 },
  account: { points: 60, duration: 60 * 60 },
  address: { points: 100, duration: 15 * 60 },
} as const satisfies Record<string, Limit>;

/** Too many attempts. */
export interface Held {
  /** Seconds to wait. */
  readonly seconds: number;
  /** Whether this attempt is the first over a limit: what follows needs no record. */
  readonly first: boolean;
}

type LimitName = keyof typeof throttleLimits;

/** A customer of an IPv6 network has a /64 at least: its first half stands for all of it. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/** Keys hold no address and no name in clear, and have one length whatever a client sends. */
const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');

/**
 * Counts sign-in attempts in PostgreSQL, so that every process and every restart knows them. An attempt is counted
 * before the password is looked at, so that many at once do not slip through, and given back when it succeeds.
 */
export class Throttle {
  private readonly limiters: Readonly<Record<LimitName, RateLimiterPostgres>>;

  constructor(database: Database) {
    const limiter = (name: LimitName) =>
      new RateLimiterPostgres({
        ...throttleLimits[name],
        keyPrefix: name,
        tableName: 'sign_in_throttle',
        tableCreated: true,
        // The schedule "forget-ended-sessions" deletes what has expired; a timer in every process of the API need not.
        clearExpiredByTimeout: false,
        storeType: 'client',
        storeClient: clientOf(database),
      });
    this.limiters = { pair: limiter('pair'), account: limiter('account'), address: limiter('address') };
  }

  /**
   * Counts an attempt for an account. What one address does beyond its own limits no longer counts against the account,
   * so that nobody can shut its holder out from there.
   */
  async attempt(account: string, address: string): Promise<Held | undefined> {
    const network = networkOf(address);
    const name = account.toLowerCase();
    const near = await Promise.all([this.take('address', keyOf(network)), this.take('pair', keyOf(name, network))]);
    return longest(near) ?? this.take('account', keyOf(name));
  }

  /** Counts an attempt by address alone, where no account is named. */
  async attemptFrom(address: string): Promise<Held | undefined> {
    return this.take('address', keyOf(networkOf(address)));
  }

  /** Gives back what a successful attempt took, and forgets the failures before it. */
  async succeeded(account: string, address: string): Promise<void> {
    const network = networkOf(address);
    await Promise.all([
      this.limiters.pair.delete(keyOf(account.toLowerCase(), network)),
      this.limiters.account.reward(keyOf(account.toLowerCase()), 1),
      this.succeededFrom(address),
    ]);
  }

  async succeededFrom(address: string): Promise<void> {
    await this.limiters.address.reward(keyOf(networkOf(address)), 1);
  }

  private async take(limit: LimitName, key: string): Promise<Held | undefined> {
    try {
      await this.limiters[limit].consume(key, 1);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const first = refusal.consumedPoints === throttleLimits[limit].points + 1;
      return { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)), first };
    }
  }
}

const longest = (waits: readonly (Held | undefined)[]): Held | undefined => {
  const given = waits.filter((wait) => wait !== undefined);
  if (given.length === 0) return undefined;
  return { seconds: Math.max(...given.map(({ seconds }) => seconds)), first: given.some(({ first }) => first) };
};

/** What the limiter asks of a client of `pg`. */
const clientOf = (database: Database) => ({
  query: async ({ text, values }: { text: string; values?: unknown[] }) => {
    const rows = await database.rows(text, values);
    return { rows, rowCount: rows.length };
  },
});
