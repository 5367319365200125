import { SqlMigration } from '#platform/database';

/**
 * In whose histories each entry stands, written with it. It is found by subject and kind, the newest first: the ids of
 * entries sort by time. It says nothing that the entries do not, and can be written anew from them.
 */
export class Ledger002 extends SqlMigration {
  override readonly name = 'ledger-002';

  readonly sql = `
    create table ledger_about (
      subject uuid not null,
      kind text not null,
      entry uuid not null references ledger_entry,
      inside boolean not null,
      primary key (subject, kind, entry) include (inside)
    );

    grant select, insert on ledger_about to wayleave_app;
  `;
}
