import { SqlMigration } from '#platform/database';

/** Permissions under which notices were sent to those who received something: few, and looked at each hour for silence. */
export class Agreements003 extends SqlMigration {
  override readonly name = 'agreements-003';

  readonly sql = `
    create index permission_noticed on permission (id) where state->'notices' is not null;
  `;
}
