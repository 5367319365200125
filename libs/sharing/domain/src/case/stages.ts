import { addWorkingDays } from '#kernel';
import { highestLane, type Lane } from '../lane.ts';
import type { Advice, Case, CaseDataset, Task } from './case.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import type { CaseFacts, DatasetToday, StandingAdvice } from './facts.ts';
import { rolesFor } from './holders.ts';
import { isWanted, routeAt, type Stage, type TaskKind } from './route.ts';

/** Whether the datasets are the same owners' work: a decision needs owners of every dataset that it is about. */
const ownersKey = ({ owners }: Pick<CaseDataset, 'owners'>): string => [...owners].sort().join(' ');

/** A task as it is opened: whose it becomes, and until when. */
function opened(
  task: Pick<Task, 'id' | 'kind' | 'label' | 'datasets' | 'asked'>,
  subject: Case,
  facts: CaseFacts,
  target: number,
): Task {
  const { roles, gap } = rolesFor(task, subject, facts.officers);
  const due = addWorkingDays(facts.today, target, facts.holidays);
  // A post that the organisation does not have is not applicable: nobody waits for its advice.
  if (gap && task.kind === 'advise') return { ...task, roles, state: 'not-applicable', due };
  return { ...task, roles, state: 'open', due, ...(gap ? { gap } : {}) };
}

const numbered = (subject: Case, kind: 'decide' | 'review'): number =>
  subject.tasks.filter((task) => task.kind === kind).length + 1;

/** One task to decide for each set of owners. */
function decideTasks(subject: Case, facts: CaseFacts, target: number, datasets = subject.datasets): Task[] {
  const groups = [...Map.groupBy(datasets, ownersKey).values()];
  const first = numbered(subject, 'decide');
  return groups.map((group, index) =>
    opened(
      { id: `decide:${first + index}`, kind: 'decide', datasets: group.map(({ dataset }) => dataset) },
      subject,
      facts,
      target,
    ),
  );
}

const standsFor = (subject: Case, facts: CaseFacts, task: Task): StandingAdvice | undefined =>
  facts.standingAdvice.find(
    ({ label, lane, until, datasets, purposeClasses }) =>
      label === task.label &&
      lane === subject.lane &&
      until >= facts.today &&
      (datasets === undefined || subject.datasets.every(({ dataset }) => datasets.includes(dataset))) &&
      (purposeClasses === undefined || purposeClasses.includes(facts.purposeClass ?? '')),
  );

/** The tasks that a stage wants and the case does not have yet. */
function newTasks(stage: Stage, subject: Case, facts: CaseFacts): Task[] {
  // Work that fell away with an earlier end of the case is wanted again when it goes on.
  const has = (id: string): boolean => subject.tasks.some((task) => task.id === id && task.state !== 'not-needed');
  if (stage.kind === 'advise') {
    return (stage.advisers ?? [])
      .filter((adviser) => isWanted(adviser, subject) && !has(`advise:${adviser.label}`))
      .map(({ label }) => opened({ id: `advise:${label}`, kind: 'advise', label }, subject, facts, stage.target));
  }
  if (stage.kind !== 'decide') {
    return has(stage.kind) ? [] : [opened({ id: stage.kind, kind: stage.kind }, subject, facts, stage.target)];
  }
  const live = subject.tasks.some(({ kind, state }) => kind === 'decide' && (state === 'open' || state === 'done'));
  return live ? [] : decideTasks(subject, facts, stage.target);
}

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

/**
 * Takes a case as far along its route as it goes by itself: to the first stage with work to do. Whoever gave a command gets it
 * together with what the command did, so that no case stands between two stages.
 */
export function reached(subject: Case, facts: CaseFacts): CaseEvent[] {
  for (const stage of routeAt(subject.route).stages) {
    const wanted = isWanted(stage, subject);
    const tasks = wanted ? newTasks(stage, subject, facts) : [];
    const events = tasks.length > 0 ? tasksSet(stage.kind, tasks, subject, facts) : [];
    const after = folded(subject, events);
    const waits = after.tasks.some((task) => task.kind === stage.kind && task.state === 'open');
    if (waits)
      return after.stage === stage.kind
        ? events
        : [...events, { type: 'case-tasks-set', facts: { stage: stage.kind, tasks: [] } }];
    if (events.length > 0) return [...events, ...reached(after, facts)];
  }
  return [];
}

/** The events given, and whatever follows from them along the route. */
export const withWhatFollows = (subject: Case, events: readonly CaseEvent[], facts: CaseFacts): CaseEvent[] => [
  ...events,
  ...reached(folded(subject, events), facts),
];

/** Open work of the route that the case, as it is now, does not want any more. */
export function fallenAway(subject: Case): Task[] {
  const { stages } = routeAt(subject.route);
  const wants = ({ kind, label }: Task): boolean =>
    stages.some(
      (stage) =>
        stage.kind === kind &&
        isWanted(stage, subject) &&
        (label === undefined || (stage.advisers ?? []).some((one) => one.label === label && isWanted(one, subject))),
    );
  return subject.tasks
    .filter((task) => task.state === 'open' && task.asked === undefined && task.kind !== 'review' && !wants(task))
    .map((task) => ({ ...task, state: 'not-needed' }));
}

/** Advice asked for beyond the route: from now on the case waits for it. */
export const askedTask = (label: NonNullable<Task['label']>, subject: Case, facts: CaseFacts): Task => {
  const stage = routeAt(subject.route).stages.find(({ kind }) => kind === 'advise');
  const number = subject.tasks.filter((task) => task.label === label).length;
  const id = number === 0 ? `advise:${label}` : `advise:${label}:${number + 1}`;
  return opened({ id, kind: 'advise', label, asked: true }, subject, facts, stage?.target ?? 5);
};

const reviewTarget = 20;

/** Somebody who did not decide looks at the decision. */
export const reviewTask = (subject: Case, facts: CaseFacts): Task =>
  opened({ id: `review:${numbered(subject, 'review')}`, kind: 'review' }, subject, facts, reviewTarget);

const targetOf = (subject: Case, kind: Task['kind']): number =>
  routeAt(subject.route).stages.find((stage) => stage.kind === kind)?.target ?? reviewTarget;

/** The open tasks with their targets begun anew, when a case comes back to work. */
export const renewed = (subject: Case, facts: CaseFacts): Task[] =>
  subject.tasks
    .filter(({ state }) => state === 'open')
    .map(({ escalated: _escalated, ...task }) => ({
      ...task,
      due: addWorkingDays(facts.today, targetOf(subject, task.kind), facts.holidays),
    }));

/** Whose the open tasks are now: people come and go, and datasets change hands. Only those that changed. */
export function reheld(subject: Case, facts: CaseFacts): Task[] {
  return subject.tasks.flatMap((task): Task[] => {
    if (task.state !== 'open') return [];
    const split =
      task.kind === 'decide' ? subject.datasets.filter(({ dataset }) => task.datasets?.includes(dataset)) : [];
    if (new Set(split.map(ownersKey)).size > 1) {
      return [{ ...task, state: 'not-needed' }, ...decideTasks(subject, facts, targetOf(subject, 'decide'), split)];
    }
    const { roles, gap } = rolesFor(task, subject, facts.officers);
    if (gap && task.kind === 'advise' && task.assignee === undefined) return [{ ...task, state: 'not-applicable' }];
    const same = roles.join() === task.roles.join() && gap === (task.gap ?? false);
    const { gap: _gap, ...rest } = task;
    return same ? [] : [{ ...rest, roles, ...(gap ? { gap } : {}) }];
  });
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
