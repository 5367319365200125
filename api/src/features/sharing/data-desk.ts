import type { Actor } from '#kernel';
import type { Storage } from '#platform/storage';
import type { Agreements, Downloads, KeyHolder, PermissionKeys, PermittedFile } from '#sharing/server';
import { plainProblem, problemOf } from '../../http/problems/index.ts';

const wrongKey =
  'This key opens nothing here: it is wrong, was revoked, or whoever it belongs to has no account any more. Make a new one.';

const tooOften = (seconds: number) =>
  plainProblem(429, 'sharing.key-held', `Too many calls. Wait ${seconds} seconds, and ask less often.`, {
    'retry-after': String(seconds),
  });

/** Files of permissions and the keys to them as HTTP has them. */
export class DataDesk {
  constructor(
    readonly agreements: Agreements,
    readonly downloads: Downloads,
    readonly keys: PermissionKeys,
    readonly storage: Storage,
  ) {}

  /**
   * Whose key it is.
   * @throws 401 for one that opens nothing, 429 for what is asked too often
   */
  async holderOf(permission: string, secret: string, address: string): Promise<KeyHolder> {
    const holder = await this.keys.holder(permission, secret);
    const seconds = await (holder ? this.keys.held(holder.key) : this.keys.heldForWrong(address));
    if (seconds !== undefined) throw tooOften(seconds);
    if (!holder) throw plainProblem(401, 'sharing.key-wrong', wrongKey, { 'www-authenticate': 'Bearer' });
    return holder;
  }

  /** The file that this reader may have now, as an entity tag of its hash; undefined for whoever may not have it. */
  async newest(actor: Actor, permission: string): Promise<string | undefined> {
    const view = await this.agreements.permission(actor, permission);
    return view?.href === undefined || !view.file ? undefined : `"${view.file.sha256}"`;
  }

  /** @throws the problem of a refusal */
  async begin(actor: Actor, permission: string, key?: string): Promise<PermittedFile> {
    const outcome = await this.downloads.begin(actor, permission, key);
    if (outcome.ok) return outcome.value;
    throw problemOf(outcome.refusals, {});
  }
}
