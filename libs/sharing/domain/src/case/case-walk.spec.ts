import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Actor } from '#kernel';
import {
  actingOfficer,
  after,
  anyScene,
  anySteps,
  askersOf,
  assign,
  commandFor,
  everybody,
  ids,
  machine,
  officer,
  people,
  plain,
  walked,
  workCommands,
  type Choices,
  type Moment,
} from '#testing/sharing';
import { possibilitiesOf } from './allowed.ts';
import { caseStates, decidedBy, isClosed, openTasks, tasksNow, type Case, type Task } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import { lanes } from '../lane.ts';
import { decideCase } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { guardOf, taskGuard } from './guards.ts';
import { barOf } from './holders.ts';
import { caseRight, caseRights, rightStateOf } from './rights.ts';
import { caseStandingsOf } from './standings.ts';

const runs = { numRuns: 150 };
const choices: Choices = { numbers: [0, 0, 0, 0, 0, 0], asked: [] };

/** Holds at every moment of every walk. @param rule throws, or says what is wrong */
const always = (rule: (moment: Moment, before: Moment | undefined) => void): void =>
  fc.assert(
    fc.property(anyScene, anySteps, (scene, steps) => {
      const moments = walked(scene, steps);
      moments.forEach((moment, index) => rule(moment, moments[index - 1]));
    }),
    runs,
  );

const grows = (before: readonly string[], now: readonly string[]): boolean => before.every((one) => now.includes(one));

/** Whose decision an event holds. */
function whoDecided(event: CaseEvent): readonly string[] {
  if (event.type === 'case-task-decided') return [event.facts.decision.by];
  if (event.type === 'case-risk-accepted') return [event.facts.by];
  return event.type === 'case-decided' && event.facts.by !== undefined ? [event.facts.by] : [];
}

const isLive = ({ state }: Task): boolean => state === 'open' || state === 'done';

const eventTypes: Record<CaseEvent['type'], true> = {
  'case-opened': true,
  'case-tasks-set': true,
  'case-validated': true,
  'case-lane-set': true,
  'case-advice-asked': true,
  'case-advice-given': true,
  'case-went-on-without-advice': true,
  'case-risk-accepted': true,
  'case-task-decided': true,
  'case-decided': true,
  'case-redirect-followed': true,
  'case-returned': true,
  'case-answered': true,
  'case-submission-handed-over': true,
  'case-held': true,
  'case-resumed': true,
  'case-withdrawn': true,
  'case-lapsed': true,
  'case-reopened': true,
  'case-deadline-extended': true,
  'case-task-assigned': true,
  'case-conflict-declared': true,
  'case-decision-rescinded': true,
  'case-review-asked': true,
  'case-review-concluded': true,
  'case-asker-changed': true,
  'case-owners-changed': true,
  'case-requester-reminded': true,
  'case-tasks-escalated': true,
  'case-forms-accepted': true,
  'case-forms-declined': true,
};

test('the walks come everywhere: every event, every state, every lane', () => {
  const types = new Set<string>();
  const places = new Set<string>();
  fc.assert(
    fc.property(anyScene, anySteps, (scene, steps) => {
      for (const { subject, events } of walked(scene, steps)) {
        for (const { type } of events) types.add(type);
        places.add(`${subject.state} ${subject.lane}`);
      }
    }),
    { numRuns: 1500, seed: 7 },
  );
  expect([...types].sort()).toEqual(Object.keys(eventTypes).sort());
  expect([...places].sort()).toEqual(caseStates.flatMap((state) => lanes.map((lane) => `${state} ${lane}`)).sort());
});

