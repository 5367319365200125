import { Migration } from '@mikro-orm/migrations';

/** A migration is plain SQL that only expands: a release runs on its predecessor's schema. */
export abstract class SqlMigration extends Migration {
  abstract readonly sql: string;

  override up(): void {
    this.addSql(this.sql);
  }
}

export type MigrationClass = new (...parameters: ConstructorParameters<typeof Migration>) => SqlMigration;
