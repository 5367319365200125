import type { Actor, Role } from '#kernel';
import { adviceLabels } from './route.ts';
import type { Case } from './case.ts';
import { boardRoles, caseStandingsOf, officeStandings, type CaseStanding } from './standings.ts';

/** Whether the actor may know of the case at all. Machines load and check, and see all. */
export const maySeeCase = (actor: Actor, subject: Case): boolean =>
  actor.kind === 'machine' || caseStandingsOf(actor, subject).length > 0;

/** From which side somebody looks at a case; each sees their part of it. */
export type Side = 'requester' | 'owner' | 'board';

/** @returns the side on which the actor stands; one who stands on both acts for one at a time, and asks first */
export function sideOf(standings: readonly CaseStanding[]): Side | undefined {
  if (standings.includes('requester')) return 'requester';
  if (standings.some((standing) => officeStandings.includes(standing))) return 'owner';
  return standings.includes('board') ? 'board' : undefined;
}

/** Roles by which members of the organisation that decides see its cases. */
export const caseRoles: readonly Role[] = [
  'owner',
  'siro',
  'steward',
  'signatory',
  'administrator',
  ...adviceLabels.map((label): Role => `adviser:${label}`),
];

/**
 * A reader of a case: a whole organisation, all with a role there, one of its members while they are one, or a person who acts
 * for nobody.
 */
export type CaseReader =
  | { readonly organisation: string; readonly role?: Role; readonly standing: Side }
  | { readonly organisation: string; readonly member: string; readonly standing: Side }
  | { readonly person: string; readonly standing: Side };

/** Everybody who may see the case, in the terms in which lists are joined; the same set as `maySeeCase`. */
export function audienceOfCase({ organisation, asker, tasks, boards }: Case): readonly CaseReader[] {
  const askers: readonly CaseReader[] =
    asker.organisation === undefined
      ? asker.people.map((person) => ({ person, standing: 'requester' }))
      : [{ organisation: asker.organisation, standing: 'requester' }];
  const assignees = [...new Set(tasks.flatMap(({ assignee }) => assignee ?? []))];
  return [
    ...askers,
    ...caseRoles.map((role): CaseReader => ({ organisation, role, standing: 'owner' })),
    ...assignees.map((member): CaseReader => ({ organisation, member, standing: 'owner' })),
    ...boards.flatMap((board) =>
      boardRoles.map((role): CaseReader => ({ organisation: board, role, standing: 'board' })),
    ),
  ];
}
