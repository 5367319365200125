export { applicationRole, Database, type DatabaseOptions, type Queries, type Transaction } from './database.ts';
export { listen, type Listener } from './listener.ts';
export { migrate, pendingMigrations, SqlMigration, type MigrationClass } from './migration.ts';
export { isTransient, sqlState, violatedConstraint } from './transient.ts';
