import { datasetAggregate, postgresSearchIndex } from '#catalogue/server';
import type { AccessLevel, Visibility } from '#catalogue/domain';
import { localDate, slugOf, uuidv7, type Actor, type MachineActor, type PersonActor, type Role } from '#kernel';
import {
  Door,
  Reactions,
  relayOnce,
  runReaction,
  type AnyAggregate,
  type Reaction,
  type ReactionJob,
} from '#ledger/server';
import { actorOfPerson, membershipAggregate, organisationAggregate, personAggregate } from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';

const operator: MachineActor = { kind: 'machine', name: 'operator-command-line' };
const datasets = datasetAggregate(postgresSearchIndex);

/** Where somebody belongs, and what they do there. */
export type Place = readonly [organisation: string, ...roles: Role[]];

/** A clock that stands until a spec moves it. */
class TownClock implements Clock {
  private at = Date.parse('2026-11-23T09:00:00.000Z');
  now(): Date {
    return new Date(this.at);
  }
  forward(milliseconds: number): void {
    this.at += milliseconds;
  }
}

/**
 * Organisations, people and datasets in a real database, made through the door; and what happens after a command: `follow`
 * runs the reactions of all that was announced.
 */
export class Town {
  readonly clock = new TownClock();
  readonly door: Door;
  private readonly reactions: Reactions;
  private made = 0;

  constructor(
    readonly database: Database,
    reactions: readonly Reaction[] = [],
  ) {
    this.reactions = new Reactions(reactions, new Set(reactions.flatMap(({ hears }) => hears)));
    this.door = new Door(database, this.clock, this.reactions.heard);
  }

  newId = (): string => uuidv7(this.clock.now().getTime());

  /** Gives a command; a refusal is a fault of the spec. @returns the id of the aggregate */
  async give(aggregate: AnyAggregate, id: string, command: { readonly type: string }, actor: Actor = operator) {
    const outcome = await this.door.execute(aggregate, actor, { id, command });
    if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
    return id;
  }

  organisation(name: string, standing: 'member' | 'unclaimed' = 'member'): Promise<string> {
    const id = this.newId();
    const slug = slugOf(`${name}-${(this.made += 1)}`, 'organisation');
    const rest = { id, slug, kind: 'council', standing, profile: { name } };
    return this.give(organisationAggregate, id, { type: 'register-organisation', ...rest });
  }

  /** Somebody with a confirmed address, who belongs to these organisations. */
  async person(name: string, ...places: readonly Place[]): Promise<string> {
    const id = this.newId();
    const email = `person-${(this.made += 1)}@exchester.example`;
    await this.give(personAggregate, id, { type: 'register-person', ...{ id, name, email, operator: false } });
    const confirm = { id, revision: 1, command: { type: 'confirm-address' } };
    const confirmed = await this.door.execute(personAggregate, await this.actor(id), confirm);
    if (!confirmed.ok) throw new Error('The address was not confirmed');
    for (const place of places) await this.member(id, ...place);
    return id;
  }

  /** @returns the id of the membership */
  member(person: string, organisation: string, ...roles: readonly Role[]): Promise<string> {
    const id = this.newId();
    return this.give(membershipAggregate, id, { type: 'grant-membership', ...{ id, person, organisation, roles } });
  }

  async leave(membership: string): Promise<void> {
    await this.give(membershipAggregate, membership, { type: 'end-membership' });
  }

  /** The person with all that they are today. */
  async actor(person: string, actingFor?: string): Promise<PersonActor> {
    const actor = await actorOfPerson(this.database, person, localDate(this.clock.now().toISOString()));
    if (!actor) throw new Error('There is no such person');
    return actingFor === undefined ? actor : { ...actor, actingFor };
  }

  /** A published dataset. */
  async dataset(
    organisation: string,
    title: string,
    { access = 'named', visibility }: { readonly access?: AccessLevel; readonly visibility?: Visibility } = {},
  ): Promise<string> {
    const id = this.newId();
    const command = {
      ...{ type: 'import-dataset', id, organisation, access, description: { title }, slug: slugOf(title, 'dataset') },
      ...{ source: id, key: id, recordHash: id },
    };
    await this.give(datasets, id, command, { kind: 'machine', name: 'import', actingFor: organisation });
    if (visibility) await this.give(datasets, id, { type: 'set-visibility', visibility } as never);
    return id;
  }

  async withdraw(dataset: string): Promise<void> {
    await this.give(datasets, dataset, { type: 'withdraw-dataset', reason: 'No longer kept.' } as never);
  }

  /** Runs each reaction for each announcement, twice: its effect comes once. */
  async follow(): Promise<void> {
    const jobs: ReactionJob[] = [];
    await relayOnce(this.database, this.reactions, {
      add: async (added) => void jobs.push(...added.map(({ job }) => job)),
    });
    const { database, door, clock } = this;
    for (const { reaction, announcement } of [...jobs, ...jobs]) {
      const named = this.reactions.named(reaction);
      if (named) await runReaction(named, announcement, { database, door, clock });
    }
  }

  /** Sentences of notices to a person, oldest first; those that ask are marked by a question mark, settled ones by a tick. */
  async toldTo(person: string): Promise<string[]> {
    const rows = await this.database.rows<{ sentence: string; kind: string; settled: boolean }>(
      `select sentence, kind, settled_at is not null as settled from notice where person = $1 order by at, id`,
      [person],
    );
    return rows.map(({ sentence, kind, settled }) => `${kind === 'asks' ? (settled ? '✓ ' : '? ') : ''}${sentence}`);
  }
}
