import { isUuid, refusal, refused, uuidv7, type Actor, type Outcome } from '#kernel';
import { unseen, type Done } from '#ledger/server';
import type { Transaction } from '#platform/database';
import type { NoticeToRecipientsBody } from '#sharing/contracts';
import { deliveriesInUse, permissionStandingsOf, providerStandings, type Permission } from '#sharing/domain';
import type { Giver } from '../requests/request-commands.ts';
import type { AgreementParts } from './follow-agreement.ts';

const nobodyReceived = refusal(
  'sharing.nobody-received',
  'Nobody has received this dataset, or all of it is recalled already.',
);

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly state: Permission;
}

/** Notices to all who received a version of a dataset: one notice under each of their permissions, or under none. */
export class RecipientNotices {
  constructor(private readonly parts: Pick<AgreementParts, 'door' | 'clock' | 'permissions'>) {}

  /** @returns the notice's id; its revision is 1, since nobody changes what was sent */
  async send(giver: Giver, dataset: string, body: NoticeToRecipientsBody): Promise<Outcome<Done>> {
    if (!isUuid(dataset)) return refused(unseen);
    const { door, permissions, clock } = this.parts;
    const { actor, idempotencyKey: key } = giver;
    const { kind, text, permissions: only } = body;
    const retry = key === undefined ? undefined : { key, call: { dataset, body } };
    return door.together(actor, retry, async (transaction) => {
      const given = (await lockedOf(transaction, dataset)).filter(({ state }) => isProviders(actor, state));
      if (given.length === 0) return refused(unseen);
      const rows = given.filter(
        ({ id, state }) => deliveriesInUse(state).length > 0 && (only === undefined || only.includes(id)),
      );
      if (rows.length === 0) return refused(nobodyReceived);
      const notice = uuidv7(clock.now().getTime());
      const command =
        kind === 'recalled'
          ? ({ type: 'recall-deliveries', notice, text } as const)
          : ({ type: 'send-notice', notice, kind, text } as const);
      const items = rows.map(({ id, revision }) => ({ id, revision, command }));
      const outcomes = await door.perform(transaction, permissions, actor, items);
      const no = outcomes.find((outcome) => !outcome.ok);
      return no ?? { ok: true, value: { id: notice, revision: 1, events: [] } };
    });
  }
}

const isProviders = (actor: Actor, permission: Permission): boolean =>
  permissionStandingsOf(actor, permission).some((standing) => providerStandings.includes(standing));

const lockedOf = (transaction: Transaction, dataset: string): Promise<Row[]> =>
  transaction.rows<Row>('select id, revision, state from permission where dataset = $1 order by id for update', [
    dataset,
  ]);
