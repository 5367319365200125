import type { DraftView } from '#sharing/contracts';
import { saysWhat } from '../data-page/column-choice.ts';
import { itemOf } from '../draft/written.ts';
import type { requestPageTexts } from './command-texts.ts';

/** One part of what is being written. */
export interface WritingTask {
  /** Below `/requests/<id>`. */
  readonly path: string;
  readonly title: string;
  readonly state: { readonly code: string; readonly label: string };
  readonly note?: string;
  /** Whether it counts among those to be completed. */
  readonly counts: boolean;
}

type Words = typeof requestPageTexts.en;

/** Data, sections, colleagues and the check, in the order in which they are usually taken. */
export const tasksOf = (t: Words, draft: DraftView): readonly WritingTask[] => [
  dataTask(t, draft),
  ...draft.sections.filter(({ state }) => state.code !== 'not-needed').map((section) => sectionTask(t, section)),
  {
    path: 'people',
    title: t.people,
    state: { code: 'people', label: t.peopleState(draft.people.length) },
    counts: false,
  },
  checkTask(t, draft),
];

function dataTask(t: Words, { basket }: DraftView): WritingTask {
  const complete = basket.length > 0 && basket.every((asked) => saysWhat(itemOf(asked)) && asked.requestable);
  return {
    path: 'data',
    title: t.data,
    state: complete
      ? { code: 'complete', label: t.stateDone }
      : { code: basket.length === 0 ? 'not-started' : 'in-progress', label: t.stateMissing },
    note: basket.length === 0 ? t.dataNone : t.dataState(basket.length),
    counts: true,
  };
}

function sectionTask(t: Words, { id, title, state, missing, missingToApprove }: DraftView['sections'][number]) {
  const notes = [
    ...(missing > 0 ? [t.missing(missing)] : []),
    ...(missingToApprove > 0 ? [t.missingToApprove(missingToApprove)] : []),
  ];
  return {
    path: `sections/${id}`,
    title,
    state,
    ...(notes.length > 0 ? { note: notes.join(', ') } : {}),
    counts: true,
  };
}

function checkTask(t: Words, { toSubmit, returnedCases }: DraftView): WritingTask {
  return {
    path: 'check',
    title: returnedCases.length > 0 ? t.checkAgain : t.check,
    state:
      toSubmit.length === 0
        ? { code: 'complete', label: t.stateReady }
        : { code: 'not-started', label: t.stateWaits(toSubmit.length) },
    counts: false,
  };
}
