export { applicationRole, Database, type DatabaseOptions } from './database.ts';
export { fewIds, type IdArray } from './few-ids.ts';
export { listen, type Listener } from './listener.ts';
export { migrate, pendingMigrations } from './migration.ts';
export type { Queries, Transaction } from './queries.ts';
export { SqlMigration, type MigrationClass } from './sql-migration.ts';
export { isTransient, sqlState, violatedConstraint } from './transient.ts';
