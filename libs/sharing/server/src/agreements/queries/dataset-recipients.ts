import { sharedDatasets } from '#catalogue/server';
import { isUuid, localDate, type PersonActor } from '#kernel';
import type { DatasetRecipients } from '#sharing/contracts';
import {
  agreementSideOf,
  deliveriesInUse,
  handedOverDeliveries,
  permissionRight,
  permissionStandingsOf,
  permissionStatusLabels,
  recipientNoticeKinds,
  standingsBetween,
  statusOf,
  type RecipientNoticeKind,
} from '#sharing/domain';
import { Names } from '../../queries/names.ts';
import type { AgreementReader, StoredPermission } from './agreement-reading.ts';
import { recipientOf } from './data-view.ts';
import { answerView, peopleIn, sentView } from './key-and-notice-views.ts';

type Reader = AgreementReader & { readonly actor: PersonActor };

const newestFirst = (one: { readonly on: string; readonly id: string }, other: typeof one): number =>
  other.on.localeCompare(one.on) || other.id.localeCompare(one.id);

/** Permissions of a dataset, as far as the reader looks on them from the side that gives, or from a board. */
async function givenOf({ queries, actor }: Reader, dataset: string): Promise<readonly StoredPermission[]> {
  const rows = await queries.rows<StoredPermission>(
    `select permission.id, permission.revision, permission.state, permission.content, agreement.content->>'title' as title
     from permission join agreement on agreement.id = permission.agreement
     where permission.dataset = $1 order by permission.given_at desc, permission.id desc`,
    [dataset],
    'permissions-of-dataset',
  );
  return rows.filter(({ state }) => {
    const side = agreementSideOf(permissionStandingsOf(actor, state));
    return side === 'owner' || side === 'board';
  });
}

/** `GET /api/v1/datasets/{id}/recipients`; undefined where the reader is neither of those who give the dataset nor on a board. */
export async function viewDatasetRecipients(reader: Reader, dataset: string): Promise<DatasetRecipients | undefined> {
  if (!isUuid(dataset)) return undefined;
  const [rows, datasets] = await Promise.all([givenOf(reader, dataset), sharedDatasets(reader.queries, [dataset])]);
  const shared = datasets.get(dataset);
  const { actor } = reader;
  if (!shared) return undefined;
  const nobody = { person: '', people: [] };
  const gives = standingsBetween(actor, { provider: shared.organisation.id, recipient: nobody, boards: [] });
  if (rows.length === 0 && gives.length === 0) return undefined;
  const names = await Names.of(
    reader.queries,
    rows.flatMap(({ state }) => [state.recipient.person, ...peopleIn(state)]),
    [shared.organisation.id, ...rows.map(({ state }) => state.recipient.organisation)],
  );
  const today = localDate(reader.sources.clock.now().toISOString());
  const { id, slug, title } = shared;
  return {
    dataset: { id, slug, title },
    provider: names.organisation(shared.organisation.id),
    items: rows.map((row) => itemOf(row, names, today)),
    notices: noticesOf(rows, names),
    maySend: recipientNoticeKinds.filter((kind) => maySend(actor, rows, kind)),
  };
}

function itemOf({ id, state }: StoredPermission, names: Names, today: string): DatasetRecipients['items'][number] {
  const versions = handedOverDeliveries(state);
  const days = versions.map(({ on }) => on).sort();
  const [first, last] = [days[0], days.at(-1)];
  const status = statusOf(state, today);
  return {
    permission: id,
    agreement: state.agreement,
    reference: state.reference,
    recipient: recipientOf(state.recipient, names),
    status: { code: status, label: permissionStatusLabels[status] },
    end: state.end,
    versions: versions.length,
    inUse: deliveriesInUse(state).length > 0,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    downloads: versions.reduce((sum, { downloads }) => sum + downloads, 0),
  };
}

/** One notice may stand under many permissions: it is shown once, with all to whom it went. */
function noticesOf(rows: readonly StoredPermission[], names: Names): DatasetRecipients['notices'] {
  const sent = rows.flatMap((row) => (row.state.notices ?? []).map((notice) => ({ row, notice })));
  const byId = Map.groupBy(sent, ({ notice }) => notice.id);
  return [...byId.values()]
    .flatMap(([first, ...others]) => (first ? [{ first, all: [first, ...others] }] : []))
    .sort((one, other) => newestFirst(one.first.notice, other.first.notice))
    .map(({ first, all }) => ({
      ...sentView(first.notice, first.row.content),
      told: all.map(({ row, notice }) => ({
        permission: row.id,
        recipient: recipientOf(row.state.recipient, names),
        ...answerView(notice, row.content, names),
      })),
    }));
}

function maySend(actor: PersonActor, rows: readonly StoredPermission[], kind: RecipientNoticeKind): boolean {
  const command = kind === 'recalled' ? 'recall-deliveries' : 'send-notice';
  return rows.some(
    ({ state }) =>
      deliveriesInUse(state).length > 0 &&
      permissionRight(command, state.state, permissionStandingsOf(actor, state)) !== undefined,
  );
}
