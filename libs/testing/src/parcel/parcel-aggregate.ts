import * as z from 'zod';
import { accepted, membershipIn, numberedSlug, refusal, refused, type Actor, type PersonActor } from '#kernel';
import type { EventContracts } from '#ledger/contracts';
import type { DomainEvent } from '#ledger/domain';
import { aboutInside, type Aggregate, type Stored } from '#ledger/server';
import type { Database, Queries, Transaction } from '#platform/database';

/** The smallest thing that goes through the door: made for specs of the ledger, which know no feature. */
export interface Parcel {
  readonly id: string;
  readonly organisation: string;
  readonly slug: string;
  readonly colour: string;
}

export interface ParcelWords {
  readonly note?: string;
}

export type ParcelCommand =
  | {
      readonly type: 'register-parcel';
      readonly id: string;
      readonly organisation: string;
      readonly slug: string;
      readonly colour: string;
    }
  | { readonly type: 'paint-parcel'; readonly colour: string; readonly note?: string | null }
  | { readonly type: 'repaint-parcel'; readonly colours: readonly string[] };

export type ParcelEvent =
  | DomainEvent<'parcel-registered', Parcel, never>
  | DomainEvent<'parcel-painted', { readonly colour: string }, { readonly note?: string | null }>;

/** Version 1 of `parcel-painted` called the colour `paint`. */
export const parcelEvents: EventContracts<ParcelEvent['type']> = {
  'parcel-registered': {
    version: 1,
    facts: z.strictObject({ id: z.uuid(), organisation: z.uuid(), slug: z.string(), colour: z.string() }),
    examples: {},
  },
  'parcel-painted': {
    version: 2,
    facts: z.strictObject({ colour: z.string() }),
    content: z.strictObject({ note: z.string().nullable().optional() }),
    lifts: { 1: (facts) => ({ colour: (facts as { paint: string }).paint }) },
    examples: { 1: { facts: { paint: 'red' } }, 2: { facts: { colour: 'red' } } },
  },
};

export type ParcelAggregate = Aggregate<Parcel, ParcelWords, ParcelCommand, ParcelEvent, { readonly slug: string }>;

type Row = Stored<Parcel, ParcelWords> & { readonly id: string };

function evolve(parcel: Parcel | undefined, event: ParcelEvent): Parcel {
  if (event.type === 'parcel-registered') return { ...event.facts };
  if (!parcel) throw new Error('Only a parcel that is there is painted');
  return { ...parcel, colour: event.facts.colour };
}

function standings(actor: Actor, parcel: Parcel | undefined, command: ParcelCommand): readonly string[] {
  const organisation = parcel?.organisation ?? ('organisation' in command ? command.organisation : undefined);
  if (actor.kind === 'machine') return ['machine'];
  const roles = membershipIn(actor, organisation)?.roles;
  return roles ? [roles.includes('steward') ? 'steward' : 'colleague'] : [];
}

async function freeSlug(transaction: Transaction, slug: string): Promise<string> {
  const rows = await transaction.rows<{ slug: string }>(`select slug from parcel where slug like $1 || '%'`, [slug]);
  const taken = new Set(rows.map((row) => row.slug));
  for (let attempt = 1; ; attempt += 1) {
    const candidate = numberedSlug(slug, attempt);
    if (!taken.has(candidate)) return candidate;
  }
}

/** What a spec may do in the middle of a write. */
export interface ParcelHooks {
  /** After the facts were read and before anything is written. */
  readonly factsRead?: () => Promise<void>;
  /** After the state row was written and before the entries are. */
  readonly saved?: () => void;
}

export const parcelAggregate = ({ factsRead, saved }: ParcelHooks = {}): ParcelAggregate => ({
  kind: 'parcel',
  events: parcelEvents,
  load: async (transaction, ids) => {
    const rows = await transaction.rows<Row>(
      `select id, revision, state, content from parcel where id = any($1::uuid[]) order by id for update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  page: (queries: Queries, after, size) =>
    queries.rows<Row>(
      `select id, revision, state, content from parcel where $1::uuid is null or id > $1 order by id limit $2`,
      [after, size],
    ),
  standings,
  visible: (actor, parcel) => actor.kind === 'machine' || membershipIn(actor, parcel.organisation) !== undefined,
  right: (command, parcel, held) =>
    (command.type === 'register-parcel') === (parcel === undefined)
      ? ['machine', 'steward'].find((standing) => held.includes(standing))
      : undefined,
  facts: async (transaction, _actor, items) => {
    const facts = [];
    for (const { command, stored } of items)
      facts.push({ slug: stored || !('slug' in command) ? '' : await freeSlug(transaction, command.slug) });
    await factsRead?.();
    return facts;
  },
  decide: (command, parcel, { facts }) => {
    if (command.type === 'repaint-parcel') {
      return accepted(command.colours.map((colour) => ({ type: 'parcel-painted', facts: { colour } }) as const));
    }
    if (command.colour === 'invisible') {
      return refused(refusal('parcel.no-such-colour', 'There is no such colour.', 'colour'));
    }
    if (command.type === 'paint-parcel') {
      const { colour, note } = command;
      if (colour === parcel?.colour && note === undefined) return accepted([]);
      return accepted([
        { type: 'parcel-painted', facts: { colour }, ...(note !== undefined && { content: { note } }) },
      ]);
    }
    const { id, organisation, colour } = command;
    return accepted([{ type: 'parcel-registered', facts: { id, organisation, slug: facts.slug, colour } }]);
  },
  evolve,
  about: (parcel) => aboutInside(parcel.organisation),
  save: async (transaction, changes) => {
    for (const { id, revision, state, content } of changes) {
      await transaction.rows(
        `insert into parcel (id, slug, revision, state, content) values ($1, $2, $3, $4::jsonb, $5::jsonb)
         on conflict (id) do update set revision = excluded.revision, state = excluded.state, content = excluded.content`,
        [id, state.slug, revision, JSON.stringify(state), JSON.stringify(content)],
      );
    }
    saved?.();
  },
});

/** The table of parcels, made by the owner and served by the application, as a migration would make it. */
export async function makeParcels(owner: Database): Promise<void> {
  await owner.rows(`create table parcel (id uuid primary key, slug text not null constraint parcel_slug unique,
    revision integer not null, state jsonb not null, content jsonb not null)`);
  await owner.rows('grant select, insert, update, delete on parcel to wayleave_app');
}

/** Organisations of the specs, and a person of each role in the first. */
export const parcelOffice = '0197f000-0000-7000-8000-0000000000a1';
export const otherOffice = '0197f000-0000-7000-8000-0000000000a2';

export const personIn = (organisation: string, role: 'steward' | 'requester', person: string): PersonActor => ({
  kind: 'person',
  person,
  name: 'Somebody',
  email: 'somebody@demo.example',
  operator: false,
  memberships: [
    {
      id: '0197f000-0000-7000-8000-0000000000b0',
      organisation,
      organisationSlug: 'office',
      organisationName: 'Office',
      roles: [role],
    },
  ],
  actingFor: organisation,
});
