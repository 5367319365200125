import type { Readable } from 'node:stream';
import { isUuid, localDate, refused, type Actor, type Outcome } from '#kernel';
import { unseen, type Done } from '#ledger/server';
import type { Database, Transaction } from '#platform/database';
import { currentDelivery, servedDelivery, statusOf, type MadeFile, type Permission } from '#sharing/domain';
import type { AgreementParts } from './follow-agreement.ts';
import { deliveryMachine } from './pending-deliveries.ts';

/** A file that the reader may have now. */
export interface PermittedFile {
  readonly permission: string;
  readonly file: MadeFile;
  readonly dataset: string;
}

/** Milliseconds between two looks at a permission while its file is streamed. */
const lookEvery = 500;

interface Row {
  readonly revision: number;
  readonly state: Permission;
}

/** Files of permissions: the right to each download is decided and recorded before its first byte, and asked again while it runs. */
export class Downloads {
  constructor(
    private readonly database: Database,
    private readonly parts: AgreementParts,
  ) {}

  /**
   * Begins a download: recorded as a fact of the permission, with who has it.
   * @param key id of the key that was shown in place of a session
   */
  async begin(actor: Actor, id: string, key?: string): Promise<Outcome<PermittedFile>> {
    if (!isUuid(id)) return refused(unseen);
    let permitted: PermittedFile | undefined;
    const outcome = await this.parts.door.together(actor, undefined, async (transaction) => {
      await noteFirst(this.parts, transaction, id);
      const row = await locked(transaction, id);
      const delivery = row && (servedDelivery(row.state) ?? currentDelivery(row.state));
      if (!row || !delivery) return refused(unseen);
      const command = { type: 'download-file', delivery: delivery.id, ...(key === undefined ? {} : { key }) } as const;
      const item = { id, revision: row.revision, command };
      const [done = refused(unseen)] = await this.parts.door.perform(transaction, this.parts.permissions, actor, [
        item,
      ]);
      if (done.ok && delivery.file) permitted = { permission: id, file: delivery.file, dataset: row.state.dataset };
      return done;
    });
    if (!outcome.ok) return outcome;
    if (!permitted) throw new Error('A download was allowed of a file that is not there');
    return { ok: true, value: permitted };
  }

  /** The bytes of a file, as long as its permission holds: one that is suspended or ended stops what is on its way. */
  async *whilePermitted(content: Readable, id: string): AsyncIterable<Uint8Array> {
    let looked = performance.now();
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      if (performance.now() - looked > lookEvery) {
        if (!(await this.holds(id))) throw new PermissionOver();
        looked = performance.now();
      }
      yield chunk;
    }
  }

  private async holds(id: string): Promise<boolean> {
    const [row] = await this.database.rows<Row>('select revision, state from permission where id = $1', [id]);
    const today = localDate(this.parts.clock.now().toISOString());
    return row !== undefined && statusOf(row.state, today) === 'active';
  }
}

/** A permission ended while its file was on its way: the connection ends without the rest. */
export class PermissionOver extends Error {
  constructor() {
    super('The permission was suspended or ended while its file was being sent');
    this.name = 'PermissionOver';
  }
}

const locked = async (transaction: Transaction, id: string): Promise<Row | undefined> =>
  (await transaction.rows<Row>('select revision, state from permission where id = $1 for update', [id]))[0];

/** What was ever handed over asks for disposal at the end: the agreement learns of it before the permission is locked. */
export async function noteFirst(
  { door, agreements }: Pick<AgreementParts, 'door' | 'agreements'>,
  transaction: Transaction,
  permission: string,
): Promise<Outcome<Done> | undefined> {
  const [first] = await transaction.rows<{ id: string }>(
    `select agreement.id from agreement join permission on permission.agreement = agreement.id
     where permission.id = $1 and not (agreement.state->>'delivered')::boolean
       and agreement.status in ('in-force', 'suspended')`,
    [permission],
  );
  if (!first) return undefined;
  const [done] = await door.perform(transaction, agreements, deliveryMachine, [
    { id: first.id, command: { type: 'note-delivery' } },
  ]);
  return done;
}
