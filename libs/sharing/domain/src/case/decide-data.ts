import { accepted, refusal, refused, type Refusal } from '#kernel';
import type { DatasetDecision, Outcome, TaskDecision } from '../decision/decision.ts';
import { hasCode, refusalGrounds } from '../decision/reference.ts';
import { faultsOfApproval, hasObjection } from './approval.ts';
import { taskOf, type Case, type CaseDataset, type Task } from './case.ts';
import type { DecideCase, RefuseCase } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { taskGuard } from './guards.ts';
import { advisedOn, isSoleOffice } from './holders.ts';
import { folded, withWhatFollows } from './stages.ts';

const groundFaults = (ground: string | undefined): readonly Refusal[] =>
  hasCode(refusalGrounds, ground)
    ? []
    : [refusal('sharing.ground-missing', 'A refusal names its ground: choose one of the list.', 'ground')];

const approves = ({ outcome }: DatasetDecision): boolean => outcome === 'approved';

/** What is wrong with a decision about one dataset. */
function datasetFaults(decision: DatasetDecision, asked: CaseDataset | undefined): readonly Refusal[] {
  const field = `datasets.${decision.dataset}`;
  if (!asked)
    return [refusal('sharing.dataset-not-asked', 'The request does not ask this owner for that dataset.', field)];
  const columns = decision.columns.map(({ column }) => column);
  if (!approves(decision)) {
    return columns.length === 0
      ? []
      : [refusal('sharing.refused-with-columns', 'A refusal gives no columns: take them out, or approve them.', field)];
  }
  if (new Set(columns).size < columns.length) {
    return [refusal('sharing.column-twice', 'A column is named twice.', field)];
  }
  if (columns.some((column) => !asked.columns.includes(column))) {
    return [
      refusal(
        'sharing.column-not-requested',
        'Only columns that are asked for can be approved, as they are or coarser.',
        field,
      ),
    ];
  }
  return columns.length === 0 && !asked.whole
    ? [refusal('sharing.columns-none', 'Choose the columns to give, or refuse the dataset.', field)]
    : [];
}

function coverageFaults({ datasets }: DecideCase, task: Task): readonly Refusal[] {
  const wanted = task.datasets ?? [];
  const decided = datasets.map(({ dataset }) => dataset);
  if (new Set(decided).size === decided.length && wanted.every((id) => decided.includes(id))) return [];
  return [refusal('sharing.dataset-undecided', 'Decide each dataset, once.', 'datasets')];
}

function faultsOfDecision(command: DecideCase, subject: Case, facts: CaseFacts): readonly Refusal[] {
  const task = taskOf(subject, command.task);
  if (!task) return [];
  const own = new Map(
    subject.datasets.filter(({ dataset }) => task.datasets?.includes(dataset)).map((one) => [one.dataset, one]),
  );
  const refuses = command.datasets.some((decision) => !approves(decision));
  return [
    ...missing('sharing.reasons-missing', 'Give your reasons: nobody decides without.', 'reasons', command.reasons),
    ...coverageFaults(command, task),
    ...command.datasets.flatMap((decision) => datasetFaults(decision, own.get(decision.dataset))),
    ...(refuses ? groundFaults(command.ground) : []),
    ...(command.datasets.some(approves) ? faultsOfApproval(command, subject, facts) : []),
  ];
}

/** One owner decides their datasets; when all have, the case is decided. */
export function decideTask({ command, subject, circumstances }: Deciding<DecideCase>): CaseDecision {
  const { facts } = circumstances;
  const task = taskOf(subject, command.task);
  const against = task?.kind === 'decide' ? taskGuard(task, subject, circumstances) : undefined;
  if (against) return refused(against);
  if (task?.kind !== 'decide') {
    return refused(refusal('sharing.task-unknown', 'This is no decision that the case waits for.', 'task'));
  }
  const faults = faultsOfDecision(command, subject, facts);
  if (faults.length > 0) return refused(...faults);
  const by = personOf({ circumstances });
  const decision: TaskDecision = {
    task: task.id,
    by,
    datasets: command.datasets,
    conditional: command.conditions.length > 0,
    ...(command.ground === undefined ? {} : { ground: command.ground }),
  };
  const decided: CaseEvent = {
    type: 'case-task-decided',
    facts: {
      decision,
      codes: command.codes,
      precedents: command.precedents ?? [],
      againstObjection: hasObjection(subject) && command.datasets.some(approves),
      soleOfficer: isSoleOffice(facts.officers) && (advisedOn(subject, by) || subject.deciders.includes(by)),
    },
    content: { [`decision:${task.id}`]: wordsOf(command) },
  };
  const now = folded(subject, [decided]);
  // The case closes when nobody has a decision left to take.
  const isLast = now.tasks.every(({ kind, state }) => kind !== 'decide' || state !== 'open');
  if (!isLast) return accepted(withWhatFollows(subject, [decided], facts));
  return accepted([decided, { type: 'case-decided', facts: { outcome: outcomeOf(now), on: facts.today } }]);
}

const wordsOf = ({ reasons, conditions, objectionReason, words }: DecideCase) => ({
  reasons,
  conditions,
  ...(objectionReason === undefined ? {} : { objectionReason }),
  words,
});

/** What several owners' decisions come to: in part, where they differ or give less than was asked (domain, Guards). */
export function outcomeOf({ datasets, decisions }: Case): Outcome {
  const all = decisions.flatMap((decision) => decision.datasets);
  const conditional = decisions.some((decision) => decision.conditional && decision.datasets.some(approves));
  if (!all.some(approves)) return { code: 'refused', conditional: false };
  const whole = datasets.every((asked) => {
    const decision = all.find(({ dataset }) => dataset === asked.dataset);
    const given = decision?.columns.filter(({ form }) => form === 'as-is').map(({ column }) => column) ?? [];
    return decision !== undefined && approves(decision) && asked.columns.every((column) => given.includes(column));
  });
  return { code: whole ? 'approved' : 'partly-approved', conditional };
}

/** Refuses the whole case, at any stage: it needs authority, a ground and reasons, and nothing else. */
export function refuseWhole({ command, circumstances }: Deciding<RefuseCase>): CaseDecision {
  const faults = [
    ...groundFaults(command.ground),
    ...missing('sharing.reasons-missing', 'Give your reasons: nobody decides without.', 'reasons', command.reasons),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'case-decided',
      facts: {
        outcome: { code: 'refused', conditional: false },
        on: circumstances.facts.today,
        by: personOf({ circumstances }),
        ground: command.ground,
      },
      content: { outcome: { reasons: command.reasons } },
    },
  ]);
}
