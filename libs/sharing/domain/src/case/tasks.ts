import { addWorkingDays } from '#kernel';
import type { Case, CaseDataset, Task } from './case.ts';
import type { CaseFacts, Officer } from './facts.ts';
import { barOf, hasPost, rolesFor } from './holders.ts';
import { isWanted, routeAt, type AdviceLabel, type Stage } from './route.ts';

/** What a task is before anybody holds it. */
type Meant = Pick<Task, 'id' | 'kind' | 'label' | 'datasets' | 'asked' | 'assignee'>;

/** Whose a task is now: the first post in its order that somebody can fill, and whoever was asked, while they can do it. */
function held<Work extends Meant>(task: Work, subject: Case, officers: readonly Officer[]) {
  const { roles, gap } = rolesFor(task, subject, officers);
  const named = officers.find(({ person }) => person === task.assignee);
  const kept = named !== undefined && barOf(named, task.kind, subject, officers) === undefined;
  const { assignee: _assignee, ...rest } = task;
  return {
    task: { ...rest, roles, ...(kept ? { assignee: named.person } : {}) },
    gap: gap && !kept,
    // A post that the organisation does not have is not applicable: nobody waits for its advice.
    vacant: !kept && task.kind === 'advise' && !hasPost(task, officers),
  };
}

/** A task as it is opened: whose it becomes, and until when. */
function opened(meant: Meant, subject: Case, facts: CaseFacts, target: number): Task {
  const { task, gap, vacant } = held(meant, subject, facts.officers);
  const due = addWorkingDays(facts.today, target, facts.holidays);
  if (vacant) return { ...task, state: 'not-applicable', due };
  return { ...task, state: 'open', due, ...(gap ? { gap } : {}) };
}

/** Ids are never used twice in a case: what was said under one stays what it was. */
const idAfter = (base: string, earlier: number): string => (earlier === 0 ? base : `${base}:${earlier + 1}`);

const count = (subject: Case, wanted: (task: Task) => boolean): number => subject.tasks.filter(wanted).length;

/** Whether the datasets are the same owners' work: a decision needs owners of every dataset that it is about. */
const ownersKey = ({ owners }: Pick<CaseDataset, 'owners'>): string => [...owners].sort().join(' ');

/** Datasets by the owners that they share: each such set is decided as one. */
export const ownerGroups = (datasets: readonly CaseDataset[]): readonly (readonly CaseDataset[])[] => [
  ...Map.groupBy(datasets, ownersKey).values(),
];

const isLive = ({ state }: Task): boolean => state === 'open' || state === 'done';

/** Tasks for datasets that nobody decides or has decided yet: one for each set of owners. */
function decideTasks(subject: Case, facts: CaseFacts, target: number): Task[] {
  const covered = new Set(
    subject.tasks.filter((task) => task.kind === 'decide' && isLive(task)).flatMap(({ datasets = [] }) => datasets),
  );
  const first = count(subject, ({ kind }) => kind === 'decide') + 1;
  return ownerGroups(subject.datasets.filter(({ dataset }) => !covered.has(dataset))).map((group, index) =>
    opened(
      { id: `decide:${first + index}`, kind: 'decide', datasets: group.map(({ dataset }) => dataset) },
      subject,
      facts,
      target,
    ),
  );
}

/** Whether columns are still to be made of fields described in words: nobody can decide on those. */
export const isUnclear = ({ datasets }: Pick<Case, 'datasets'>): boolean =>
  datasets.some(({ columns, described, whole }) => described || (columns.length === 0 && !whole));

