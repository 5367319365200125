import { refusal, refused, type Actor, type Outcome } from '#kernel';
import { evolveContent } from '#ledger/domain';
import {
  calendarsOf,
  caseRight,
  caseStandingsOf,
  decideCase,
  evolveCase,
  maySeeCase,
  rightStateOf,
  type Case,
  type CaseCommand,
  type CaseContent,
  type CaseEvent,
  type CaseFacts,
  type Officer,
  type OpenCase,
} from '#sharing/domain';
import { actingOfficer, fullOffice, ids, member, people, personIn } from './sharing-people.ts';

export const machine: Actor = { kind: 'machine', name: 'schedule' };

const restDays = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);
export const specCalendars = calendarsOf({
  england: restDays,
  wales: restDays,
  scotland: new Set([...restDays, '2026-11-30', '2027-01-04']),
  'northern-ireland': restDays,
});

/** What is known on the Monday on which the cases of specs arrive: two datasets of one council, whose owner is named. */
export const knownFacts: CaseFacts = {
  today: '2026-11-23',
  holidays: specCalendars.england,
  calendars: specCalendars,
  officers: fullOffice,
  datasets: [
    {
      ...{ dataset: ids.kerbs, organisation: ids.council, owners: [people.olu], lane: 'A', requestable: true },
      columns: [
        { id: ids.ward, lane: 'A' },
        { id: ids.width, lane: 'A' },
        { id: ids.postcode, lane: 'B' },
        { id: ids.health, lane: 'C' },
      ],
    },
    {
      ...{ dataset: ids.streets, organisation: ids.council, owners: [people.otto], lane: 'A', requestable: true },
      columns: [{ id: ids.name, lane: 'A' }],
    },
  ],
  boards: [ids.board],
  standingAdvice: [],
  ownerIsPublic: true,
  requesterIsPublic: false,
  redirectable: [
    {
      ...{ dataset: ids.poles, organisation: ids.grid, owners: [], lane: 'A', requestable: true, columns: [] },
    },
  ],
};

export const kerbs = { dataset: ids.kerbs, columns: [ids.ward, ids.width], described: false, whole: false };
export const streets = { dataset: ids.streets, columns: [ids.name], described: false, whole: false };

/** The firm asks the council for the kerbs. */
export const opening: OpenCase = {
  type: 'open-case',
  id: ids.case,
  request: ids.request,
  reference: 'WL-2026-0001',
  organisation: ids.council,
  asker: { person: people.ada, people: [people.ada, people.amy], organisation: ids.firm },
  datasets: [kerbs],
  submission: 1,
  lane: 'A',
  care: false,
};

const unseen = refusal('ledger.unseen', 'There is nothing here that you may see.');
const notAllowed = refusal('ledger.not-allowed', 'You may see this, but not do that to it.');

/** What the rules say of a command, as the door asks them: who may see it, who has the right, what speaks against it. */
export function decidedAtDoor(
  command: CaseCommand,
  subject: Case | undefined,
  { actor, facts }: { readonly actor: Actor; readonly facts: CaseFacts },
): Outcome<readonly CaseEvent[]> {
  if (subject && !maySeeCase(actor, subject)) return refused(unseen);
  const standings = caseStandingsOf(actor, subject, command);
  const standing = caseRight(command.type, rightStateOf(subject), standings);
  if (standing === undefined) return refused(subject ? notAllowed : unseen);
  return decideCase(command, subject, { actor, standing, at: `${facts.today}T09:00:00.000Z`, facts });
}

/** Replays events: no spec holds a case that could not have come about. */
export const givenCase = (...events: readonly CaseEvent[]): Case => {
  const [first, ...more] = events;
  if (!first) throw new Error('A case begins with an event');
  return more.reduce(evolveCase, evolveCase(undefined, first));
};

type Who = Actor | Officer;
const actorOf = (who: Who): Actor => ('kind' in who ? who : actingOfficer(who));

/** The codes and fields of what was refused; empty for what was not. */
export const refusalsOf = (outcome: Outcome<unknown>): readonly (readonly [string, string | undefined])[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field] as const);

/** One case on its way, each step given by somebody at the door; steps make new stories and leave old ones as they are. */
export class CaseStory {
  private constructor(
    readonly events: readonly CaseEvent[],
    readonly facts: CaseFacts,
    readonly steps: readonly (readonly CaseEvent[])[],
  ) {}

  /** A case that was just opened; `facts` are those of that day and, until changed, of later ones. */
  static opened(more: Partial<OpenCase> = {}, facts: Partial<CaseFacts> = {}): CaseStory {
    const known = { ...knownFacts, ...facts };
    const events = eventsOf(CaseStory.opening(more, facts));
    return new CaseStory(events, known, [events]);
  }

  /** What the rules say when such a case is to be opened by whoever asks. */
  static opening(more: Partial<OpenCase> = {}, facts: Partial<CaseFacts> = {}): Outcome<readonly CaseEvent[]> {
    const command = { ...opening, ...more };
    const { person, organisation } = command.asker;
    const actor = organisation === undefined ? personIn(person) : personIn(person, member(organisation, []));
    return decidedAtDoor(command, undefined, { actor, facts: { ...knownFacts, ...facts } });
  }

  /** A case of which the ledger holds these events. */
  static of(events: readonly CaseEvent[], facts: Partial<CaseFacts> = {}): CaseStory {
    return new CaseStory(events, { ...knownFacts, ...facts }, [events]);
  }

  get subject(): Case {
    return givenCase(...this.events);
  }

  get content(): CaseContent {
    return this.events.reduce<CaseContent>((content, { content: patch }) => evolveContent(content, patch), {});
  }

  /** Events of the last step. */
  get last(): readonly CaseEvent[] {
    return this.steps.at(-1) ?? [];
  }

  when(who: Who, command: CaseCommand): Outcome<readonly CaseEvent[]> {
    return decidedAtDoor(command, this.subject, { actor: actorOf(who), facts: this.facts });
  }

  /** Codes and fields of why it is refused; empty where it is not. */
  no(who: Who, command: CaseCommand): readonly (readonly [string, string | undefined])[] {
    return refusalsOf(this.when(who, command));
  }

  /** What follows when the command is given. @throws where it is refused */
  then(who: Who, command: CaseCommand): CaseStory {
    const events = eventsOf(this.when(who, command));
    return new CaseStory([...this.events, ...events], this.facts, [...this.steps, events]);
  }

  /** The same case when other things are known, or on another day. */
  knowing(facts: Partial<CaseFacts>): CaseStory {
    return new CaseStory(this.events, { ...this.facts, ...facts }, this.steps);
  }

  on(today: string): CaseStory {
    return this.knowing({ today });
  }
}

/** The events of a command that is not refused. */
export function eventsOf(outcome: Outcome<readonly CaseEvent[]>): readonly CaseEvent[] {
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ code, field }) => `${code} ${field ?? ''}`).join(', '));
  return outcome.value;
}
