import { SqlMigration } from '#platform/database';

/**
 * Organisations' own questions: the newest as a projection of the ledger, and beside it every version ever published,
 * because a request and a case keep the questions that they were begun with.
 */
export class QuestionSets001 extends SqlMigration {
  override readonly name = 'question-sets-001';

  readonly sql = `
    create table question_set (
      id uuid primary key,
      revision integer not null,
      organisation uuid not null references organisation constraint question_set_organisation unique,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );

    create table question_set_version (
      organisation uuid not null references organisation,
      version integer not null,
      definition jsonb not null,
      published_at timestamptz(3) not null,
      primary key (organisation, version)
    );

    grant select, insert, update on question_set to wayleave_app;
    grant select, insert on question_set_version to wayleave_app;
  `;
}
