import { SqlMigration } from '#platform/database';

/**
 * Remote catalogues, each reading of one, and what became of each record. Progress of jobs, outside the ledger: what an
 * import changes stands there as events of datasets.
 */
export class Import001 extends SqlMigration {
  override readonly name = 'import-001';

  readonly sql = `
    create table import_source (
      id uuid primary key,
      organisation uuid not null,
      -- The catalogue's own address where it gives one, else the address or the name of the file it is read from.
      canonical text not null,
      title text,
      address text,
      created_at timestamptz(3) not null,
      last_read_at timestamptz(3),
      constraint import_source_canonical unique (organisation, canonical)
    );

    create table import_run (
      id uuid primary key,
      source uuid not null references import_source,
      -- running, stopped (to be taken up), done, replaced (another feed was read before it ended)
      state text not null,
      -- SHA-256 of the bytes read and of the rules of repair: a run is taken up only with the same of both.
      feed_hash text not null,
      address text not null,
      records integer not null,
      -- Records dealt with, in the order of the feed: where a killed run goes on.
      position integer not null default 0,
      created integer not null default 0,
      updated integer not null default 0,
      unchanged integer not null default 0,
      skipped integer not null default 0,
      vanished integer not null default 0,
      repairs jsonb not null default '{}',
      unread jsonb not null default '{}',
      -- Why records that are gone were not marked, if they were not.
      held_back integer not null default 0,
      started_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      finished_at timestamptz(3)
    );
    create index import_run_source on import_run (source, started_at desc);

    create table import_record (
      run uuid not null references import_run on delete cascade,
      -- Place in the feed; vanished records have negative ones.
      position integer not null,
      source uuid not null,
      path text not null,
      record_key text,
      title text,
      -- created, updated, skipped, vanished
      outcome text not null,
      dataset uuid,
      reason_code text,
      reason text,
      -- Repairs as { kind, path, before, after }, at most 100.
      repairs jsonb not null default '[]',
      lacks text[] not null default '{}',
      primary key (run, position)
    );
    create index import_record_of_dataset on import_record (dataset) where dataset is not null;

    grant select, insert, update on import_source, import_run to wayleave_app;
    grant select, insert, delete on import_record to wayleave_app;
    grant delete on import_run to wayleave_app;
  `;
}
