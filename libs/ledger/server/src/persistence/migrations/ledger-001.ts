import { SqlMigration } from '#platform/database';

/**
 * The ledger, its private parts and erasures, the work lists beside it, and the role that serves people. The role owns
 * nothing here; triggers refuse changes of history even to the owner, as a guard against mistakes.
 */
export class Ledger001 extends SqlMigration {
  override readonly name = 'ledger-001';

  readonly sql = `
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'wayleave_app') then
        create role wayleave_app nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$
    begin
      if not pg_has_role(current_user, 'wayleave_app', 'member') then
        execute format('grant wayleave_app to %I', current_user);
      end if;
    end $$;
    grant usage on schema public to wayleave_app;

    create table ledger_entry (
      id uuid primary key,
      kind text not null,
      stream uuid not null,
      revision integer not null check (revision > 0),
      type text not null,
      schema_version smallint not null,
      at timestamptz(3) not null,
      actor_kind text not null check (actor_kind in ('person', 'machine', 'anyone')),
      actor_person uuid,
      actor_machine text,
      actor_organisation uuid,
      actor_standing text not null,
      facts jsonb not null,
      private_hash bytea,
      salt bytea not null,
      leaf_hash bytea not null,
      constraint ledger_entry_stream unique (stream, revision)
    );

    create table ledger_private (
      entry uuid primary key references ledger_entry,
      salt bytea not null,
      body jsonb not null
    );

    create table ledger_erasure (
      private_entry uuid primary key references ledger_entry,
      by_entry uuid not null references ledger_entry
    );

    create function ledger_refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% of % is refused: the ledger only grows', tg_op, tg_table_name using errcode = 'WL001';
    end $$;
    create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
      for each statement execute function ledger_refuse_change();
    create trigger ledger_erasure_only_grows before update or delete or truncate on ledger_erasure
      for each statement execute function ledger_refuse_change();
    create trigger ledger_private_unchanged before update or truncate on ledger_private
      for each statement execute function ledger_refuse_change();

    create function ledger_refuse_unnamed_erasure() returns trigger language plpgsql as $$
    begin
      if not exists (select from ledger_erasure where private_entry = old.entry) then
        raise exception 'The words of entry % may go only when an erasure names them', old.entry using errcode = 'WL002';
      end if;
      return old;
    end $$;
    create trigger ledger_private_erasure before delete on ledger_private
      for each row execute function ledger_refuse_unnamed_erasure();

    create function ledger_refuse_rewriting() returns trigger language plpgsql as $$
    begin
      if exists (select from ledger_erasure where private_entry = new.entry) then
        raise exception 'The words of entry % were erased and are not written again', new.entry using errcode = 'WL003';
      end if;
      return new;
    end $$;
    create trigger ledger_private_not_again before insert on ledger_private
      for each row execute function ledger_refuse_rewriting();

    create table outbox (
      id uuid primary key,
      type text not null,
      kind text not null,
      streams uuid[] not null,
      entries uuid[] not null,
      at timestamptz(3) not null
    );
    create index outbox_at on outbox (at);

    create table reaction_done (
      announcement uuid not null,
      reaction text not null,
      at timestamptz(3) not null,
      primary key (announcement, reaction)
    );
    create index reaction_done_at on reaction_done (at);

    create table command_receipt (
      actor text not null,
      key text not null,
      call_hash bytea not null,
      answer jsonb,
      at timestamptz(3) not null,
      primary key (actor, key)
    );
    create index command_receipt_at on command_receipt (at);

    create table audience (
      kind text not null,
      id uuid not null,
      reader text not null,
      standing text not null,
      primary key (kind, id, reader)
    );

    grant select, insert on ledger_entry, ledger_erasure to wayleave_app;
    grant select, insert, delete on ledger_private to wayleave_app;
    grant select, insert, update, delete on outbox, reaction_done, command_receipt, audience to wayleave_app;
  `;
}
