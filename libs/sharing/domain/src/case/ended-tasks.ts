import type { Case, Task } from './case.ts';

/** Tasks by id: those given take the place of those that stood under the same id. */
export const merged = (tasks: readonly Task[], changed: readonly Task[]): readonly Task[] => {
  const byId = new Map(changed.map((task) => [task.id, task]));
  const kept = tasks.map((task) => byId.get(task.id) ?? task);
  const known = new Set(tasks.map(({ id }) => id));
  return [...kept, ...changed.filter(({ id }) => !known.has(id))];
};

/** Work that is not open any more wants nobody to fill a gap. */
export const endedAs = ({ gap: _gap, ...task }: Task, state: Task['state']): Task => ({ ...task, state });

export const ended = (tasks: readonly Task[], ids: readonly string[], state: Task['state']): readonly Task[] =>
  tasks.map((task) => (ids.includes(task.id) ? endedAs(task, state) : task));

/** A closed case waits for nobody. */
export const settled = (tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => (task.state === 'open' ? endedAs(task, 'not-needed') : task));

/** Without these decisions: what they were about is to be decided anew. */
export function withoutDecisions(subject: Case, fallen: Case['decisions']): Case {
  const ids = fallen.map(({ task }) => task);
  return {
    ...subject,
    decisions: subject.decisions.filter(({ task }) => !ids.includes(task)),
    tasks: ended(subject.tasks, ids, 'not-needed'),
  };
}

/** To approve needs more in a higher lane: what was approved in a lower one is decided anew, a refusal stands. */
export const withoutApprovals = (subject: Case): Case =>
  withoutDecisions(
    subject,
    subject.decisions.filter(({ datasets }) => datasets.some(({ outcome }) => outcome === 'approved')),
  );
