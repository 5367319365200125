import { localDate } from '#kernel';
import type { Queries } from '#platform/database';
import type { RegisterEntry } from '#sharing/contracts';

/** What the public reads of the life of an agreement, by the type of the entry. */
const said: Readonly<Record<string, string>> = {
  'agreement-in-force': 'Came into force',
  'agreement-delivered': 'The data was handed over for the first time',
  'agreement-suspended': 'Suspended',
  'agreement-resumed': 'In force again',
  'agreement-ended': 'Ended',
  'agreement-disposal-confirmed': 'The recipient confirmed that the data is deleted',
  'agreement-closed-unconfirmed': 'Closed without a confirmation that the data is deleted',
};

/** The update log of one row, the newest first: days and what happened, nobody’s name. */
export async function registerUpdates(queries: Queries, id: string): Promise<RegisterEntry['updates']> {
  const rows = await queries.rows<{ type: string; at: Date }>(
    'select type, at from ledger_entry where stream = $1 and type = any($2::text[]) order by revision desc',
    [id, Object.keys(said)],
  );
  return rows.map(({ type, at }) => ({ on: localDate(at.toISOString()), what: said[type] ?? type }));
}
