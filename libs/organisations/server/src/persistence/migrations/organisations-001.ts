import { SqlMigration } from '#platform/database';

/**
 * Organisations, people and memberships as projections of the ledger; beside them what the ledger does not hold:
 * credentials, sign-in sessions and links, the counters that throttle, and security events.
 */
export class Organisations001 extends SqlMigration {
  override readonly name = 'organisations-001';

  readonly sql = `
    create table organisation (
      id uuid primary key,
      revision integer not null,
      slug text not null constraint organisation_slug unique,
      kind text not null,
      standing text not null check (standing in ('member', 'verified', 'unclaimed')),
      name text not null,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );
    create index organisation_name on organisation (lower(name));

    create table organisation_unit (
      id uuid primary key,
      organisation uuid not null references organisation,
      name text not null,
      closed boolean not null
    );
    create index organisation_unit_organisation on organisation_unit (organisation);

    create table person (
      id uuid primary key,
      revision integer not null,
      name text not null,
      email text,
      operator boolean not null,
      confirmed boolean not null,
      closed boolean not null,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );
    create unique index person_email on person (lower(email));

    create table membership (
      id uuid primary key,
      revision integer not null,
      person uuid not null references person,
      organisation uuid not null references organisation,
      unit uuid references organisation_unit,
      roles text[] not null,
      ended boolean not null,
      state jsonb not null,
      content jsonb not null,
      changed_at timestamptz(3) not null
    );
    create unique index membership_current on membership (person, organisation) where not ended;
    create index membership_organisation on membership (organisation) where not ended;

    create table credential (
      person uuid primary key references person,
      password_hash text not null,
      changed_at timestamptz(3) not null
    );

    create table session (
      id uuid primary key,
      token_hash bytea not null constraint session_token unique,
      person uuid not null references person,
      opened_at timestamptz(3) not null,
      seen_at timestamptz(3) not null,
      idle_until timestamptz(3) not null,
      absolute_until timestamptz(3) not null,
      revoked_at timestamptz(3),
      address text,
      agent text
    );
    create index session_person on session (person) where revoked_at is null;
    create index session_absolute_until on session (absolute_until);

    create table sign_in_link (
      token_hash bytea primary key,
      person uuid not null references person,
      made_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3)
    );
    create index sign_in_link_person on sign_in_link (person) where used_at is null;

    create table security_event (
      id uuid primary key,
      at timestamptz(3) not null,
      kind text not null,
      person uuid,
      session uuid,
      address text,
      detail jsonb
    );
    create index security_event_at on security_event (at);
    create index security_event_person on security_event (person, at);

    create table sign_in_throttle (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    grant select, insert, update on organisation, organisation_unit, person, membership to wayleave_app;
    grant select, insert, update, delete on credential, session, sign_in_link, sign_in_throttle to wayleave_app;
    grant select, insert on security_event to wayleave_app;
  `;
}
