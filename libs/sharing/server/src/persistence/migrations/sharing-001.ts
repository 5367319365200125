import { SqlMigration } from '#platform/database';

/**
 * Drafts, which are their authors' alone; requests and cases as projections of the ledger; and the open work of cases, by which
 * an inbox is read without looking into any case.
 */
export class Sharing001 extends SqlMigration {
  override readonly name = 'sharing-001';

  readonly sql = `
    create sequence request_reference;

    create table request_draft (
      id uuid primary key,
      revision integer not null,
      author uuid not null,
      organisation uuid,
      people uuid[] not null,
      basket jsonb not null,
      answers jsonb not null,
      made_at timestamptz(3) not null,
      saved_at timestamptz(3) not null,
      saved_by uuid not null
    );
    create index request_draft_people on request_draft using gin (people);

    create table sharing_request (
      id uuid primary key,
      revision integer not null,
      reference text not null constraint sharing_request_reference unique,
      organisation uuid,
      withdrawn boolean not null,
      title text not null,
      state jsonb not null,
      content jsonb not null,
      submitted_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    );

    create table sharing_case (
      id uuid primary key,
      request uuid not null references sharing_request,
      organisation uuid not null,
      revision integer not null,
      status text not null,
      lane text not null,
      stage text not null,
      arrived_on date not null,
      decided_on date,
      outcome text,
      -- Working days to the decision without pauses: what a forecast counts.
      days_taken integer,
      returned_on date,
      held_until date,
      datasets uuid[] not null,
      state jsonb not null,
      content jsonb not null,
      opened_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    );
    create index sharing_case_request on sharing_case (request);
    create index sharing_case_organisation on sharing_case (organisation, decided_on desc);
    create index sharing_case_waiting on sharing_case (status) where status in ('open', 'returned', 'on-hold', 'under-review');
    create index sharing_case_datasets on sharing_case using gin (datasets);

    -- One row for each piece of work that somebody can do now; rebuilt with its case.
    create table case_work (
      case_id uuid not null references sharing_case,
      task text not null,
      kind text not null,
      label text,
      organisation uuid,
      -- Keys of those whose it is: person:<id>, <organisation>/<role>, <organisation>.
      holders text[] not null,
      -- Persons from whom it is kept whatever their role.
      barred uuid[] not null,
      assignee uuid,
      due date not null,
      escalated boolean not null,
      gap boolean not null,
      primary key (case_id, task)
    );
    create index case_work_holders on case_work using gin (holders);
    create index case_work_organisation on case_work (organisation, due);
    create index case_work_due on case_work (due) where not escalated;

    grant usage on sequence request_reference to wayleave_app;
    grant select, insert, update, delete on request_draft, case_work to wayleave_app;
    grant select, insert, update on sharing_request, sharing_case to wayleave_app;
  `;
}
