import { SqlMigration } from '#platform/database';

/**
 * Who of another side has read the answers of a request that is not decided: one row a person and day, shown to those who
 * wrote them. Written, never changed.
 */
export class CaseReads001 extends SqlMigration {
  override readonly name = 'case-reads-001';

  readonly sql = `
    create table case_read (
      case_id uuid not null references sharing_case,
      request uuid not null,
      person uuid not null,
      organisation uuid not null,
      day date not null,
      at timestamptz(3) not null,
      primary key (case_id, person, day)
    );
    create index case_read_request on case_read (request);

    grant select, insert on case_read to wayleave_app;
  `;
}
