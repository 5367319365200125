import { accepted, refusal, refused, type Refusal } from '#kernel';
import { legalDeadline } from '../clocks/index.ts';
import { highestLane, laneAtLeast, type Lane } from '../lane.ts';
import { legalStart, type Case, type CaseDataset } from './case.ts';
import type { ChangeLane, OpenCase, ValidateCase } from './commands.ts';
import { missing, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import type { CaseFacts } from './facts.ts';
import { defaultRoute } from './route.ts';
import { laneOfData, reached, withWhatFollows } from './stages.ts';

/** Opens the part of a request that one organisation decides, at the first stage of its route. */
export function open(command: OpenCase, facts: CaseFacts): CaseDecision {
  const faults = faultsOfAsked(command.datasets, command.organisation, facts);
  if (faults.length > 0) return refused(...faults);
  const { type: _type, arrivedOn: kept = facts.today, datasets, lane, ...rest } = command;
  const opened: CaseEvent = {
    type: 'case-opened',
    facts: {
      ...rest,
      lane: highestLane(lane, laneOfData(datasets, facts.datasets)),
      datasets: placed(datasets, facts),
      boards: facts.boards,
      route: { id: defaultRoute.id, version: defaultRoute.version },
      target: defaultRoute.target,
      arrivedOn: facts.today,
      ...(kept === facts.today ? {} : { legalFrom: kept }),
    },
  };
  return accepted([opened, ...reached(evolveCase(undefined, opened), facts)]);
}

type AskedFor = Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>;

/** What keeps an owner from being asked for these datasets; those that the case knows are asked for already. */
export function faultsOfAsked(
  asked: readonly AskedFor[],
  organisation: string,
  facts: CaseFacts,
  known: readonly CaseDataset[] = [],
): readonly Refusal[] {
  if (asked.length === 0) {
    return [
      refusal(
        'sharing.dataset-missing',
        'Ask this owner for at least one dataset, or withdraw this part of the request.',
        'basket',
      ),
    ];
  }
  return asked
    .filter(({ dataset }) => !known.some((one) => one.dataset === dataset))
    .flatMap(({ dataset }) => datasetFault(dataset, organisation, facts));
}

function datasetFault(dataset: string, organisation: string, { datasets }: CaseFacts): readonly Refusal[] {
  const today = datasets.find((one) => one.dataset === dataset);
  if (today?.organisation === organisation && today.requestable) return [];
  return [
    refusal(
      'sharing.dataset-not-requestable',
      'One of the datasets cannot be asked for any more. Take it out of the request, or ask its publisher.',
      `basket.${dataset}`,
    ),
  ];
}

/** What is asked for, with whose each dataset is today; one that is gone stays theirs whom the case knows. */
export const placed = (
  asked: readonly AskedFor[],
  { datasets }: Pick<CaseFacts, 'datasets'>,
  known: readonly CaseDataset[] = [],
): readonly CaseDataset[] =>
  asked.map(({ dataset, columns, described, whole }) => {
    const of = [...datasets, ...known].find((one) => one.dataset === dataset);
    const unit = of?.unit === undefined ? {} : { unit: of.unit };
    return { dataset, columns, described, whole, owners: of?.owners ?? [], ...unit };
  });

/** What is asked for once the steward has turned fields described in words into columns. */
function turned({ command, subject }: Deciding<ValidateCase>): readonly AskedFor[] {
  return subject.datasets.map(({ dataset, columns, described, whole }) => {
    const added = command.columns?.find((one) => one.dataset === dataset)?.columns ?? [];
    // Who chooses columns does not ask for the whole of it any more.
    const asWhole = added.length === 0 && (whole || (command.whole?.includes(dataset) ?? false));
    return {
      dataset,
      columns: [...new Set([...columns, ...added])],
      described: described && added.length === 0 && !asWhole,
      whole: asWhole,
    };
  });
}

/** What was asked for may be gone from the dataset meanwhile: that keeps nobody from going on, what is added must be there. */
function turnedFaults({ command, subject }: Deciding<ValidateCase>, turnedTo: readonly AskedFor[], facts: CaseFacts) {
  const asked = new Set(subject.datasets.flatMap(({ columns }) => columns));
  const strange = (command.columns ?? []).filter(({ dataset }) => turnedTo.every((one) => one.dataset !== dataset));
  const foreign = strange.map(({ dataset }) =>
    refusal('sharing.dataset-not-asked', 'The request does not ask this owner for that dataset.', `columns.${dataset}`),
  );
  const faults = turnedTo.flatMap(({ dataset, columns, described, whole }): readonly Refusal[] => {
    const known = facts.datasets.find((one) => one.dataset === dataset)?.columns ?? [];
    const field = `columns.${dataset}`;
    if (columns.some((id) => !asked.has(id) && !known.some((column) => column.id === id))) {
      return [refusal('sharing.column-unknown', 'The dataset has no such column.', field)];
    }
    if (whole && known.length > 0) {
      return [
        refusal('sharing.whole-with-columns', 'This dataset lists columns: choose those that are needed.', field),
      ];
    }
    if (described || (columns.length === 0 && !whole)) {
      return [
        refusal(
          'sharing.columns-described',
          'Turn the fields that are described in words into columns, so that a decision can name them.',
          field,
        ),
      ];
    }
    return [];
  });
  return [...foreign, ...faults];
}

const laneFault = (before: Lane, after: Lane): readonly Refusal[] =>
  laneAtLeast(after, before)
    ? []
    : [
        refusal(
          'sharing.lane-lowered',
          'Here it can only be raised. The data protection adviser can lower it, with a reason.',
          'lane',
        ),
      ];

/** Complete: the law that applies is on record, fields are columns, and the stages of the lane begin. */
export function validate(deciding: Deciding<ValidateCase>): CaseDecision {
  const { command, subject, circumstances } = deciding;
  const { facts } = circumstances;
  const task = subject.tasks.find(({ kind, state }) => kind === 'validate' && state === 'open');
  if (!task) throw new Error('A case was validated without a task to do so');
  const datasets = turned(deciding);
  const given = command.lane ?? subject.lane;
  const faults = [...laneFault(subject.lane, given), ...turnedFaults(deciding, datasets, facts)];
  if (faults.length > 0) return refused(...faults);
  const deadline = legalDeadline({
    regime: command.regime,
    arrivedOn: legalStart(subject),
    calendars: facts.calendars,
  });
  const lane = highestLane(given, laneOfData(datasets, facts.datasets));
  const events: CaseEvent[] = [
    ...laneChanged(subject, lane),
    {
      type: 'case-validated',
      facts: {
        task: task.id,
        regime: command.regime,
        ...(deadline === undefined ? {} : { legalDeadline: deadline }),
        datasets,
      },
      ...(command.note === undefined ? {} : { content: { validation: { note: command.note } } }),
    },
  ];
  return accepted(withWhatFollows(subject, events, facts));
}

const laneChanged = (subject: Case, lane: Lane): CaseEvent[] =>
  lane === subject.lane ? [] : [{ type: 'case-lane-set', facts: { lane, lowered: false } }];

/** Raised by any who work on it, lowered by the data protection adviser; stages of the lane come, nothing given is lost. */
export function setLane({ command, subject, circumstances }: Deciding<ChangeLane>): CaseDecision {
  const { lane, reason, type } = command;
  const lowered = type === 'lower-lane';
  const wrongWay = lane === subject.lane || laneAtLeast(lane, subject.lane) === lowered;
  const faults = [
    ...(wrongWay
      ? [refusal('sharing.lane-unchanged', `Choose ${lowered ? 'one below' : 'one above'} the present one.`, 'lane')]
      : []),
    ...missing('sharing.reason-missing', 'Say why: it is kept with the case.', 'reason', reason),
  ];
  if (faults.length > 0) return refused(...faults);
  const set: CaseEvent = { type: 'case-lane-set', facts: { lane, lowered }, content: { lane: { reason } } };
  return accepted(withWhatFollows(subject, [set], circumstances.facts));
}
