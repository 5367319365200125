import { accepted, refusal, refused } from '#kernel';
import { taskOf } from './case.ts';
import type { AcceptRisk, AskAdvice, GiveAdvice, GoOnWithoutAdvice } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import { overdueAdvice, taskGuard } from './guards.ts';
import { adviceLabelWords } from './route.ts';
import { withWhatFollows } from './stages.ts';
import { askedTask } from './tasks.ts';

/** Asks an adviser beyond the route; from then on the case waits for the advice. */
export function decideAsking({ command, subject, circumstances }: Deciding<AskAdvice>): CaseDecision {
  const { facts } = circumstances;
  const { label, question } = command;
  if (subject.tasks.some((task) => task.label === label && task.state === 'open')) {
    return refused(refusal('sharing.advice-asked-already', 'This adviser is asked already.', 'label'));
  }
  const task = askedTask(label, subject, facts);
  if (task.state !== 'open') {
    const words = `Nobody here gives ${adviceLabelWords[label]} advice. An administrator can give somebody the role.`;
    return refused(refusal('sharing.adviser-unknown', words, 'label'));
  }
  const events: CaseEvent[] = [
    {
      type: 'case-advice-asked',
      facts: { task: task.id },
      ...(question === undefined ? {} : { content: { [`advice-question:${task.id}`]: { text: question } } }),
    },
    { type: 'case-tasks-set', facts: { stage: subject.stage, tasks: [task] } },
  ];
  return accepted(withWhatFollows(subject, events, facts));
}

/** Advice: support, support on conditions, or object; always with its reasons. */
export function decideAdvice({ command, subject, circumstances }: Deciding<GiveAdvice>): CaseDecision {
  const task = taskOf(subject, command.task);
  const against = taskGuard(task, subject, circumstances);
  if (against) return refused(against);
  if (task?.kind !== 'advise' || !task.label) {
    return refused(refusal('sharing.task-unknown', 'This is no piece of advice that the case waits for.', 'task'));
  }
  const faults = missing('sharing.advice-missing', 'Say what you advise, and why.', 'text', command.text);
  if (faults.length > 0) return refused(...faults);
  const given: CaseEvent = {
    type: 'case-advice-given',
    facts: {
      advice: {
        task: task.id,
        label: task.label,
        verdict: command.verdict,
        by: personOf({ circumstances }),
      },
    },
    content: { [`advice:${task.id}`]: { text: command.text } },
  };
  return accepted(withWhatFollows(subject, [given], circumstances.facts));
}

/** The decider goes on without advice that is late, and says why; the person answerable for risk is told. */
export function decideGoingOn({ command, subject, circumstances }: Deciding<GoOnWithoutAdvice>): CaseDecision {
  const faults = missing(
    'sharing.reason-missing',
    'Say why you go on without it: it is kept.',
    'reason',
    command.reason,
  );
  if (faults.length > 0) return refused(...faults);
  const tasks = overdueAdvice(subject, circumstances.facts).map(({ id }) => id);
  const event: CaseEvent = {
    type: 'case-went-on-without-advice',
    facts: { tasks },
    content: { wentOn: { reason: command.reason } },
  };
  return accepted(withWhatFollows(subject, [event], circumstances.facts));
}

/** The risk that remains is accepted by whoever answers for it; a high one nobody inside may accept (UK GDPR art. 36). */
export function decideRisk({ command, subject, circumstances }: Deciding<AcceptRisk>): CaseDecision {
  const task = subject.tasks.find(({ kind, state }) => kind === 'accept' && state === 'open');
  const faults = missing(
    'sharing.reason-missing',
    'Say why the risk can be accepted: it is kept.',
    'reason',
    command.reason,
  );
  if (faults.length > 0) return refused(...faults);
  const event: CaseEvent = {
    type: 'case-risk-accepted',
    facts: { task: task?.id ?? '', by: personOf({ circumstances }) },
    content: { acceptance: { reason: command.reason } },
  };
  return accepted(withWhatFollows(subject, [event], circumstances.facts));
}
