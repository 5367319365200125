import { SqlMigration } from '#platform/database';

/**
 * Holidays proclaimed after a release was made, by nation. Reference data of the installation, outside the ledger: the
 * operator adds and removes them.
 */
export class Calendars001 extends SqlMigration {
  override readonly name = 'calendars-001';

  readonly sql = `
    create table holiday_addition (
      nation text not null check (nation in ('england', 'wales', 'scotland', 'northern-ireland')),
      date date not null,
      name text not null,
      added_at timestamptz(3) not null,
      primary key (nation, date)
    );

    grant select, insert, delete on holiday_addition to wayleave_app;
  `;
}
