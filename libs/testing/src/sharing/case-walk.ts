import * as fc from 'fast-check';
import { addDays, type Actor } from '#kernel';
import {
  caseRights,
  caseStandingsOf,
  evolveCase,
  possibilitiesOf,
  taskGuard,
  tasksNow,
  type Case,
  type CaseCommand,
  type CaseCommandName,
  type CaseEvent,
  type CaseFacts,
  type DatasetToday,
  type Officer,
  type Task,
} from '#sharing/domain';
import { anyAsked, anyDatasets, anyOffice, anyScene, type Scene } from './any-scene.ts';
import { decidedAtDoor, eventsOf, givenCase, machine } from './case-story.ts';
import { commandFor, type Choices } from './command-for.ts';
import { actingOfficer, boardMember, ids, member, outsider, people, personIn } from './sharing-people.ts';

/** A case on its walk, with what is known at that moment. */
export interface Moment {
  readonly subject: Case;
  readonly facts: CaseFacts;
  /** Events of the step that led here. */
  readonly events: readonly CaseEvent[];
}

interface Choosing {
  /** Whose turn it is, and which of what they may do they do: picked by remainder. */
  readonly who: number;
  readonly what: number;
  readonly choices: Choices;
}

/**
 * One step: the office does what waits, those who ask do what they may, anybody does what they may or tries anything at all;
 * days pass; the office or the data changes hands.
 */
export type Step =
  | ({ readonly kind: 'work' | 'ask' | 'do' } & Choosing)
  | ({ readonly kind: 'try' } & Choosing)
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'office'; readonly officers: readonly Officer[] }
  | { readonly kind: 'datasets'; readonly datasets: readonly DatasetToday[] };