describe('whatever is done to a case', () => {
  test('its parts agree with its state', () => {
    always(({ subject }) => {
      const { state, outcome, pauses } = subject;
      const decided =
        state === 'decided' ||
        state === 'not-taken-up' ||
        (state === 'under-review' && subject.review?.from === 'decided');
      const rests = state === 'returned' || state === 'on-hold';
      expect({
        // What rests may have lost its last piece of work: the next one comes when it goes on.
        works: rests || openTasks(subject).length > 0,
        returned: subject.returned !== undefined,
        held: [subject.heldUntil !== undefined, subject.heldFor !== undefined],
        lapsed: subject.lapsedOn !== undefined,
        decided: [outcome !== undefined, subject.decidedOn !== undefined],
        decidedWhole: subject.decidedBy !== undefined,
        passedOn: subject.redirect !== undefined,
        resting: pauses.filter(({ until }) => until === undefined).length,
        pausesBackwards: pauses.filter(({ from, until }) => until !== undefined && until < from),
      }).toEqual({
        works: !isClosed(subject),
        returned: state === 'returned',
        held: [state === 'on-hold', state === 'on-hold'],
        lapsed: state === 'lapsed',
        decided: [decided, decided],
        decidedWhole: decided && subject.decisions.length === 0,
        passedOn: outcome?.code === 'redirected',
        resting: rests ? 1 : 0,
        pausesBackwards: [],
      });
    });
  });

  test('an open case stands at a stage with work to do; a review has its own', () => {
    always(({ subject }) => {
      const reviews = openTasks(subject).filter(({ kind }) => kind === 'review');
      expect(reviews).toHaveLength(subject.state === 'under-review' ? 1 : 0);
      if (subject.state !== 'open') return;
      expect(openTasks(subject).some(({ kind }) => kind === subject.stage)).toBe(true);
    });
  });

  test('its tasks are told apart, and a gap is open work of which nobody was asked', () => {
    always(({ subject: { tasks } }) => {
      const odd = tasks.filter(
        ({ kind, label, datasets, gap, state, assignee }) =>
          (label !== undefined) !== (kind === 'advise') ||
          (datasets !== undefined) !== (kind === 'decide') ||
          (gap === true && (state !== 'open' || assignee !== undefined)),
      );
      expect({ odd, ids: new Set(tasks.map(({ id }) => id)).size }).toEqual({ odd: [], ids: tasks.length });
    });
  });

  test('each dataset is decided once, by one task, and all of them when the case stands at its decision', () => {
    always(({ subject }) => {
      const { datasets, decisions, tasks } = subject;
      const covered = tasks
        .filter((task) => task.kind === 'decide' && isLive(task))
        .flatMap((task) => task.datasets ?? []);
      expect(new Set(covered).size).toBe(covered.length);
      if (subject.state === 'open' && subject.stage === 'decide') {
        expect([...covered].sort()).toEqual(datasets.map(({ dataset }) => dataset).sort());
      }
      for (const decision of decisions) {
        const task = tasks.find(({ id }) => id === decision.task);
        expect(task?.state).toBe('done');
        expect(decision.datasets.map(({ dataset }) => dataset).sort()).toEqual([...(task?.datasets ?? [])].sort());
      }
    });
  });

  test('approved columns were asked for, and a full approval gives all of them as they are', () => {
    always(({ subject: { datasets, decisions, outcome } }) => {
      const given = decisions.flatMap((decision) => decision.datasets);
      for (const { dataset, columns } of given) {
        const asked = datasets.find((one) => one.dataset === dataset)?.columns ?? [];
        expect(columns.every(({ column }) => asked.includes(column))).toBe(true);
      }
      if (outcome?.code !== 'approved') return;
      for (const { dataset, columns } of datasets) {
        const decision = given.find((one) => one.dataset === dataset);
        expect(decision?.outcome).toBe('approved');
        const asIs = decision?.columns.filter(({ form }) => form === 'as-is').map(({ column }) => column);
        expect([...(asIs ?? [])].sort()).toEqual([...columns].sort());
      }
    });
  });

  test('submissions, deciders, conflicts and those who asked only grow; care stays, the lane falls by its command alone', () => {
    always(({ subject: now, events }, before) => {
      if (!before) return;
      const { subject: was } = before;
      expect(now.submission).toBeGreaterThanOrEqual(was.submission);
      expect(grows(was.deciders, now.deciders)).toBe(true);
      expect(grows(was.conflicts, now.conflicts)).toBe(true);
      expect(grows(was.asker.people, now.asker.people)).toBe(true);
      expect(now.care || !was.care).toBe(true);
      const lowered = events.some(({ type, facts }) => type === 'case-lane-set' && 'lowered' in facts && facts.lowered);
      if (now.lane < was.lane) expect(lowered).toBe(true);
      if (was.reopened) expect(now.reopened).toBe(true);
    });
  });

  test('nobody who asked, declared a conflict, or belongs to whoever asks decides or accepts the risk', () => {
    always(({ subject: { asker, organisation, ...subject }, facts, events }, before) => {
      const { acceptedBy } = subject;
      for (const by of [...decidedBy(subject), ...(acceptedBy === undefined ? [] : [acceptedBy])]) {
        expect(asker.people).not.toContain(by);
      }
      for (const by of events.flatMap(whoDecided)) {
        const place = facts.officers.find(({ person }) => person === by);
        expect(place).toMatchObject({ asks: false });
        expect(asker.organisation === organisation && place?.unit === asker.unit).toBe(false);
        expect(before?.subject.conflicts).not.toContain(by);
      }
    });
  });

  test('nobody who advised decides, nor decides again after a review, in an office of three or more', () => {
    always(({ facts, events }, before) => {
      if (!before || facts.officers.length < 3) return;
      const { advice, deciders } = before.subject;
      const advisers = advice.filter(({ standing }) => standing === undefined).map(({ by }) => by);
      for (const event of events) {
        if (event.type === 'case-advice-given' && event.facts.advice.standing === undefined) {
          expect([...deciders, ...decidedBy(before.subject)]).not.toContain(event.facts.advice.by);
        }
        if (event.type !== 'case-task-decided') continue;
        expect([...deciders, ...advisers]).not.toContain(event.facts.decision.by);
        expect(event.facts.soleOfficer).toBe(false);
      }
    });
  });

  test('the lane’s needs were met when it was approved', () => {
    always(({ subject, events }) => {
      const approval = events.some(
        ({ type, facts }) => type === 'case-decided' && 'outcome' in facts && facts.outcome.code.endsWith('approved'),
      );
      if (!approval || subject.lane === 'A') return;
      const heard = (label: string) =>
        subject.tasks.some((task) => task.label === label && !['open', 'not-needed'].includes(task.state));
      expect(heard('data-protection')).toBe(true);
      if (subject.lane === 'C') expect(subject.acceptedBy).toBeDefined();
      if (subject.lane === 'C' && subject.care) expect(heard('caldicott')).toBe(true);
    });
  });
});

