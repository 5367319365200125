import { accepted, refusal, refused } from '#kernel';
import { taskOf } from './case.ts';
import type { AssignTask, DeclareConflict } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import { barOf, isSoleOffice } from './holders.ts';
import * as no from './refusals.ts';
import { folded, reached, reheld } from './stages.ts';

/**
 * Asks a member of the organisation to do a piece of work. An administrator may name anybody whom nothing bars, so that no
 * task waits for a role that nobody holds; others may name those whose role it is.
 */
export function assign({ command, subject, circumstances }: Deciding<AssignTask>): CaseDecision {
  const { facts, standing } = circumstances;
  const task = taskOf(subject, command.task);
  if (task?.state !== 'open') return refused(no.taskNotOpen);
  const officer = facts.officers.find(({ person }) => person === command.person);
  if (!officer) {
    return refused(refusal('sharing.person-unknown', 'Choose an active member of your organisation.', 'person'));
  }
  const bar = barOf(officer, task.kind, subject, facts.officers);
  if (bar) {
    return refused(refusal('sharing.person-barred', `${no.barsOfAnother[bar]} Choose somebody else.`, 'person'));
  }
  const holds = task.roles.some((role) => officer.roles.includes(role));
  if (!holds && standing !== 'administrator') {
    return refused(
      refusal(
        'sharing.person-without-role',
        'This person does not hold the role. An administrator can name them.',
        'person',
      ),
    );
  }
  const grave = task.kind !== 'validate' && task.kind !== 'advise';
  if (!holds && grave && command.person === personOf({ circumstances }) && !isSoleOffice(facts.officers)) {
    return refused(
      refusal('sharing.assigned-to-oneself', 'Nobody names themself to decide. Choose somebody else.', 'person'),
    );
  }
  return task.assignee === command.person
    ? accepted([])
    : accepted([{ type: 'case-task-assigned', facts: { task: task.id, person: command.person } }]);
}

/** Somebody says that they have an interest in the case; from then on none of its work is theirs. */
export function declareConflict({ command, subject, circumstances }: Deciding<DeclareConflict>): CaseDecision {
  const person = personOf({ circumstances });
  const faults = missing(
    'sharing.reason-missing',
    'Say what the conflict is: it is kept with the case.',
    'reason',
    command.reason,
  );
  if (faults.length > 0) return refused(...faults);
  if (subject.conflicts.includes(person)) return accepted([]);
  const declared: CaseEvent = {
    type: 'case-conflict-declared',
    facts: { person },
    content: { [`conflict:${person}`]: { reason: command.reason } },
  };
  const others = subject.tasks
    .filter(({ assignee, state }) => assignee === person && state === 'open')
    .map(({ assignee: _assignee, ...task }) => task);
  const given: CaseEvent[] =
    others.length === 0
      ? [declared]
      : [declared, { type: 'case-tasks-set', facts: { stage: subject.stage, tasks: others } }];
  return accepted([...given, ...heldAnew(subject, given, circumstances.facts)]);
}

type Facts = Deciding['circumstances']['facts'];

function heldAnew(subject: Deciding['subject'], before: readonly CaseEvent[], facts: Facts): CaseEvent[] {
  const now = folded(subject, before);
  const tasks = reheld(now, facts);
  if (tasks.length === 0) return [];
  const set: CaseEvent = { type: 'case-tasks-set', facts: { stage: now.stage, tasks } };
  return now.state === 'open' ? [set, ...reached(folded(now, [set]), facts)] : [set];
}

/** Roles, people or the datasets' owners changed: who holds the open tasks is worked out again. */
export function reviewHolders({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { facts } = circumstances;
  const datasets = subject.datasets.flatMap(({ dataset, owners, unit }) => {
    const today = facts.datasets.find((one) => one.dataset === dataset);
    if (!today || (same(today.owners, owners) && today.unit === unit)) return [];
    return [{ dataset, owners: today.owners, ...(today.unit === undefined ? {} : { unit: today.unit }) }];
  });
  const changed: CaseEvent[] = datasets.length === 0 ? [] : [{ type: 'case-owners-changed', facts: { datasets } }];
  return accepted([...changed, ...heldAnew(subject, changed, facts)]);
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** Targets have passed: the stand-ins are told, once for each task. */
export function escalate({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today } = circumstances.facts;
  const late = subject.tasks.filter(({ state, due, escalated }) => state === 'open' && due < today && !escalated);
  if (late.length === 0) return accepted([]);
  return accepted([{ type: 'case-tasks-escalated', facts: { tasks: late.map(({ id }) => id) } }]);
}
