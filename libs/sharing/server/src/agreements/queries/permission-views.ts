import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import { isUuid, localDate, type PersonActor } from '#kernel';
import type {
  DeliveryList,
  DeliveryView,
  PermissionList,
  PermissionListQuery,
  PermissionView,
} from '#sharing/contracts';
import {
  agreementSideOf,
  currentDelivery,
  deliveryStateLabels,
  permissionEndingLabels,
  permissionPossibilities,
  permissionStandingsOf,
  permissionStatusLabels,
  servedDelivery,
  statusOf,
  type Delivery,
  type MadeFile,
  type PermissionCommandName,
  type PermissionContent,
} from '#sharing/domain';
import { Names } from '../../queries/names.ts';
import { caseReadersOf } from '../../readers.ts';
import { addressOfPermissionCommand } from '../agreement-commands.ts';
import type { AgreementReader, StoredPermission } from './agreement-reading.ts';
import { columnView, recipientOf, rowsText } from './data-view.ts';
import { keyViews, noticeViews, peopleIn } from './key-and-notice-views.ts';

/** Where the file of a permission is downloaded. */
export const permissionDataPath = (id: string): string => `/api/v1/permissions/${id}/data`;

/** The name that a reader's machine gives the file. */
export const permittedFileName = (reference: string, slug: string): string =>
  `${reference.replaceAll('/', '-')}-${slug}.csv`;

interface Reading {
  readonly reader: AgreementReader;
  readonly names: Names;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
  readonly today: string;
}

async function readPermissions(reader: AgreementReader, rows: readonly StoredPermission[]): Promise<Reading> {
  const [names, datasets] = await Promise.all([
    Names.of(
      reader.queries,
      rows.flatMap(({ state }) => [state.recipient.person, ...peopleIn(state)]),
      rows.flatMap(({ state }) => [state.provider, state.recipient.organisation]),
    ),
    sharedDatasets(
      reader.queries,
      rows.map(({ state }) => state.dataset),
    ),
  ]);
  return { reader, names, datasets, today: localDate(reader.sources.clock.now().toISOString()) };
}

const selected = `permission.id, permission.revision, permission.state, permission.content,
  agreement.content->>'title' as title from permission join agreement on agreement.id = permission.agreement`;

async function permissionById({ queries }: AgreementReader, id: string): Promise<StoredPermission | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queries.rows<StoredPermission>(`select ${selected} where permission.id = $1`, [id]);
  return row;
}

/** `GET /api/v1/permissions/{id}`; undefined where there is nothing that this reader may see. */
export async function viewPermission(reader: AgreementReader, id: string): Promise<PermissionView | undefined> {
  const row = await permissionById(reader, id);
  const [view] = row ? viewOf(row, await readPermissions(reader, [row])) : [];
  return view;
}

/** What is effective today, as SQL: a permission ends after its last day, whether a schedule has come by or not. */
const statusSql = `case when permission.status = 'ended' or permission.ends_on < $4::date then 'ended'
  when permission.status = 'suspended' then 'suspended'
  when permission.starts_on > $4::date then 'scheduled' else 'active' end`;

/** `GET /api/v1/permissions`: what the reader's organisations hold or have given, the newest first. */
export async function listPermissions(
  reader: AgreementReader & { readonly actor: PersonActor },
  { side, status, dataset, page, size }: PermissionListQuery,
): Promise<PermissionList> {
  const today = localDate(reader.sources.clock.now().toISOString());
  const rows = await reader.queries.rows<StoredPermission & { readonly total: number }>(
    `select count(*) over ()::integer as total, ${selected}
     where exists (select from audience where audience.kind = 'permission' and audience.id = permission.id
         and audience.reader = any($1::text[]) and audience.standing = $2)
       and ($3::uuid is null or permission.dataset = $3) and ($5::text is null or ${statusSql} = $5)
     order by permission.given_at desc, permission.id desc limit $6 offset $7`,
    [
      caseReadersOf(reader.actor),
      side === 'given' ? 'owner' : 'requester',
      dataset ?? null,
      today,
      status ?? null,
      size,
      (page - 1) * size,
    ],
    'permission-list',
  );
  const reading = await readPermissions(reader, rows);
  return { items: rows.flatMap((row) => viewOf(row, reading)), total: rows[0]?.total ?? 0, page, size };
}

