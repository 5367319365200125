import { SqlMigration } from '#platform/database';

/** Who accepted the terms of which dataset. */
export class Terms001 extends SqlMigration {
  override readonly name = 'terms-001';

  readonly sql = `
    create table terms_acceptance (
      id uuid primary key,
      revision integer not null,
      dataset uuid not null references dataset,
      person uuid not null,
      terms text not null,
      state jsonb not null,
      content jsonb not null,
      accepted_at timestamptz(3) not null
    );
    create index terms_acceptance_of on terms_acceptance (person, dataset, terms);

    grant select, insert, update on terms_acceptance to wayleave_app;
  `;
}
