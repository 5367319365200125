/**
 * A refusal is a value: an expected "no", with a code for programs, a message for people and, where the fault lies in one
 * input, the path of that input. Bugs and outages throw instead.
 */
export interface Refusal {
  /** `<feature>.<reason>`, kebab-case, stable: programs and translations rely on it. */
  readonly code: string;
  /** One plain sentence that says what is wrong and, where possible, what to do. */
  readonly message: string;
  /** Path of the input at fault, as `columns[2].name`. */
  readonly field?: string;
}

export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (...refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals });

export const refusal = (code: string, message: string, field?: string): Refusal =>
  field === undefined ? { code, message } : { code, message, field };
