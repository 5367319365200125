import type { CaseSummary } from '#sharing/contracts';

/** What an owner wants to know more about, beside the question that it is about. */
export interface AskedBack {
  readonly organisation: string;
  readonly text: string;
}

/** By question; what is about the whole stands under the empty text. */
export function askedBackIn(cases: readonly CaseSummary[]): ReadonlyMap<string, readonly AskedBack[]> {
  const byQuestion = new Map<string, AskedBack[]>();
  for (const { organisation, returned } of cases) {
    for (const { question, text } of returned?.comments ?? []) {
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), { organisation: organisation.name, text }]);
    }
  }
  return byQuestion;
}
