import type { AskedDatasetView, CaseView, TaskView } from '#sharing/contracts';
import type { ColumnForm } from '#sharing/domain';
import type { Fault } from '../../../shell/problem.ts';

export type DatasetOutcome = 'approved' | 'refused';

export interface Condition {
  /** Made here, so that a row keeps its place while others come and go. */
  readonly key: string;
  readonly text: string;
}

/** What the decision form holds. */
export interface DecideModel {
  /** By dataset; one that is not there is not decided yet. */
  readonly outcomes: Readonly<Record<string, DatasetOutcome>>;
  /** The form in which each column is given; a column that is not there is not given. */
  readonly columns: Readonly<Record<string, ColumnForm>>;
  readonly reasons: string;
  readonly conditions: readonly Condition[];
  readonly ground: string;
  readonly objectionReason: string;
  /** Cases that this one follows. */
  readonly precedents: readonly string[];
  readonly codes: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly lawEnforcement: boolean;
}

const yes = (value: string | undefined): boolean => value === 'true' || value === 'yes';

/** What the form begins with: nothing decided, the record as the answers propose it. */
export function decideStart({ proposedRecord }: Pick<CaseView, 'proposedRecord'>): DecideModel {
  const { lawEnforcement, ...codes } = proposedRecord.codes;
  return {
    outcomes: {},
    columns: {},
    reasons: '',
    conditions: [],
    ground: '',
    objectionReason: '',
    precedents: [],
    codes,
    words: proposedRecord.words,
    lawEnforcement: yes(lawEnforcement),
  };
}

/** The datasets that a task decides, in the order in which they are asked for. */
export const datasetsOfTask = (
  { asked }: Pick<CaseView, 'asked'>,
  task: Pick<TaskView, 'datasets'>,
): readonly AskedDatasetView[] => asked.filter(({ id }) => task.datasets.length === 0 || task.datasets.includes(id));

/** Approves datasets with every column as it was asked for. */
export function approvedAsAsked(model: DecideModel, datasets: readonly AskedDatasetView[]): DecideModel {
  const columns = datasets.flatMap((dataset) => dataset.columns.map(({ id }) => [id, 'as-is'] as const));
  return {
    ...model,
    outcomes: { ...model.outcomes, ...Object.fromEntries(datasets.map(({ id }) => [id, 'approved'] as const)) },
    columns: { ...model.columns, ...Object.fromEntries(columns) },
  };
}

/** Sets the form of a column, or takes it away by `undefined`. */
export function withColumn(model: DecideModel, column: string, form: ColumnForm | undefined): DecideModel {
  const others = Object.entries(model.columns).filter(([id]) => id !== column);
  return { ...model, columns: Object.fromEntries(form === undefined ? others : [...others, [column, form]]) };
}

export const givenColumns = (model: DecideModel, dataset: AskedDatasetView) =>
  dataset.columns.flatMap((column) => {
    const form = model.columns[column.id];
    return form === undefined ? [] : [{ column, form }];
  });

export const approvesSome = ({ outcomes }: DecideModel, datasets: readonly AskedDatasetView[]): boolean =>
  datasets.some(({ id }) => outcomes[id] === 'approved');
export const refusesSome = ({ outcomes }: DecideModel, datasets: readonly AskedDatasetView[]): boolean =>
  datasets.some(({ id }) => outcomes[id] === 'refused');

export const objects = ({ advice }: Pick<CaseView, 'advice'>): boolean =>
  advice.some(({ verdict }) => verdict.code === 'object');

/** Whether the form must ask why it is decided against an objection. */
export const answersObjection = (view: CaseView, model: DecideModel, datasets: readonly AskedDatasetView[]): boolean =>
  objects(view) && approvesSome(model, datasets);

const filled = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

/** What the command `decide` carries; a dataset that is not decided is left out. */
export function decideBody(view: CaseView, task: TaskView, model: DecideModel): object {
  const datasets = datasetsOfTask(view, task);
  const objection = answersObjection(view, model, datasets) ? model.objectionReason.trim() : '';
  return {
    task: task.id,
    datasets: datasets.flatMap((dataset) => {
      const outcome = model.outcomes[dataset.id];
      if (outcome === undefined) return [];
      const columns = outcome === 'approved' ? givenColumns(model, dataset) : [];
      return [
        { dataset: dataset.id, outcome, columns: columns.map(({ column, form }) => ({ column: column.id, form })) },
      ];
    }),
    reasons: model.reasons.trim(),
    conditions: model.conditions.map(({ text }) => text.trim()).filter((text) => text !== ''),
    ...(refusesSome(model, datasets) && model.ground !== '' ? { ground: model.ground } : {}),
    ...(objection === '' ? {} : { objectionReason: objection }),
    ...(model.precedents.length > 0 ? { precedents: model.precedents } : {}),
    codes: { ...filled(model.codes), ...(view.lane.code === 'A' ? {} : { lawEnforcement: model.lawEnforcement }) },
    words: filled(model.words),
  };
}

/** Datasets that are neither approved nor refused yet, as faults; the rest the service judges. */
export const undecidedFaults = (
  model: DecideModel,
  datasets: readonly AskedDatasetView[],
  words: (title: string) => string,
): readonly Fault[] =>
  datasets
    .filter(({ id }) => model.outcomes[id] === undefined)
    .map(({ id, title }) => ({ path: `datasets.${id}`, message: words(title) }));
