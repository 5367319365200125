import type { Actor } from '#kernel';
import { uuidv7 } from '#kernel';
import type { About, DomainEvent, EntryActor } from '#ledger/domain';
import type { Transaction } from '#platform/database';
import type { AnyAggregate } from './aggregate.ts';
import { insertAnnouncements, wakeRelay } from './outbox.ts';
import { leafHash, newSalt, privateHash, type EntryHead } from './commitment.ts';

/** One event on its way into the ledger. */
export interface NewEntry {
  readonly stream: string;
  readonly revision: number;
  readonly actor: Actor;
  readonly standing: string;
  readonly event: DomainEvent;
  readonly about: readonly About[];
}

export const entryActor = (actor: Actor, standing: string): EntryActor => ({
  kind: actor.kind,
  person: actor.kind === 'person' ? actor.person : actor.kind === 'machine' ? (actor.accountable ?? null) : null,
  machine: actor.kind === 'machine' ? actor.name : null,
  organisation: actor.kind === 'anyone' ? null : (actor.actingFor ?? null),
  standing,
});

function checked(aggregate: AnyAggregate, event: DomainEvent): { version: number; facts: object; content?: object } {
  const contract = aggregate.events[event.type];
  if (!contract) throw new Error(`The event ${event.type} of ${aggregate.kind} has no contract`);
  const facts = contract.facts.parse(event.facts) as object;
  const words = event.content;
  if (words === undefined || Object.keys(words).length === 0) return { version: contract.version, facts };
  if (!contract.content) throw new Error(`The event ${event.type} has words, but its contract names none`);
  contract.content.parse(words);
  return { version: contract.version, facts, content: words };
}

/** Every subject once; who did it is one of them, and what is read from inside is read from inside. */
export function subjectsOf(about: readonly About[], person: string | null): readonly About[] {
  const inside = new Map(about.map((one) => [one.subject, false]));
  for (const one of about) if (one.inside) inside.set(one.subject, true);
  if (person !== null) inside.set(person, true);
  return [...inside].map(([subject, within]) => ({ subject, inside: within }));
}

function rowOf(aggregate: AnyAggregate, entry: NewEntry, { id, at }: { readonly id: string; readonly at: Date }) {
  const { version, facts, content } = checked(aggregate, entry.event);
  const actor = entryActor(entry.actor, entry.standing);
  const head: EntryHead = {
    id,
    kind: aggregate.kind,
    stream: entry.stream,
    revision: entry.revision,
    type: entry.event.type,
    schemaVersion: version,
    at: at.toISOString(),
    actor,
    facts,
  };
  const salt = newSalt();
  const privateSalt = content ? newSalt() : null;
  const hash = content && privateSalt ? privateHash(privateSalt, content) : null;
  return {
    ...head,
    actor_kind: actor.kind,
    actor_person: actor.person,
    actor_machine: actor.machine,
    actor_organisation: actor.organisation,
    actor_standing: actor.standing,
    private_hash: hash?.toString('hex') ?? null,
    salt: salt.toString('hex'),
    leaf_hash: leafHash(salt, head, hash).toString('hex'),
    private_salt: privateSalt?.toString('hex') ?? null,
    body: content ?? null,
    about: subjectsOf(entry.about, actor.person),
  };
}

/** Rows of the ledger, checked and hashed; the same as `JSON.stringify` would write: a member without a value is left out. */
export function entryRows(aggregate: AnyAggregate, entries: readonly NewEntry[], at: Date): readonly EntryRow[] {
  // In order, so that a history lists what one command did as it was done.
  const ids = entries.map(() => uuidv7(at.getTime())).sort();
  return entries.map((entry, index) => rowOf(aggregate, entry, { id: ids[index] ?? '', at }));
}

export type EntryRow = ReturnType<typeof rowOf>;

/**
 * Appends rows to the ledger with their private parts, and announces what somebody hears of it: in one statement, since every
 * command waits for it.
 * @param announced rows of the outbox
 */
export async function appendEntries(
  transaction: Transaction,
  rows: readonly EntryRow[],
  announced: readonly object[] = [],
): Promise<void> {
  const told = rows.some(({ body }) => body !== null);
  const heard = announced.length > 0;
  const parts = [
    `subjects as (${insertSubjects})`,
    ...(told ? [`words as (${insertWords})`] : []),
    ...(heard ? [`announced as (${insertAnnouncements('$2::jsonb')})`] : []),
  ];
  const sql = `with entries as (${insertEntries}), ${parts.join(', ')} ${heard ? wakeRelay : 'select'}`;
  const given = JSON.stringify(rows.map(({ actor: _actor, ...row }) => row));
  await transaction.rows(
    sql,
    heard ? [given, JSON.stringify(announced)] : [given],
    `append-entries${told ? '-with-words' : ''}${heard ? '-announced' : ''}`,
  );
}

const insertEntries = `
  insert into ledger_entry (id, kind, stream, revision, type, schema_version, at, actor_kind, actor_person,
    actor_machine, actor_organisation, actor_standing, facts, private_hash, salt, leaf_hash)
  select id, kind, stream, revision, type, "schemaVersion", at, actor_kind, actor_person, actor_machine,
    actor_organisation, actor_standing, facts, decode(private_hash, 'hex'), decode(salt, 'hex'), decode(leaf_hash, 'hex')
  from jsonb_to_recordset($1::jsonb) as entry (id uuid, kind text, stream uuid, revision integer, type text,
    "schemaVersion" smallint, at timestamptz, actor_kind text, actor_person uuid, actor_machine text,
    actor_organisation uuid, actor_standing text, facts jsonb, private_hash text, salt text, leaf_hash text)`;

const insertSubjects = `
  insert into ledger_about (subject, kind, entry, inside)
  select about.subject, entry.kind, entry.id, about.inside
  from jsonb_to_recordset($1::jsonb) as entry (id uuid, kind text, about jsonb)
  cross join jsonb_to_recordset(entry.about) as about (subject uuid, inside boolean)`;

const insertWords = `
  insert into ledger_private (entry, salt, body)
  select id, decode(private_salt, 'hex'), body
  from jsonb_to_recordset($1::jsonb) as words (id uuid, private_salt text, body jsonb) where private_salt is not null`;