const commandNames = (Object.keys(caseRights) as CaseCommandName[]).filter((name) => name !== 'open-case');

/** What somebody might do at a moment. */
interface Possibility {
  readonly name: CaseCommandName;
  readonly actor: Actor;
  readonly moment: Moment;
}

/** Holds for everybody at the last moment of every walk. @returns what the rule finds amiss, or undefined */
const forEverybody = (rule: (at: Omit<Possibility, 'name'>) => unknown): void =>
  fc.assert(
    fc.property(anyScene, anySteps, (scene, steps) => {
      const moment = walked(scene, steps).at(-1);
      if (!moment) return;
      const found = everybody(moment.subject, moment.facts).flatMap((actor) => rule({ actor, moment }) ?? []);
      expect(found).toEqual([]);
    }),
    { numRuns: 300 },
  );

describe('what pages offer', () => {
  test('is what the door lets through: the same rights, the same guards', () => {
    forEverybody(({ actor, moment: { subject, facts } }) => {
      const standings = caseStandingsOf(actor, subject);
      const { allowed, refused } = possibilitiesOf(subject, { actor, facts });
      const listed = [...allowed, ...refused.map(({ command }) => command)];
      const wrong = listed.filter((name) => {
        const right = caseRight(name, rightStateOf(subject), standings);
        const may = right !== undefined && guardOf(name, subject, { actor, facts }) === undefined;
        return may !== allowed.includes(name);
      });
      return [...wrong, ...listed.filter((name, index) => listed.indexOf(name) !== index)];
    });
  });

  test('can be done, given what it asks for', () => {
    forEverybody(({ actor, moment }) => {
      const { subject, facts } = moment;
      const asked = subject.datasets.map(({ dataset, columns, described, whole }) => ({
        ...{ dataset, columns, described, whole },
      }));
      return possibilitiesOf(subject, { actor, facts }).allowed.filter((name) => {
        // Whom to name is a choice of its own; a high risk is told where the record is filled in.
        if (name === 'assign-task' || (name === 'decide-case' && facts.remainingRisk === 'high')) return false;
        return !after(commandFor(name, moment, { actor, choices: { ...choices, asked } }), actor, moment);
      });
    });
  });

  test('leaves out what would be refused whatever was typed, and gives the same reason', () => {
    forEverybody(({ actor, moment }) => {
      const { subject, facts } = moment;
      const circumstances = { actor, standing: '', at: `${facts.today}T09:00:00.000Z`, facts };
      return commandNames.filter((name) => {
        const guard = guardOf(name, subject, { actor, facts });
        if (!guard) return false;
        const outcome = decideCase(commandFor(name, moment, { actor, choices }), subject, circumstances);
        return outcome.ok || outcome.refusals.length !== 1 || outcome.refusals[0] !== guard;
      });
    });
  });
});

/** Whether the actor may do the task, and the state lets them. */
const canDo = (task: Task, { subject, facts }: Moment, actor: Actor): boolean =>
  taskGuard(task, subject, { actor, facts }) === undefined;

/** Somebody new, of a unit of their own, so that none of those who ask is of it. */
const newcomerTo = ({ facts: { officers } }: Moment) =>
  officer(people.cal.replace(/..$/, `${70 + officers.length}`), [], { unit: ids.grid });

