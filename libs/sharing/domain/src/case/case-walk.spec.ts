import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { always, anyScene, anySteps, walked } from '#testing/sharing';
import { lanes } from '../lane.ts';
import { caseStates, decidedBy, isClosed, openTasks, type Task } from './case.ts';
import type { CaseEvent } from './events.ts';

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
  'case-sample-opened': true,
  'case-forms-accepted': true,
  'case-forms-declined': true,
  'case-not-taken-up': true,
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
