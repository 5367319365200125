import { SqlMigration } from '#platform/database';

/** Messages and notes on cases, questions about datasets, standing advice: each a projection of the ledger. */
export class Talk001 extends SqlMigration {
  override readonly name = 'talk-001';

  readonly sql = `
    create table case_message (
      id uuid primary key,
      revision integer not null,
      request uuid not null,
      case_id uuid not null,
      kind text not null,
      side text not null,
      person uuid not null,
      writes_for uuid,
      state jsonb not null,
      content jsonb not null,
      posted_at timestamptz(3) not null
    );
    create index case_message_case on case_message (case_id);

    create table question (
      id uuid primary key,
      revision integer not null,
      dataset uuid not null,
      organisation uuid not null,
      asker uuid not null,
      waits boolean not null,
      state jsonb not null,
      content jsonb not null,
      asked_at timestamptz(3) not null,
      answered_at timestamptz(3),
      changed_at timestamptz(3) not null
    );
    -- The order in which a dataset's page lists them.
    create index question_dataset on question (dataset, waits, id);
    create index question_asker on question (asker, asked_at);

    create table standing_advice (
      id uuid primary key,
      revision integer not null,
      organisation uuid not null,
      by_person uuid not null,
      until_day date not null,
      ended boolean not null,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );
    create index standing_advice_organisation on standing_advice (organisation, until_day);

    grant select, insert, update on case_message, question, standing_advice to wayleave_app;
  `;
}
