import type { AskedDatasetView, CaseView } from '#sharing/contracts';
import { lanesFrom } from './lane-order.ts';

/** What the form of the first check holds. */
export interface ValidateModel {
  readonly regime: string;
  /** As it is, unless raised. */
  readonly lane: string;
  /** Columns chosen for fields that were described in words, by dataset. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Datasets taken as asked for whole. */
  readonly whole: readonly string[];
  readonly note: string;
}

export const validateStart = ({ proposedRegime, lane }: Pick<CaseView, 'proposedRegime' | 'lane'>): ValidateModel => ({
  regime: proposedRegime,
  lane: lane.code,
  columns: {},
  whole: [],
  note: '',
});

/** Whether fields of the dataset must still become columns, so that a decision can name them. */
export const wantsColumns = ({ fields = '', columns, whole }: AskedDatasetView): boolean =>
  fields.trim() !== '' || (columns.length === 0 && !whole);

/** What can be chosen for the fields in words: the columns that are there and not asked for yet. */
export const choosable = ({ available, columns }: AskedDatasetView) =>
  available.filter(({ id }) => !columns.some((column) => column.id === id));

export function withChosen(model: ValidateModel, dataset: string, column: string, chosen: boolean): ValidateModel {
  const others = (model.columns[dataset] ?? []).filter((one) => one !== column);
  return { ...model, columns: { ...model.columns, [dataset]: chosen ? [...others, column] : others } };
}

/** What the command `validate` carries. Choices for datasets that do not want them any more are left out. */
export function validateBody({ asked, lane }: Pick<CaseView, 'asked' | 'lane'>, model: ValidateModel): object {
  const open = asked.filter(wantsColumns);
  const columns = open.flatMap((dataset) => {
    const known = choosable(dataset).map(({ id }) => id);
    const chosen = (model.columns[dataset.id] ?? []).filter((id) => known.includes(id));
    return chosen.length === 0 ? [] : [{ dataset: dataset.id, columns: chosen }];
  });
  const whole = open
    .filter(({ id, available }) => available.length === 0 && model.whole.includes(id))
    .map(({ id }) => id);
  // Somebody may have raised it meanwhile: a choice below the present lane says nothing.
  const raised = model.lane !== lane.code && lanesFrom(lane.code).includes(model.lane);
  return {
    regime: model.regime,
    ...(raised ? { lane: model.lane } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    ...(whole.length > 0 ? { whole } : {}),
    ...(model.note.trim() === '' ? {} : { note: model.note.trim() }),
  };
}
