import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isUuid, localDate, refused, uuidv7, type Actor, type Outcome, type PersonActor } from '#kernel';
import { unseen } from '#ledger/server';
import { actorOfPerson, networkOf } from '#organisations/server';
import type { Database } from '#platform/database';
import type { MadeKey, MakeKeyBody } from '#sharing/contracts';
import { liveKeys, type Permission } from '#sharing/domain';
import type { AgreementParts } from './follow-agreement.ts';

/** Whose key it is: what it opens is what its holder may have, today. */
export interface KeyHolder {
  readonly key: string;
  readonly actor: PersonActor;
}

/**
 * Calls allowed: of one key, and wrong ones from one address. Each process counts by itself: a limit that is met a few times over
 * still keeps a machine that asks without end away, and a guess at 256 bits from being tried.
 */
export const keyLimits = {
  key: { points: 30, duration: 60 },
  wrong: { points: 20, duration: 15 * 60 },
} as const;

/** Beginning of each key, so that one that was left lying about is known for what it is. */
const prefix = 'wayleave_';

const hashOf = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** Keys of permissions for refreshed data: told once, kept as a hash, worth what their holder may do. */
export class PermissionKeys {
  private readonly ofKey = new RateLimiterMemory(keyLimits.key);
  private readonly wrong = new RateLimiterMemory(keyLimits.wrong);

  constructor(
    private readonly database: Database,
    private readonly parts: Pick<AgreementParts, 'door' | 'clock' | 'permissions'>,
  ) {}

  /** Called twice it makes two: the second call names a revision that has passed, and is refused. */
  async make(actor: Actor, id: string, { revision, label }: MakeKeyBody): Promise<Outcome<MadeKey>> {
    if (!isUuid(id)) return refused(unseen);
    const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
    const key = uuidv7(this.parts.clock.now().getTime());
    const outcome = await this.parts.door.execute(this.parts.permissions, actor, {
      id,
      revision,
      command: { type: 'make-key', key, hash: hashOf(secret), ...(label === undefined ? {} : { label }) },
    });
    if (!outcome.ok) return outcome;
    return { ok: true, value: { id, revision: outcome.value.revision, key: { id: key, secret } } };
  }

  /** Who holds this key of a permission; undefined for one that is wrong or revoked, and where its holder has no account any more. */
  async holder(id: string, secret: string): Promise<KeyHolder | undefined> {
    if (!isUuid(id) || !secret.startsWith(prefix)) return undefined;
    const [row] = await this.database.rows<{ state: Permission }>('select state from permission where id = $1', [id]);
    const given = Buffer.from(hashOf(secret));
    const key = row && liveKeys(row.state).find(({ hash }) => timingSafeEqual(Buffer.from(hash), given));
    const today = localDate(this.parts.clock.now().toISOString());
    const actor = key && (await actorOfPerson(this.database, key.person, today));
    return key && actor ? { key: key.id, actor } : undefined;
  }

  /** Counts a call of a key. @returns seconds to wait, where there were too many */
  held(key: string): Promise<number | undefined> {
    return secondsOf(this.ofKey.consume(key));
  }

  /** Counts a wrong key. @returns seconds to wait, where there were too many from that address */
  heldForWrong(address: string): Promise<number | undefined> {
    return secondsOf(this.wrong.consume(networkOf(address)));
  }
}

async function secondsOf(taken: Promise<unknown>): Promise<number | undefined> {
  try {
    await taken;
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}
