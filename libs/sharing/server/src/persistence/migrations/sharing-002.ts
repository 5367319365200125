import { SqlMigration } from '#platform/database';

/** What lists and precedents of many cases are found by. */
export class Sharing002 extends SqlMigration {
  override readonly name = 'sharing-002';

  readonly sql = `
    -- The class of purpose that the submission judged by the case names: comparable uses are found by it.
    alter table sharing_case add column purpose_class text;
    update sharing_case set purpose_class =
      request.content->('submission:' || (sharing_case.state->>'submission'))->'answers'->>'purpose-class'
    from sharing_request request where request.id = sharing_case.request;
    create index sharing_case_precedents on sharing_case (organisation, purpose_class, decided_on desc)
      where status = 'decided';

    -- What can be asked for, organisation by organisation and title by title, of a long one its beginning.
    create index dataset_offered on dataset (organisation, lower(left(content->>'title', 200)))
      where lifecycle = 'published' and access in ('named', 'group');

    -- The requests of an organisation or a person: the key of audience begins with the object.
    create index audience_request_reader on audience (reader, id) where kind = 'request';
  `;
}
