import type { Door } from '#ledger/server';
import type { Settings } from '#platform/config';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Storage } from '#platform/storage';
import type { DatasetAggregate } from '#catalogue/server';

/** What a command of the operator's command line works with. It runs on the application's role, like everything else. */
export interface OperatorContext {
  readonly database: Database;
  readonly door: Door;
  readonly datasets: DatasetAggregate;
  readonly settings: Settings;
  readonly storage: Storage;
  readonly clock: Clock;
  /** One line to standard output. */
  print(line: string): void;
  /** One line to standard error: what went wrong and what to do. */
  complain(line: string): void;
}

/** @returns the process's exit code: 0 done, 1 refused or failed, 2 called wrongly */
export type OperatorCommand = (parameters: readonly string[], context: OperatorContext) => Promise<number>;
