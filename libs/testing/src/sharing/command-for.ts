import { addDays, type Actor } from '#kernel';
import {
  adviceLabels,
  columnForms,
  hasObjection,
  laneOfData,
  lanes,
  openTasks,
  regimeCodes,
  taskGuard,
  verdicts,
  type AnswerCase,
  type Case,
  type CaseCommand,
  type CaseCommandName,
  type CaseDataset,
  type CaseFacts,
  type DatasetDecision,
  type Lane,
  type Task,
  type WorkKind,
} from '#sharing/domain';
import { ids, people } from './sharing-people.ts';
import {
  acceptRisk,
  askReview,
  assign,
  conclude,
  conflict,
  extend,
  fullRecord,
  goOn,
  hold,
  redirect,
  refuse,
  rescind,
  returned,
  validate,
} from './story-commands.ts';

/** What a command says where it could say several things. */
export interface Choices {
  readonly numbers: readonly number[];
  readonly asked: readonly Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>[];
}

interface At {
  readonly subject: Case;
  readonly facts: CaseFacts;
}

interface Giving {
  readonly actor: Actor;
  readonly choices: Choices;
}

const oneOf = <One>(list: readonly One[], { numbers }: Choices, at = 0): One =>
  list[(numbers[at] ?? 0) % list.length] as One;

/** The task of this kind that the actor may do, or any that is open. */
function taskFor(kind: WorkKind, { subject, facts }: At, actor: Actor): Task | undefined {
  const tasks = openTasks(subject).filter((task) => task.kind === kind);
  return tasks.find((task) => taskGuard(task, subject, { actor, facts }) === undefined) ?? tasks[0];
}

function laneNextTo(lane: Lane, by: 1 | -1): Lane {
  return lanes[lanes.indexOf(lane) + by] ?? lane;
}

function decisionOn(dataset: CaseDataset, choices: Choices, at: number): DatasetDecision {
  const approves = oneOf([true, true, false], choices, at);
  const less = oneOf([0, 0, 1], choices, at + 1);
  const columns = dataset.columns.slice(0, Math.max(1, dataset.columns.length - less));
  return {
    dataset: dataset.dataset,
    outcome: approves ? 'approved' : 'refused',
    columns: approves ? columns.map((column) => ({ column, form: oneOf(columnForms, choices, at) })) : [],
  };
}

function decideFor(at: At, { actor, choices }: Giving): CaseCommand {
  const task = taskFor('decide', at, actor);
  const datasets = at.subject.datasets.filter(({ dataset }) => task?.datasets?.includes(dataset));
  return {
    ...{ type: 'decide-case', task: task?.id ?? 'decide:1', reasons: 'Weighed.', ground: 'other' },
    conditions: oneOf([[], ['Cite us.']], choices, 3),
    datasets: datasets.map((dataset, index) => decisionOn(dataset, choices, index)),
    codes: fullRecord.codes,
    words: { ...fullRecord.words, legalPowerRequester: 'Localism Act 2011' },
    ...(hasObjection(at.subject) ? { objectionReason: 'It is banded.' } : {}),
  };
}

const answering = ({ subject, facts }: At, choices: Choices): Omit<AnswerCase, 'type'> => ({
  submission: subject.submission + 1,
  lane: laneOfData(choices.asked, facts.datasets),
  care: oneOf([true, false], choices),
  datasets: choices.asked,
  people: oneOf([[], [people.ada], [people.otto], [people.sid, people.amy]], choices, 1),
});

/** All that is still in words turned into columns of the dataset. */
const turning = ({ subject, facts }: At) =>
  subject.datasets.flatMap(({ dataset, columns, described }) => {
    const known = facts.datasets.find((one) => one.dataset === dataset)?.columns ?? [];
    const first = known.find(({ id }) => !columns.includes(id)) ?? known[0];
    return (described || columns.length === 0) && first ? [{ dataset, columns: [first.id] }] : [];
  });

const byName: { readonly [Name in CaseCommandName]?: (at: At, giving: Giving) => CaseCommand } = {
  'validate-case': (at, { choices }) => validate({ regime: oneOf(regimeCodes, choices), columns: turning(at) }),
  'raise-lane': ({ subject }) => ({ type: 'raise-lane', lane: laneNextTo(subject.lane, 1), reason: 'Small areas.' }),
  'lower-lane': ({ subject }) => ({ type: 'lower-lane', lane: laneNextTo(subject.lane, -1), reason: 'No names.' }),
  'ask-advice': ({ subject, facts: { officers } }, { choices }) => {
    const held = new Set(
      officers.flatMap(({ roles, standsInFor = [] }) => [...roles, ...standsInFor.flatMap((one) => one.roles)]),
    );
    const free = adviceLabels.filter(
      (label) => held.has(`adviser:${label}`) && openTasks(subject).every((task) => task.label !== label),
    );
    return { type: 'ask-advice', label: free.length > 0 ? oneOf(free, choices) : 'legal' };
  },
  'give-advice': (at, { actor, choices }) => ({
    ...{ type: 'give-advice', task: taskFor('advise', at, actor)?.id ?? '', text: 'As it is.' },
    verdict: oneOf(verdicts, choices),
  }),
  'go-on-without-advice': () => goOn(),
  'accept-risk': () => acceptRisk(),
  'decide-case': decideFor,
  'refuse-case': () => refuse(),
  'redirect-case': (_, { choices }) => redirect({ datasets: oneOf([[ids.poles], []], choices) }),
  'note-redirect-followed': () => ({ type: 'note-redirect-followed', case: ids.otherCase }),
  'return-case': (_, { choices }) => returned({ cannotIdentify: oneOf([true, false], choices) }),
  'answer-case': (at, { choices }) => ({ type: 'answer-case', ...answering(at, choices) }),
  'hand-over-submission': (at, { choices }) => ({ type: 'hand-over-submission', ...answering(at, choices) }),
  'hold-case': ({ facts }) => hold({ until: addDays(facts.today, 7) }),
  'extend-deadline': ({ subject, facts }) => extend(addDays(subject.legalDeadline ?? facts.today, 1)),
  'assign-task': ({ subject, facts: { officers } }, { choices }) =>
    assign(oneOf([...openTasks(subject).map(({ id }) => id), 'decide:1'], choices), oneOf(officers, choices, 1).person),
  'declare-conflict': () => conflict(),
  'open-sample': () => ({ type: 'open-sample', reason: 'One in twenty is looked at.' }),
  'rescind-decision': () => rescind(),
  'ask-review': () => askReview(),
  'conclude-review': (_, { choices }) => conclude(oneOf(['changed', 'confirmed'] as const, choices)),
};

/** A command of this name as somebody would give it now: nothing is missing from it, and what it names is there. */
export const commandFor = (name: CaseCommandName, at: At, giving: Giving): CaseCommand =>
  byName[name]?.(at, giving) ?? ({ type: name } as CaseCommand);
