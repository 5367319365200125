import { sharedDatasets } from '#catalogue/server';
import type { MachineActor } from '#kernel';
import type { Door } from '#ledger/server';
import type { Queries } from '#platform/database';
import {
  currentDelivery,
  type FormRule,
  type MadeFile,
  type Permission,
  type PermissionCommand,
} from '#sharing/domain';
import type { PermissionAggregate } from './agreement-aggregate.ts';

/** Who makes files and hands them over. */
export const deliveryMachine: MachineActor = { kind: 'machine', name: 'delivery' };

/** A file that is to be made: what of, under the names that its columns have today. */
export interface PendingDelivery {
  readonly permission: string;
  readonly delivery: string;
  /** The file in the store; absent where the dataset keeps none any more. */
  readonly source?: string;
  readonly whole: boolean;
  readonly columns: readonly { readonly name: string; readonly rule?: FormRule }[];
  readonly rows: readonly (
    | { readonly column: string; readonly is: readonly string[] }
    | { readonly column: string; readonly from?: string; readonly until?: string }
  )[];
}

/** Files that wait to be made, the oldest first. */
export async function pendingDeliveries(queries: Queries, most: number): Promise<readonly PendingDelivery[]> {
  const rows = await queries.rows<{ id: string; state: Permission }>(
    `select id, state from permission where delivery = 'pending' and status <> 'ended' order by id limit $1`,
    [most],
  );
  const datasets = await sharedDatasets(
    queries,
    rows.map(({ state }) => state.dataset),
  );
  return rows.flatMap(({ id, state }) => {
    const delivery = currentDelivery(state);
    if (!delivery) return [];
    const shared = datasets.get(state.dataset);
    // A column that is gone is missed in the file, and said so by its id.
    const named = (column: string): string => shared?.columns.find((one) => one.id === column)?.name ?? column;
    return [
      {
        permission: id,
        delivery: delivery.id,
        ...(shared?.csv === undefined ? {} : { source: shared.csv.id }),
        whole: state.whole,
        columns: state.columns.map(({ column, rule }) => ({
          name: named(column),
          ...(rule === undefined ? {} : { rule }),
        })),
        rows: state.rows.map((filter) => ({ ...filter, column: named(filter.column) })),
      },
    ];
  });
}

type Result = { readonly file: MadeFile } | { readonly code: string; readonly message: string };

/** Records what became of a file. @returns whether it counts: another may have been quicker, or the permission has ended */
export async function recordDelivery(
  { door, permissions }: { readonly door: Door; readonly permissions: PermissionAggregate },
  { permission, delivery }: Pick<PendingDelivery, 'permission' | 'delivery'>,
  result: Result,
): Promise<boolean> {
  const command: PermissionCommand =
    'file' in result
      ? { type: 'record-file', delivery, file: result.file }
      : { type: 'record-failure', delivery, ...result };
  const [outcome] = await door.executeBatch(permissions, deliveryMachine, [{ id: permission, command }]);
  return outcome?.ok === true && outcome.value.events.length > 0;
}