const anyChoosing = fc.record({
  who: fc.nat(30),
  what: fc.nat(60),
  choices: fc.record({ numbers: fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }), asked: anyAsked }),
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: anyChoosing.map((step) => ({ kind: 'work', ...step }) as const) },
  { weight: 3, arbitrary: anyChoosing.map((step) => ({ kind: 'ask', ...step }) as const) },
  { weight: 10, arbitrary: anyChoosing.map((step) => ({ kind: 'do', ...step }) as const) },
  { weight: 4, arbitrary: anyChoosing.map((step) => ({ kind: 'try', ...step }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(1, 4, 12, 30).map((days) => ({ kind: 'wait', days }) as const) },
  { weight: 1, arbitrary: anyOffice.map((officers) => ({ kind: 'office', officers }) as const) },
  { weight: 1, arbitrary: anyDatasets.map((datasets) => ({ kind: 'datasets', datasets }) as const) },
);

/** Steps of a walk; the longer ones reach reviews of decisions that were taken anew. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, { maxLength: 40, size: 'max' });

/** Those who ask, as those who act for whoever asks. */
export function askersOf({ asker }: Case): readonly Actor[] {
  const { organisation } = asker;
  return asker.people.map((person) =>
    organisation === undefined ? personIn(person) : personIn(person, member(organisation, [])),
  );
}

/** Everybody who could come to a case: its office, those who ask, its boards, strangers and the machine. */
export const everybody = (subject: Case, { officers }: CaseFacts): readonly Actor[] => [
  ...officers.map(actingOfficer),
  ...askersOf(subject),
  ...[boardMember, outsider, personIn(people.out), machine],
];

const commandNames = (Object.keys(caseRights) as CaseCommandName[]).filter((name) => name !== 'open-case');
/** What comes with the passing of time, or with a command to the request. */
const besides = commandNames.filter(
  (name) =>
    // What becomes of an agreement is no matter of days: those who try everything come to it.
    (caseRights[name].standings.includes('machine') && name !== 'note-not-taken-up') || name === 'note-asker',
);

/** What the actor may do now, by the list that pages show and by what comes besides. */
const mayDo = (actor: Actor, { subject, facts }: Moment): readonly CaseCommandName[] => [
  ...possibilitiesOf(subject, { actor, facts }).allowed,
  ...besides,
];

const picked = <One>(list: readonly One[], at: number): One | undefined => list[at % Math.max(1, list.length)];

/** Which command does a piece of work of each kind. */
export const workCommands: Readonly<Record<Task['kind'], CaseCommandName>> = {
  validate: 'validate-case',
  advise: 'give-advice',
  accept: 'accept-risk',
  decide: 'decide-case',
  review: 'conclude-review',
};

/** Who could do what waits now; of what nobody can, who names somebody. */
function workOf({ subject, facts }: Moment): readonly { readonly actor: Actor; readonly name: CaseCommandName }[] {
  const actors = facts.officers.map(actingOfficer);
  return tasksNow(subject).flatMap((task) => {
    if (!task.gap) {
      const able = actors.filter((actor) => taskGuard(task, subject, { actor, facts }) === undefined);
      return able.map((actor) => ({ actor, name: workCommands[task.kind] }));
    }
    const naming = actors.filter((actor) => caseStandingsOf(actor, subject).includes('administrator'));
    return naming.map((actor) => ({ actor, name: 'assign-task' as const }));
  });
}

/** Who gives which command: of those that the kind of step lets come. */
function givenIn(
  { kind, who, what }: Step & Choosing,
  moment: Moment,
): { readonly actor?: Actor; readonly name?: CaseCommandName } {
  const { subject, facts } = moment;
  if (kind === 'work') return picked(workOf(moment), who) ?? {};
  const actor = picked(kind === 'ask' ? askersOf(subject) : everybody(subject, facts), who);
  if (!actor) return {};
  return { actor, name: picked(kind === 'try' ? commandNames : mayDo(actor, moment), what) };
}

const reviewHolders: CaseCommand = { type: 'review-holders' };

/** The moment after a command; undefined where it is refused. */
export function after(command: CaseCommand, actor: Actor, { subject, facts }: Moment): Moment | undefined {
  const outcome = decidedAtDoor(command, subject, { actor, facts });
  if (!outcome.ok) return undefined;
  const events = eventsOf(outcome);
  return { subject: events.reduce(evolveCase, subject), facts, events };
}

function stepped(moment: Moment, step: Step): Moment | undefined {
  const { facts, subject } = moment;
  switch (step.kind) {
    case 'wait':
      return keptByDate({ ...moment, facts: { ...facts, today: addDays(facts.today, step.days) }, events: [] });
    case 'office': {
      const officers = step.officers.map((one) => ({
        ...one,
        asks: subject.asker.organisation === ids.firm && one.asks === true,
      }));
      return heldAnew({ ...moment, facts: { ...facts, officers } });
    }
    case 'datasets':
      return heldAnew({ ...moment, facts: { ...facts, datasets: step.datasets } });
    default: {
      const { actor, name } = givenIn(step, moment);
      if (!actor || !name) return undefined;
      return after(commandFor(name, moment, { actor, choices: step.choices }), actor, moment);
    }
  }
}

/** What the schedule does when days have passed, in its order. */
const keptByDate = (moment: Moment): Moment =>
  (['remind-requester', 'lapse-case', 'resume-case', 'escalate-tasks'] as const).reduce((at, type) => {
    const next = after({ type }, machine, at);
    return next ? { ...next, events: [...at.events, ...next.events] } : at;
  }, moment);

/** People or owners changed: the reaction works out who holds what, as far as the case has open work. */
const heldAnew = (moment: Moment): Moment => after(reviewHolders, machine, moment) ?? { ...moment, events: [] };

/** The moments of a walk, from the case just opened on; empty where nothing could be opened. */
export function walked({ command, facts }: Scene, steps: readonly Step[]): readonly Moment[] {
  const { asker } = command;
  const opener =
    asker.organisation === undefined ? personIn(asker.person) : personIn(asker.person, member(asker.organisation, []));
  const opened = decidedAtDoor(command, undefined, { actor: opener, facts });
  if (!opened.ok) return [];
  const moments: Moment[] = [{ subject: givenCase(...opened.value), facts, events: opened.value }];
  for (const step of steps) {
    const last = moments.at(-1);
    const next = last && stepped(last, step);
    if (next) moments.push(next);
  }
  return moments;
}

/** Asserts a rule at every moment of every walk. @param rule throws where it does not hold */
export const always = (rule: (moment: Moment, before: Moment | undefined) => void): void =>
  fc.assert(
    fc.property(anyScene, anySteps, (scene, steps) => {
      const moments = walked(scene, steps);
      moments.forEach((moment, index) => rule(moment, moments[index - 1]));
    }),
    { numRuns: 150 },
  );
