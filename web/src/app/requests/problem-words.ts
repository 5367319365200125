import type { Problem } from '../shell/problem.ts';
import type { requestTexts } from './request-texts.ts';

/** Why something was refused: the service's own words where it has them, else ours by its status. */
export function problemWords(t: typeof requestTexts.en, problem: Problem): readonly string[] {
  if (problem.faults.length > 0) return problem.faults.map((fault) => fault.message);
  if (problem.status === 409) return [problem.code.startsWith('sharing.') && problem.detail ? problem.detail : t.stale];
  if (problem.status === 0) return [t.offline];
  if (problem.status === 401) return [t.ended];
  if (problem.status === 403) return [problem.detail ?? t.forbidden];
  if (problem.status === 404) return [t.gone];
  return [problem.status >= 500 || problem.status < 0 ? t.failed : (problem.detail ?? problem.title)];
}
