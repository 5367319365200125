import { SqlMigration } from '#platform/database';

/** Cover while somebody is away; the nation and the boards that state rows of organisations now say. */
export class Organisations002 extends SqlMigration {
  override readonly name = 'organisations-002';

  readonly sql = `
    create table stand_in (
      id uuid primary key,
      revision integer not null,
      organisation uuid not null references organisation,
      person uuid not null references person,
      stand_in uuid not null references person,
      roles text[] not null,
      from_day date not null,
      until_day date not null,
      ended boolean not null,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );
    create index stand_in_organisation on stand_in (organisation) where not ended;
    -- Read with every call of everybody who is signed in.
    create index stand_in_covering on stand_in (stand_in, organisation) where not ended;

    update organisation set state = '{"nation": "england", "boards": []}'::jsonb || state;

    grant select, insert, update on stand_in to wayleave_app;
  `;
}
