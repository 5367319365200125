import { accepted, addDays, refusal, refused } from '#kernel';
import { isClosed, sampleDays, taskOf, tasksNow, type CaseDataset } from './case.ts';
import type { AssignTask, DeclareConflict, OpenSample } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import { barOf, holdsTask, isSoleOffice } from './holders.ts';
import * as no from './refusals.ts';
import { placed } from './decide-opening.ts';
import { withWhatFollows } from './stages.ts';
import { boardOf, caseStandingsOf } from './standings.ts';

/**
 * Asks a member of the organisation to do a piece of work. An administrator may name anybody whom nothing bars, so that no
 * task waits for a role that nobody holds; others may name those whose role it is.
 */
export function assign({ command, subject, circumstances }: Deciding<AssignTask>): CaseDecision {
  const { actor, facts } = circumstances;
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
  const { assignee: _assignee, ...unassigned } = task;
  const holds = holdsTask(officer, unassigned, subject);
  if (!holds && !caseStandingsOf(actor, subject).includes('administrator')) {
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

/** Answers and evidence are opened to one member of a board, for a while and with a reason. */
export function openSample({ command, subject, circumstances }: Deciding<OpenSample>): CaseDecision {
  const { actor, facts } = circumstances;
  const faults = missing(
    'sharing.reason-missing',
    'Say why you look at this one: the data owner reads it.',
    'reason',
    command.reason,
  );
  const board = boardOf(actor, subject);
  if (faults.length > 0 || board === undefined) return refused(...faults);
  const on = facts.today;
  return accepted([
    {
      type: 'case-sample-opened',
      facts: { sample: { person: personOf({ circumstances }), board, on, until: addDays(on, sampleDays) } },
      content: { sample: { reason: command.reason.trim() } },
    },
  ]);
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
  return accepted(withWhatFollows(subject, [declared], circumstances.facts));
}

/** Another one answers for the request: from then on none of the work is theirs. */
export function noteAsker({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const person = personOf({ circumstances });
  if (person === subject.asker.person) return accepted([]);
  const changed: CaseEvent = { type: 'case-asker-changed', facts: { person } };
  return accepted(isClosed(subject) ? [changed] : withWhatFollows(subject, [changed], circumstances.facts));
}

/** Roles, people or the datasets' owners changed: who holds the open tasks is worked out again. */
export function reviewHolders({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { facts } = circumstances;
  const datasets = placed(subject.datasets, facts, subject.datasets)
    .filter((now, index) => !samePlace(now, subject.datasets[index]))
    .map(({ dataset, owners, unit }) => ({ dataset, owners, ...(unit === undefined ? {} : { unit }) }));
  const changed: CaseEvent[] = datasets.length === 0 ? [] : [{ type: 'case-owners-changed', facts: { datasets } }];
  return accepted(withWhatFollows(subject, changed, facts));
}

const samePlace = (now: CaseDataset, before: CaseDataset | undefined): boolean =>
  now.unit === before?.unit && [...now.owners].sort().join() === [...(before?.owners ?? [])].sort().join();

/** Targets have passed: the stand-ins are told, once for each task. */
export function escalate({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today } = circumstances.facts;
  const late = tasksNow(subject).filter(({ due, escalated }) => due < today && !escalated);
  if (late.length === 0) return accepted([]);
  return accepted([{ type: 'case-tasks-escalated', facts: { tasks: late.map(({ id }) => id) } }]);
}
