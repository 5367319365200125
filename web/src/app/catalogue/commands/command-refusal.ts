import type { Problem } from '../../shell/problem.ts';
import type { commandTexts } from './command-texts.ts';

/** Why a command was refused: the service's own words where it has them, else ours by its status. */
export function commandRefusal(t: typeof commandTexts.en, problem: Problem): readonly string[] {
  if (problem.faults.length > 0) return problem.faults.map((fault) => fault.message);
  if (problem.status === 409) return [t.stale];
  if (problem.status === 0) return [t.offline];
  if (problem.status === 401) return [t.ended];
  if (problem.status === 403) return [problem.detail ?? t.forbidden];
  return [problem.status >= 500 || problem.status < 0 ? t.failed : (problem.detail ?? problem.title)];
}
