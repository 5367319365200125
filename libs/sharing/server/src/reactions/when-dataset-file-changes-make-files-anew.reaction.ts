import { sharedDatasets } from '#catalogue/server';
import { uuidv7 } from '#kernel';
import type { Reaction } from '#ledger/server';
import type { PermissionAggregate } from '../agreements/agreement-aggregate.ts';
import { deliveryMachine } from '../agreements/pending-deliveries.ts';

/** When the file that deliveries are made from is another, whoever has it given again and again gets a new one. */
export const whenDatasetFileChangesMakeFilesAnew = (permissions: PermissionAggregate): Reaction => ({
  name: 'when-dataset-file-changes-make-files-anew',
  hears: ['dataset-file-attached'],
  react: async (transaction, { streams, entries }, { door, at }) => {
    const attached = await transaction.rows<{ file: string }>(
      `select facts->'file'->>'id' as file from ledger_entry where id = any($1::uuid[])`,
      [entries],
    );
    const files = new Set(attached.map(({ file }) => file));
    const shared = await sharedDatasets(transaction, streams);
    const changed = streams.filter((id) => files.has(shared.get(id)?.csv?.id ?? ''));
    if (changed.length === 0) return;
    const rows = await transaction.rows<{ id: string; revision: number }>(
      `select id, revision from permission where dataset = any($1::uuid[]) and status <> 'ended'
         and (state->>'refreshed')::boolean order by id for update`,
      [changed],
    );
    if (rows.length === 0) return;
    const next = (): string => uuidv7(at.getTime());
    const items = rows.map((row) => ({ ...row, command: { type: 'refresh-file' as const, next: next() } }));
    await door.perform(transaction, permissions, deliveryMachine, items);
  },
});
