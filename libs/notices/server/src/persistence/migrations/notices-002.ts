import { SqlMigration } from '#platform/database';

/** How people want to be told by mail, and up to which notice their daily mail has told them. */
export class Notices002 extends SqlMigration {
  override readonly name = 'notices-002';

  readonly sql = `
    create table notice_preference (
      person uuid not null,
      kind text not null check (kind in ('asks', 'tells')),
      way text not null check (way in ('at-once', 'daily', 'off')),
      changed_at timestamptz(3) not null,
      primary key (person, kind)
    );
    create table notice_digest (
      person uuid primary key,
      through uuid not null,
      day date not null
    );
    create index notice_preference_daily on notice_preference (person) where way = 'daily';

    grant select, insert, update, delete on notice_preference, notice_digest to wayleave_app;
  `;
}
