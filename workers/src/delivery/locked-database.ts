import type { DuckDBConnection } from '@duckdb/node-api';
import { FileFault } from './file-order.ts';
import { literal } from './select-sql.ts';

export interface DatabaseLimits {
  /** As DuckDB writes it: `200MB`. */
  readonly memory: string;
  /** Milliseconds after which a statement is stopped. */
  readonly time: number;
}

export const usualLimits: DatabaseLimits = { memory: '200MB', time: 10 * 60_000 };

/**
 * A database in memory that reads and writes one folder and nothing else, for the time of some work. Loaded when it is first
 * needed: its library is seventy megabytes.
 */
export async function inLockedDatabase<Result>(
  folder: string,
  { memory, time }: DatabaseLimits,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: folder,
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, time);
  try {
    await connection.run(`set allowed_directories = [${literal(`${folder}/`)}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    return await work(connection);
  } catch (error) {
    if (late) throw new FileFault('took-too-long', 'Making the file took longer than it may. Ask for fewer rows.');
    throw error;
  } finally {
    clearTimeout(clock);
    connection.closeSync();
    instance.closeSync();
  }
}
