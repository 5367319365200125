/** Fewer decided cases than these say nothing about the next one. */
const enoughCases = 5;

export interface CourseOfCase {
  /** Working days, without pauses, that the owner took for each of its decided cases of the kind. */
  readonly taken: readonly number[];
  /** Working days used in this case. */
  readonly used: number;
  /** Working days that the owner promised. */
  readonly target: number;
}

/** “Usually decided in `days` working days; now at `at`”, or the promise alone where too few cases are decided yet. */
export type Forecast =
  | { readonly kind: 'usual'; readonly days: number; readonly at: number }
  | { readonly kind: 'target'; readonly days: number };

/** What a requester may expect: the median of the decided cases, rounded up to whole days. */
export function forecastOf({ taken, used, target }: CourseOfCase): Forecast {
  if (taken.length < enoughCases) return { kind: 'target', days: target };
  return { kind: 'usual', days: Math.ceil(median(taken)), at: used };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}
