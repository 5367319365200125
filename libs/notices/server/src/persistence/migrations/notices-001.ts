import { SqlMigration } from '#platform/database';

/**
 * Messages to people. Ids are of version 7, made from `at`, so their order is that of time; `notice_open` serves the number
 * in the bell and the list of what waits, and holds only the few that are neither read nor settled, or still ask.
 */
export class Notices001 extends SqlMigration {
  override readonly name = 'notices-001';

  readonly sql = `
    create table notice (
      id uuid primary key,
      person uuid not null,
      kind text not null check (kind in ('asks', 'tells')),
      topic text not null,
      subject_kind text not null,
      subject uuid not null,
      sentence text not null check (char_length(sentence) <= 300),
      href text not null check (href like '/%' and href not like '//%'),
      source uuid not null,
      at timestamptz(3) not null,
      read_at timestamptz(3),
      settled_at timestamptz(3),
      constraint notice_once unique (person, topic, source, subject)
    );
    create index notice_person on notice (person, id);
    create index notice_open on notice (person, id)
      where settled_at is null and (read_at is null or kind = 'asks');
    create index notice_asking on notice (subject) where settled_at is null and kind = 'asks';

    grant select, insert, update, delete on notice to wayleave_app;
  `;
}
