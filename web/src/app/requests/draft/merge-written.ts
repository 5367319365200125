import type { Answer, BasketItem } from '#sharing/domain';
import { same } from './same.ts';
import type { Written } from './written.ts';

/**
 * What is written as single parts, so that two people clash only where both changed the very same thing: `answer title`,
 * `dataset 01…` (it is in the basket), `dataset 01… column 02…` (its justification), `dataset 01… fields | rows | whole`.
 */
export type Parts = ReadonlyMap<string, unknown>;

/** A part that both sides changed, each differently: a person chooses. */
export interface Clash {
  readonly part: string;
  /** Absent where they took it away. */
  readonly theirs?: unknown;
}

export interface Merged {
  /** What was written here, with the other side's changes in all parts that were not touched here. */
  readonly written: Written;
  readonly clashes: readonly Clash[];
}

export function partsOf({ answers, basket }: Written): Parts {
  return new Map<string, unknown>([
    ...Object.entries(answers).map(([id, answer]) => [`answer ${id}`, answer] as const),
    ...basket.flatMap(partsOfItem),
  ]);
}

function partsOfItem({ dataset, columns, fields, rows, whole }: BasketItem): readonly (readonly [string, unknown])[] {
  const name = `dataset ${dataset}`;
  const details = Object.entries({ fields, rows, whole }).filter(([, value]) => value !== undefined);
  return [
    [name, true],
    ...columns.map(({ column, justification }) => [`${name} column ${column}`, justification] as const),
    ...details.map(([detail, value]) => [`${name} ${detail}`, value] as const),
  ];
}

/** The reverse of `partsOf`. A dataset of which any part is there is in the basket. */
export function writtenFrom(parts: Parts): Written {
  const answers: Record<string, Answer> = {};
  const items = new Map<string, BasketItem>();
  for (const [name, value] of parts) {
    const [kind, id = '', detail, column] = name.split(' ');
    if (kind === 'answer') answers[id] = value as Answer;
    else items.set(id, withDetail(items.get(id) ?? { dataset: id, columns: [] }, [detail, column], value));
  }
  return { answers, basket: [...items.values()] };
}

function withDetail(item: BasketItem, [detail, column]: readonly (string | undefined)[], value: unknown): BasketItem {
  if (detail === undefined) return item;
  if (detail !== 'column') return { ...item, [detail]: value };
  return { ...item, columns: [...item.columns, { column: column ?? '', justification: value as string }] };
}

/**
 * Brings together what was written here and what somebody saved meanwhile.
 * @param base what the writing here began from
 */
export function mergeWritten(base: Written, mine: Written, theirs: Written): Merged {
  const [before, here, there] = [base, mine, theirs].map(partsOf) as [Parts, Parts, Parts];
  const merged = new Map<string, unknown>();
  const clashes: Clash[] = [];
  for (const part of new Set([...here.keys(), ...there.keys(), ...before.keys()])) {
    const [was, ours, other] = [before.get(part), here.get(part), there.get(part)];
    const touchedHere = !same(was, ours);
    if (touchedHere && !same(was, other) && !same(ours, other))
      clashes.push(other === undefined ? { part } : { part, theirs: other });
    const kept = touchedHere ? ours : other;
    if (kept !== undefined) merged.set(part, kept);
  }
  return { written: writtenFrom(merged), clashes };
}

/** What may be saved while clashes wait for a choice: all that was written here, and theirs where both changed it. */
export const savable = (written: Written, clashes: readonly Clash[]): Written =>
  clashes.length === 0 ? written : clashes.reduce((kept, clash) => withTheirs(kept, clash), written);

/** Takes their part of a clash. */
export function withTheirs(written: Written, { part, theirs }: Clash): Written {
  const parts = new Map(partsOf(written));
  if (theirs === undefined) parts.delete(part);
  else parts.set(part, theirs);
  return writtenFrom(parts);
}
