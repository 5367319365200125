import { datasetView, descriptionInput, type DatasetView, type DescriptionInput } from '#catalogue/contracts';
import { checkWithoutEval } from '../../contracts/answers.ts';
import type { Fault, Problem } from '../../shell/problem.ts';
import type { RawDescription } from './description-from.ts';

checkWithoutEval();

export type Verdict = { readonly description: DescriptionInput } | { readonly faults: readonly Fault[] };

/** Judges what was typed by the contract that the service uses too, so that a fault shows before anything is sent. */
export function judge(typed: RawDescription): Verdict {
  const result = descriptionInput.safeParse(typed);
  if (result.success) return { description: result.data };
  return { faults: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) };
}

/** The dataset as it is now, where a save was refused because somebody saved first. */
export function currentIn(problem: Problem): DatasetView | undefined {
  if (problem.status !== 409) return undefined;
  const result = datasetView.safeParse(problem.current);
  return result.success ? result.data : undefined;
}
