import { SqlMigration } from '#platform/database';

/**
 * Signatures without an account: agreements are found by the hash of a token, and scans of signed copies are kept. A row of
 * `signed_copy` is no part of the ledger until a signature names it there by id and hash; reads of it are written, never changed.
 */
export class Agreements002 extends SqlMigration {
  override readonly name = 'agreements-002';

  readonly sql = `
    create index agreement_signing on agreement using gin
      ((state->'invitations') jsonb_path_ops, (state->'signatures') jsonb_path_ops);

    create table signed_copy (
      id uuid primary key,
      agreement uuid not null references agreement,
      name text not null check (char_length(name) between 1 and 200),
      bytes bigint not null check (bytes > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      media_type text not null,
      uploaded_by uuid not null,
      at timestamptz(3) not null,
      -- A signature names it: what nobody put on record is let go of after a day.
      recorded_at timestamptz(3)
    );
    create index signed_copy_agreement on signed_copy (agreement);

    create table signed_copy_read (
      file uuid not null,
      agreement uuid not null,
      person uuid not null,
      at timestamptz(3) not null
    );
    create index signed_copy_read_file on signed_copy_read (file, at);

    grant select, insert, update, delete on signed_copy to wayleave_app;
    grant select, insert on signed_copy_read to wayleave_app;
  `;
}
