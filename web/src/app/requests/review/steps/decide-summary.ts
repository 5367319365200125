import type { CaseView, TaskView } from '#sharing/contracts';
import { datasetsOfTask, givenColumns, type DecideModel } from './decide-model.ts';
import type { decideTexts } from './decide-texts.ts';

type Words = typeof decideTexts.en;

function partOf(t: Words, model: DecideModel, dataset: ReturnType<typeof datasetsOfTask>[number]): string {
  const { id, title, columns } = dataset;
  const outcome = model.outcomes[id];
  if (outcome === undefined) return t.leavesOpen(title);
  if (outcome === 'refused') return t.refuses(title);
  const given = givenColumns(model, dataset);
  if (given.length === 0) return columns.length === 0 && dataset.whole ? t.givesWhole(title) : t.givesNothing(title);
  const coarser = given.filter(({ form }) => form !== 'as-is').length;
  return t.gives(title, given.length, columns.length) + (coarser > 0 ? t.coarser(coarser) : '');
}

/** What a decision does, in sentences: read before it is put on record. */
export function decisionSummary(t: Words, view: CaseView, task: TaskView, model: DecideModel): readonly string[] {
  const datasets = datasetsOfTask(view, task);
  if (datasets.every(({ id }) => model.outcomes[id] === undefined)) return [t.summaryNothing];
  const given = datasets
    .filter(({ id }) => model.outcomes[id] === 'approved')
    .flatMap((dataset) => givenColumns(model, dataset));
  const approves = datasets.some(({ id }) => model.outcomes[id] === 'approved');
  const conditions = model.conditions.filter(({ text }) => text.trim() !== '').length;
  const notAll = datasets.some(
    (dataset) =>
      model.outcomes[dataset.id] !== 'approved' || givenColumns(model, dataset).length < dataset.columns.length,
  );
  const others = view.tasks.some(
    ({ id, kind, state }) => kind.code === 'decide' && state.code === 'open' && id !== task.id,
  );
  return [
    t.summarySentence(datasets.map((dataset) => partOf(t, model, dataset))),
    ...(approves && conditions > 0 ? [t.under(conditions)] : []),
    ...(given.some(({ form }) => form !== 'as-is') ? [t.coarserAsks] : []),
    others ? t.othersDecide : t.closes,
    ...(notAll || (approves && conditions > 0) ? [t.rightsTold] : []),
  ];
}
