import { highestLane, type Lane } from '../lane.ts';
import type { Advice, Case, CaseDataset, Task } from './case.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import type { CaseFacts, DatasetToday, StandingAdvice } from './facts.ts';
import { barOf } from './holders.ts';
import { isWanted, routeAt, type TaskKind } from './route.ts';
import { newTasks, reheld, renewed } from './tasks.ts';

/** Advice that stands for this class of cases, of somebody who may advise on this one. */
const standsFor = (subject: Case, facts: CaseFacts, task: Task): StandingAdvice | undefined =>
  facts.standingAdvice.find(
    ({ label, lane, until, datasets, purposeClasses, by }) =>
      label === task.label &&
      lane === subject.lane &&
      until >= facts.today &&
      (datasets === undefined || subject.datasets.every(({ dataset }) => datasets.includes(dataset))) &&
      (purposeClasses === undefined || purposeClasses.includes(facts.purposeClass ?? '')) &&
      barOf({ person: by }, 'advise', subject, facts.officers) === undefined,
  );

const adviceFrom = (task: Task, { id, verdict, by, label }: StandingAdvice): Advice => ({
  task: task.id,
  label,
  verdict,
  by,
  standing: id,
});

/** The events by which new tasks come, standing advice that answers some of them included. */
function tasksSet(stage: TaskKind, tasks: readonly Task[], subject: Case, facts: CaseFacts): CaseEvent[] {
  const set: CaseEvent = { type: 'case-tasks-set', facts: { stage, tasks } };
  const answered = tasks.flatMap((task): CaseEvent[] => {
    const standing = task.kind === 'advise' && task.state === 'open' ? standsFor(subject, facts, task) : undefined;
    if (!standing) return [];
    const content = { [`advice:${task.id}`]: { text: standing.text } };
    return [{ type: 'case-advice-given', facts: { advice: adviceFrom(task, standing) }, content }];
  });
  return [set, ...answered];
}

export const folded = (subject: Case, events: readonly CaseEvent[]): Case =>
  events.reduce<Case>((state, event) => evolveCase(state, event), subject);

const waitsAt = (subject: Case, stage: TaskKind): boolean =>
  subject.tasks.some(({ kind, state }) => kind === stage && state === 'open');

/**
 * Takes a case as far along its route as it goes by itself: to the first stage with work to do. Whoever gave a command gets it
 * together with what the command did, so that no case stands between two stages.
 */
export function reached(subject: Case, facts: CaseFacts): CaseEvent[] {
  for (const stage of routeAt(subject.route).stages) {
    const tasks = isWanted(stage, subject) ? newTasks(stage, subject, facts) : [];
    if (tasks.length > 0) {
      const events = tasksSet(stage.kind, tasks, subject, facts);
      const after = folded(subject, events);
      return waitsAt(after, stage.kind) ? events : [...events, ...reached(after, facts)];
    }
    if (waitsAt(subject, stage.kind)) {
      if (subject.stage === stage.kind) return [];
      // Work that was open before its stage came back has its whole target again.
      return [{ type: 'case-tasks-set', facts: { stage: stage.kind, tasks: renewed(subject, facts, stage.kind) } }];
    }
  }
  return [];
}

const setIfAny = (subject: Case, tasks: readonly Task[]): CaseEvent[] =>
  tasks.length === 0 ? [] : [{ type: 'case-tasks-set', facts: { stage: subject.stage, tasks } }];

/** The events given, and whatever follows from them: whose the open work is now and, while the case is open, its next stage. */
export function withWhatFollows(subject: Case, events: readonly CaseEvent[], facts: CaseFacts): CaseEvent[] {
  const now = folded(subject, events);
  const held = setIfAny(now, reheld(now, facts));
  const after = folded(now, held);
  return [...events, ...held, ...(after.state === 'open' ? reached(after, facts) : [])];
}

/** The same for a case that comes back to work: its open tasks have their targets begun anew. */
export function atWorkAgain(subject: Case, events: readonly CaseEvent[], facts: CaseFacts): CaseEvent[] {
  const now = folded(subject, events);
  return withWhatFollows(subject, [...events, ...setIfAny(now, renewed(now, facts))], facts);
}

/** The lane that the columns asked for give; a dataset without columns gives its own (domain, Guards). */
export function laneOfData(
  asked: readonly Pick<CaseDataset, 'dataset' | 'columns'>[],
  datasets: readonly DatasetToday[],
): Lane {
  return highestLane(
    ...asked.map(({ dataset, columns }) => {
      const today = datasets.find((one) => one.dataset === dataset);
      if (!today) return 'A';
      if (columns.length === 0) return today.lane;
      return highestLane(...today.columns.filter(({ id }) => columns.includes(id)).map(({ lane }) => lane));
    }),
  );
}
