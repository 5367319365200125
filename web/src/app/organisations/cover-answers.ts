import type { Role } from '#kernel';
import type { Fault } from '../shell/problem.ts';
import type { coverTexts } from './cover-texts.ts';

/** What a form about cover says: ids of people, roles, and days as YYYY-MM-DD; empty where nothing was chosen. */
export interface CoverAnswers {
  readonly person: string;
  readonly standIn: string;
  readonly roles: Role[];
  readonly from: string;
  readonly until: string;
}

export function coverAnswersIn(answers: FormData): CoverAnswers {
  const one = (name: string): string => String(answers.get(name) ?? '');
  const roles = answers.getAll('roles').map((role) => String(role) as Role);
  return { person: one('person'), standIn: one('standIn'), roles, from: one('from'), until: one('until') };
}

/** What is wrong before anything is sent; the service knows the other rules. */
export function coverFaults(t: typeof coverTexts.en, answers: CoverAnswers): readonly Fault[] {
  const missing: readonly (readonly [boolean, string, string])[] = [
    [answers.person === '', 'person', t.awayMissing],
    [answers.standIn === '', 'standIn', t.coveringMissing],
    [answers.roles.length === 0, 'roles', t.rolesMissing],
    [answers.from === '', 'from', t.firstMissing],
    [answers.until === '', 'until', t.lastMissing],
    [answers.until !== '' && answers.until < answers.from, 'until', t.lastBeforeFirst],
  ];
  return missing.filter(([wrong]) => wrong).map(([, path, message]) => ({ path, message }));
}
