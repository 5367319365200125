import type { CaseCommandAddress, CaseView, TaskView } from '#sharing/contracts';

/** By which command the work of each kind is done. */
const commandOfKind: Readonly<Record<string, CaseCommandAddress>> = {
  validate: 'validate',
  advise: 'advise',
  accept: 'accept',
  decide: 'decide',
  review: 'conclude-review',
};

export const stepCommands: readonly CaseCommandAddress[] = Object.values(commandOfKind);

export interface Step {
  readonly task: TaskView;
  readonly command: CaseCommandAddress;
}

/** The work that is this reader's now, each with the command that does it. */
export const stepsOf = ({ tasks, allowedCommands }: Pick<CaseView, 'tasks' | 'allowedCommands'>): readonly Step[] =>
  tasks.flatMap((task) => {
    const command = commandOfKind[task.kind.code];
    const may = task.mine && task.state.code === 'open' && command !== undefined && allowedCommands.includes(command);
    return may ? [{ task, command }] : [];
  });
