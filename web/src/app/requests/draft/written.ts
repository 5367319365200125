import type { Answer, Answers, BasketItem } from '#sharing/domain';
import type { AskedDatasetView, DraftView } from '#sharing/contracts';
import { same } from './same.ts';

/** What a person writes: answers by the id of their question, and what is wanted of each dataset. */
export interface Written {
  readonly answers: Answers;
  readonly basket: readonly BasketItem[];
}

export const nothingWritten: Written = { answers: {}, basket: [] };

/** A dataset as it is asked for, without what the service says about it. */
export const itemOf = ({ id, columns, fields, rows, whole }: AskedDatasetView): BasketItem => ({
  dataset: id,
  columns: columns.map((column) => ({ column: column.id, justification: column.justification })),
  ...(fields === undefined ? {} : { fields }),
  ...(rows === undefined ? {} : { rows }),
  ...(whole ? { whole } : {}),
});

export const writtenIn = (draft: DraftView): Written => ({
  answers: draft.answers as Answers,
  basket: draft.basket.map(itemOf),
});

/** What is sent to bring the service from one state to another: only what differs; an answer taken away is `null`. */
export interface Changes {
  readonly answers?: Readonly<Record<string, Answer | null>>;
  readonly basket?: readonly BasketItem[];
}

/** Undefined where nothing differs. */
export function changesBetween(before: Written, now: Written): Changes | undefined {
  const ids = new Set([...Object.keys(before.answers), ...Object.keys(now.answers)]);
  const changed = [...ids].filter((id) => !same(before.answers[id], now.answers[id]));
  const basket = same(before.basket, now.basket) ? {} : { basket: now.basket };
  if (changed.length === 0) return 'basket' in basket ? basket : undefined;
  return { answers: Object.fromEntries(changed.map((id) => [id, now.answers[id] ?? null])), ...basket };
}

/** A question answered, or its answer taken away. */
export function withAnswer({ answers, basket }: Written, question: string, answer: Answer | undefined): Written {
  const { [question]: _before, ...others } = answers;
  return { basket, answers: answer === undefined ? others : { ...answers, [question]: answer } };
}
