import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Actor } from '#kernel';
import {
  actingOfficer,
  after,
  always,
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
import { isClosed, tasksNow, type Case, type Task } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import { decideCase } from './decide.ts';
import { guardOf, taskGuard } from './guards.ts';
import { barOf } from './holders.ts';
import { caseRight, caseRights, rightStateOf } from './rights.ts';
import { caseStandingsOf } from './standings.ts';

const choices: Choices = { numbers: [0, 0, 0, 0, 0, 0], asked: [] };

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
      { numRuns: 150 },
    );
  });
});
