/** Ids as SQL of an array, with the values of its parameters. */
export interface IdArray {
  /** To stand in `= any(…)` or in `unnest(…)`. */
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Whether they are few, so that the statement is the same for any such number of them and can be prepared. */
  readonly few: boolean;
}

/**
 * Ids that are mostly few, written out one by one: of an array in one parameter PostgreSQL guesses the length, and plans a
 * prepared statement anew each time because a shorter one would cost less. Where there are fewer than `most`, the last is
 * named again.
 * @param first number of the first parameter that they take
 */
export function fewIds(ids: readonly string[], first: number, most: number): IdArray {
  const last = ids.at(-1);
  if (last === undefined || ids.length > most) return { sql: `$${first}::uuid[]`, values: [ids], few: false };
  const values = Array.from({ length: most }, (_, index) => ids[index] ?? last);
  return { sql: `array[${values.map((_, index) => `$${first + index}::uuid`).join(', ')}]`, values, few: true };
}
