import { SqlMigration } from '#platform/database';

/** Agreements and the permissions that they give, as projections of the ledger. */
export class Agreements001 extends SqlMigration {
  override readonly name = 'agreements-001';

  readonly sql = `
    create table agreement (
      id uuid primary key,
      case_id uuid not null references sharing_case,
      request uuid not null references sharing_request,
      revision integer not null,
      reference text not null,
      provider uuid not null,
      recipient uuid,
      status text not null,
      starts_on date not null,
      ends_on date not null,
      stepped_on date not null,
      ended_on date,
      state jsonb not null,
      content jsonb not null,
      drafted_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    );
    -- A decision has one agreement; another is drafted only where the first was abandoned.
    create unique index agreement_of_case on agreement (case_id) where status <> 'abandoned';
    create index agreement_provider on agreement (provider, changed_at desc);
    create index agreement_due on agreement (status, ends_on);

    create table permission (
      id uuid primary key,
      agreement uuid not null references agreement,
      dataset uuid not null,
      revision integer not null,
      provider uuid not null,
      recipient uuid,
      status text not null,
      starts_on date not null,
      ends_on date not null,
      -- State of the newest delivery: what a worker has to make is found by it.
      delivery text,
      -- The file that was made, and those made before: what the store keeps for it.
      files uuid[] not null,
      state jsonb not null,
      content jsonb not null,
      given_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    );
    create index permission_agreement on permission (agreement);
    create index permission_dataset on permission (dataset);
    create index permission_provider on permission (provider, given_at desc);
    create index permission_pending on permission (id) where delivery = 'pending';
    create index permission_files on permission using gin (files);

    grant select, insert, update on agreement, permission to wayleave_app;
  `;
}
