import { SqlMigration } from '#platform/database';

/**
 * Files that support the answers of a request, and who of another side has read them. A row is data of the draft, outside
 * the ledger; a submission binds its files there by id and hash. The id is that of the file in the store. Reads are
 * written, never changed; a row of them may outlive that of its file.
 */
export class Evidence001 extends SqlMigration {
  override readonly name = 'evidence-001';

  readonly sql = `
    create table evidence_file (
      id uuid primary key,
      request uuid not null,
      question text not null,
      name text not null check (char_length(name) between 1 and 200),
      bytes bigint not null check (bytes > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      media_type text not null,
      uploaded_by uuid not null,
      at timestamptz(3) not null
    );
    create index evidence_file_request on evidence_file (request, id);

    create table evidence_read (
      file uuid not null,
      request uuid not null,
      person uuid not null,
      organisation uuid not null,
      at timestamptz(3) not null
    );
    create index evidence_read_request on evidence_read (request, at);

    grant select, insert, delete on evidence_file to wayleave_app;
    grant select, insert on evidence_read to wayleave_app;
  `;
}