/** `GET /api/v1/permissions/{id}/deliveries`, the newest first. */
export async function listDeliveries(reader: AgreementReader, id: string): Promise<DeliveryList | undefined> {
  const row = await permissionById(reader, id);
  if (!row || permissionStandingsOf(reader.actor, row.state).length === 0) return undefined;
  const { datasets } = await readPermissions(reader, [row]);
  const name = fileNameOf(row, datasets);
  return { items: [...row.state.deliveries].reverse().map((one) => deliveryView(one, row.content, name)) };
}

const fileNameOf = ({ state }: StoredPermission, datasets: Reading['datasets']): string =>
  permittedFileName(state.reference, datasets.get(state.dataset)?.slug ?? 'data');

const fileView = ({ bytes, sha256, rows }: MadeFile, name: string) => ({ bytes, sha256, rows, name });

function deliveryView(
  { id, state, on, file, downloads }: Delivery,
  content: PermissionContent,
  name: string,
): DeliveryView {
  const words = (part: string): string | undefined => content[`${part}:${id}`] as string | undefined;
  const [failure, handOver] = [words('failure'), words('hand-over')];
  return {
    id,
    state: { code: state, label: deliveryStateLabels[state] },
    on,
    ...(file ? { file: fileView(file, name) } : {}),
    downloads,
    ...(failure === undefined || state !== 'failed' ? {} : { failure }),
    ...(handOver === undefined ? {} : { handOver }),
  };
}

/** Commands that have an address of another kind: a file that is read, a key that is made and told. */
const ownAddresses: Partial<Record<PermissionCommandName, string>> = {
  'download-file': 'download',
  'make-key': 'make-key',
};
const addressOf = (command: PermissionCommandName): string | undefined =>
  ownAddresses[command] ?? addressOfPermissionCommand(command);

const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);

function viewOf(row: StoredPermission, { reader, names, datasets, today }: Reading): PermissionView[] {
  const { id, revision, state, content, title } = row;
  const { actor } = reader;
  const side = agreementSideOf(permissionStandingsOf(actor, state));
  if (!side) return [];
  const shared = datasets.get(state.dataset);
  const status = statusOf(state, today);
  const delivery = currentDelivery(state);
  const served = servedDelivery(state)?.file;
  const { allowed, refused } = permissionPossibilities(state, actor, today);
  const ending = state.ended ?? (status === 'ended' ? { how: 'expired' as const, on: state.end } : undefined);
  return [
    {
      id,
      revision,
      reference: state.reference,
      agreement: { id: state.agreement, title },
      dataset: { id: state.dataset, slug: shared?.slug ?? '', title: shared?.title ?? 'A dataset that is gone' },
      side,
      provider: names.organisation(state.provider),
      recipient: recipientOf(state.recipient, names),
      status: { code: status, label: permissionStatusLabels[status] },
      ...(ending
        ? { ending: { how: { code: ending.how, label: permissionEndingLabels[ending.how] }, on: ending.on } }
        : {}),
      start: state.start,
      end: state.end,
      ...(status === 'ended' ? {} : { daysLeft: daysBetween(today, state.end) + 1 }),
      whole: state.whole,
      columns: state.columns.map((column) => columnView(column, shared)),
      ...rowsText(state.rows, shared),
      accepted: actor.kind === 'person' && state.acceptedBy.includes(actor.person),
      people: state.acceptedBy.length,
      // What was never made of a permission that has ended never will be.
      ...(delivery && (status !== 'ended' || delivery.state !== 'pending')
        ? { delivery: deliveryView(delivery, content, fileNameOf(row, datasets)) }
        : {}),
      ...(served && status !== 'ended' ? { file: fileView(served, fileNameOf(row, datasets)) } : {}),
      refreshed: state.refreshed === true,
      keys: status === 'ended' ? [] : keyViews(state, content, names),
      notices: noticeViews(state, content, names),
      ...(allowed.includes('download-file') ? { href: permissionDataPath(id) } : {}),
      allowedCommands: allowed.flatMap((command) => (command === 'download-file' ? [] : (addressOf(command) ?? []))),
      refusedCommands: refused.flatMap(({ command, code, message }) => {
        const address = addressOf(command);
        return address === undefined ? [] : [{ command: address, code, message }];
      }),
    },
  ];
}
