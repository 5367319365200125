import { SqlMigration } from '#platform/database';

/**
 * State rows of datasets. `state` is what the rules know, `content` what the record says in words; both are projections
 * of the ledger. The plain columns repeat what queries filter and join by.
 */
export class Catalogue001 extends SqlMigration {
  override readonly name = 'catalogue-001';

  readonly sql = `
    create table dataset (
      id uuid primary key,
      organisation uuid not null,
      slug text collate "C" not null,
      revision integer not null,
      lifecycle text not null,
      access text not null,
      visibility text not null,
      source uuid,
      source_key text,
      source_present boolean,
      state jsonb not null,
      content jsonb not null,
      registered_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      -- In collation C its index also finds title-2, title-3 … by the beginning they share.
      constraint dataset_slug unique (slug),
      constraint dataset_source_key unique (source, source_key)
    );
    create index dataset_organisation on dataset (organisation);

    -- One row: raised by every transaction that changes what a reader of the catalogue may find, so that pages which
    -- count all of it are made once and kept until something changes.
    create table catalogue_edition (
      only_row boolean primary key default true check (only_row),
      edition bigint not null default 0
    );
    insert into catalogue_edition default values;

    grant select, insert, update on dataset to wayleave_app;
    grant select, update on catalogue_edition to wayleave_app;
  `;
}