/** The moment after an administrator named somebody for it, of the office or taken on for this. */
function named(task: Task, moment: Moment, but?: string): Moment | undefined {
  const { subject, facts } = moment;
  const newcomer = newcomerTo(moment);
  const officers = [...facts.officers.filter(({ person }) => person !== but), newcomer];
  const larger = { ...moment, facts: { ...facts, officers: [...facts.officers, newcomer] } };
  const administrators = facts.officers.filter(({ roles }) => roles.includes('administrator'));
  for (const administrator of administrators) {
    for (const { person } of officers) {
      const next = after(
        assign(task.id, person),
        actingOfficer(administrator),
        person === newcomer.person ? larger : moment,
      );
      if (next && next.subject.state === subject.state) return next;
    }
  }
  return undefined;
}

const isRequester = (subject: Case, command: CaseCommandName): boolean =>
  caseRights[command].standings.includes('requester') && caseRights[command].states.includes(subject.state);

describe('no state is a dead end', () => {
  test('for those who ask: they have a command, or the office has the work', () => {
    always(({ subject, facts }) => {
      if (isClosed(subject)) return;
      const may = askersOf(subject).flatMap((actor) => possibilitiesOf(subject, { actor, facts }).allowed);
      const own = may.filter((command) => isRequester(subject, command));
      if (own.length === 0) expect([subject.state, subject.review?.from]).toEqual(['under-review', 'decided']);
    });
  });

  test('for the office: all that waits can be done by somebody, or is shown as a gap that its administrator fills', () => {
    always((moment) => {
      const { subject, facts } = moment;
      // People whose roles changed are told by a reaction, which has worked out anew who holds what.
      const actors = facts.officers.map(actingOfficer);
      for (const task of tasksNow(subject)) {
        const able = actors.some((actor) => canDo(task, moment, actor));
        expect([task.id, able]).toEqual([task.id, !task.gap]);
        if (able) continue;
        const next = named(task, moment);
        const filled = next?.subject.tasks.find(({ id }) => id === task.id);
        expect([task.id, filled?.gap, filled?.assignee !== undefined]).toEqual([task.id, undefined, true]);
        const able2 = next?.facts.officers.some(
          (one) => one.person === filled?.assignee && canDo(filled!, next, actingOfficer(one)),
        );
        expect([task.id, able2]).toEqual([task.id, true]);
      }
    });
  });

  test('a rest ends: a return by those who ask or in time, a hold by its day', () => {
    always((moment) => {
      const { subject, facts } = moment;
      const later = { ...moment, facts: { ...facts, today: '2099-01-01' } };
      if (subject.state === 'returned')
        expect(after(plain('lapse-case'), machine, later)?.subject.state).toBe('lapsed');
      if (subject.state === 'on-hold') expect(after(plain('resume-case'), machine, later)?.subject.state).toBe('open');
    });
  });
});

describe('no role’s absence stops a case', () => {
  /**
   * Does one piece of the work that waits: by whoever holds it, by whom an administrator names, or by somebody taken on.
   * @param decider advises on nothing, so that they may decide
   */
  function workedOn(moment: Moment, decider: string | undefined): Moment {
    const [task] = tasksNow(moment.subject);
    if (!task) throw new Error(`Nothing waits at ${moment.subject.stage}`);
    const but = task.kind === 'advise' && moment.facts.officers.length > 2 ? decider : undefined;
    const doerAt = (at: Moment): Actor | undefined =>
      at.facts.officers
        .filter(({ person }) => person !== but)
        .map(actingOfficer)
        .find((actor) => canDo(at.subject.tasks.find(({ id }) => id === task.id) ?? task, at, actor));
    const ready = doerAt(moment) ? moment : named(task, moment, but);
    const actor = ready && doerAt(ready);
    const next = actor && after(commandFor(workCommands[task.kind], ready, { actor, choices }), actor, ready);
    if (!next) throw new Error(`Nobody does ${task.id}`);
    return next;
  }

  test('in any office, whatever its posts: it comes to a decision', () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        const known = { ...scene, facts: { ...scene.facts, remainingRisk: 'low' } };
        let [moment] = walked(known, []);
        if (!moment) throw new Error('The case was not opened');
        const { subject, facts } = moment;
        const decider = facts.officers.find(
          (one) => barOf(one, 'decide', subject, facts.officers) === undefined,
        )?.person;
        for (let step = 0; moment.subject.state === 'open' && step < 12; step += 1) moment = workedOn(moment, decider);
        expect(moment.subject.outcome?.code).toBe('approved');
      }),
      runs,
    );
  });
});
