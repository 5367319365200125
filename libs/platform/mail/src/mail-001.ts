import { SqlMigration } from '#platform/database';

/** Mails on their way and those that went: written with what they tell of, sent afterwards. */
export class Mail001 extends SqlMigration {
  override readonly name = 'mail-001';

  readonly sql = `
    create table mail (
      id uuid primary key,
      kind text not null,
      address text not null,
      content jsonb,
      secret boolean not null,
      state text not null check (state in ('to-send', 'sent', 'stopped', 'failed')),
      attempts integer not null default 0,
      next_at timestamptz(3) not null,
      fault text,
      made_at timestamptz(3) not null,
      ended_at timestamptz(3)
    );
    create index mail_to_send on mail (next_at) where state = 'to-send';
    create index mail_made_at on mail (made_at desc, id desc);
    create index mail_ended_at on mail (ended_at) where ended_at is not null;

    grant select, insert, update, delete on mail to wayleave_app;
  `;
}
