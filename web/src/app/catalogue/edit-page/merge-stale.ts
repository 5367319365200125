import type { DescribedField } from '#catalogue/domain';
import { changedFields, type EditModel } from './edit-model.ts';

export interface Merged {
  /** What was typed, with the other side's changes in all fields that were not touched here. */
  readonly model: EditModel;
  /** Fields that both sides changed, each differently: a person chooses. */
  readonly conflicts: readonly DescribedField[];
}

/**
 * Brings together what was typed here and what somebody saved meanwhile.
 * @param base the dataset as the typing began from
 */
export function mergeStale(base: EditModel, mine: EditModel, theirs: EditModel): Merged {
  const here = new Set(changedFields(base, mine));
  const there = changedFields(base, theirs);
  const untouched = there.filter((field) => !here.has(field));
  const taken = Object.fromEntries(untouched.map((field) => [field, theirs[field as keyof EditModel]]));
  const differ = new Set(changedFields(mine, theirs));
  return { model: { ...mine, ...taken }, conflicts: there.filter((field) => here.has(field) && differ.has(field)) };
}