/** The tasks that a stage wants and the case does not have yet; work that fell away is wanted again when the case goes on. */
export function newTasks(stage: Stage, subject: Case, facts: CaseFacts): Task[] {
  const { kind, target } = stage;
  if (kind === 'decide') return decideTasks(subject, facts, target);
  const stands = (wanted: (task: Task) => boolean): boolean =>
    subject.tasks.some((task) => task.state !== 'not-needed' && wanted(task));
  if (kind === 'advise') {
    return (stage.advisers ?? [])
      .filter((adviser) => isWanted(adviser, subject) && !stands(({ label }) => label === adviser.label))
      .map(({ label }) => opened({ id: adviceId(label, subject), kind, label }, subject, facts, target));
  }
  const needed =
    kind === 'validate' && isUnclear(subject)
      ? !stands((task) => task.kind === kind && task.state === 'open')
      : !stands((task) => task.kind === kind);
  const id = idAfter(
    kind,
    count(subject, (task) => task.kind === kind),
  );
  return needed ? [opened({ id, kind }, subject, facts, target)] : [];
}

const adviceId = (label: AdviceLabel, subject: Case): string =>
  idAfter(
    `advise:${label}`,
    count(subject, (task) => task.label === label),
  );

const stageOf = (subject: Case, kind: Task['kind']): Stage | undefined =>
  routeAt(subject.route).stages.find((stage) => stage.kind === kind);

/** Working days for advice on a route that has no stage for it. */
const adviceTarget = 5;

/** Advice asked for beyond the route: from now on the case waits for it. */
export const askedTask = (label: AdviceLabel, subject: Case, facts: CaseFacts): Task =>
  opened(
    { id: adviceId(label, subject), kind: 'advise', label, asked: true },
    subject,
    facts,
    stageOf(subject, 'advise')?.target ?? adviceTarget,
  );

const reviewTarget = 20;

/** Somebody who did not decide looks at the decision. */
export const reviewTask = (subject: Case, facts: CaseFacts): Task => {
  const number = count(subject, ({ kind }) => kind === 'review') + 1;
  return opened({ id: `review:${number}`, kind: 'review' }, subject, facts, reviewTarget);
};

/** Open tasks with their targets begun anew, when a case comes back to work; of one kind, when its stage comes back. */
export const renewed = (subject: Case, facts: CaseFacts, only?: Task['kind']): Task[] =>
  subject.tasks
    .filter(({ state, kind }) => state === 'open' && (only === undefined || kind === only))
    .map(({ escalated: _escalated, ...task }) => ({
      ...task,
      due: addWorkingDays(facts.today, stageOf(subject, task.kind)?.target ?? reviewTarget, facts.holidays),
    }));

/** Whether the route, as the case is now, wants this task. */
function isOfRoute(task: Task, subject: Case): boolean {
  if (task.kind === 'review' || task.asked) return true;
  const stage = stageOf(subject, task.kind);
  if (!stage || !isWanted(stage, subject)) return false;
  const { label } = task;
  return label === undefined || (stage.advisers ?? []).some((one) => one.label === label && isWanted(one, subject));
}

/** Whether a decision is still about datasets that are asked for and that the same owners decide. */
function isWhole({ kind, datasets = [] }: Task, subject: Case): boolean {
  if (kind !== 'decide') return true;
  const asked = subject.datasets.filter(({ dataset }) => datasets.includes(dataset));
  return asked.length === datasets.length && ownerGroups(asked).length === 1;
}

const sameHolders = (one: Task, other: Task): boolean =>
  one.roles.join() === other.roles.join() && one.gap === other.gap && one.assignee === other.assignee;

/**
 * The open tasks that are not what they were: those that fell away, and those that others hold now, since people come and go,
 * advise, declare conflicts, and datasets change hands.
 */
export function reheld(subject: Case, facts: CaseFacts): Task[] {
  return subject.tasks.flatMap((task): Task[] => {
    if (task.state !== 'open') return [];
    const { gap: _gap, ...rest } = task;
    if (!isOfRoute(task, subject) || !isWhole(task, subject)) return [{ ...rest, state: 'not-needed' }];
    const now = held(rest, subject, facts.officers);
    if (now.vacant) return [{ ...now.task, state: 'not-applicable' }];
    const holders: Task = { ...now.task, ...(now.gap ? { gap: now.gap } : {}) };
    return sameHolders(task, holders) ? [] : [holders];
  });
}
