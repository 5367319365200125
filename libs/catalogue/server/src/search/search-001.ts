import { SqlMigration } from '#platform/database';

/**
 * What the search reads: one row for each dataset, with integers for what facets count and readers filter by. `words` holds
 * everything that may be found; `head` (title, keywords, publisher) is small, never leaves the row and gives the rank.
 */
export class Search001 extends SqlMigration {
  override readonly name = 'search-001';

  readonly sql = `
    create extension if not exists pg_trgm;

    create table search_publisher (
      code integer primary key generated always as identity,
      organisation uuid not null unique
    );

    create table dataset_search (
      dataset uuid primary key,
      publisher integer not null,
      themes integer not null,
      formats integer not null,
      codes integer not null,
      audience smallint not null,
      newest timestamptz(3) not null,
      title_key text collate "C" not null,
      head tsvector not null,
      words tsvector not null
    );
    alter table dataset_search alter column title_key set storage plain;
    alter table dataset_search alter column head set storage plain;
    alter table dataset_search alter column words set storage external;
    -- A short pending list: searches read all of it.
    create index dataset_search_words on dataset_search using gin (words) with (gin_pending_list_limit = 512);
    create index dataset_search_newest on dataset_search (newest desc, dataset);
    create index dataset_search_everyone on dataset_search (dataset) where audience = 0;
    create index dataset_search_publisher on dataset_search (publisher);
    comment on column dataset_search.codes is 'access + licence * 16 + personal data * 256';
    comment on column dataset_search.audience is '0 everyone, 1 members of any organisation, 2 its own organisation';

    -- Spellings that stand in datasets which everyone may find; how often is asked of the index.
    create table search_word (word text collate "C" primary key);
    create index search_word_trigrams on search_word using gin (word gin_trgm_ops);

    grant select, insert, update, delete on dataset_search to wayleave_app;
    grant select, insert on search_publisher to wayleave_app;
    grant select, insert, delete on search_word to wayleave_app;
  `;
}
