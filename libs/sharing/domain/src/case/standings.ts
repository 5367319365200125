import { membershipIn, type Actor, type Membership, type PersonActor, type Role } from '#kernel';
import type { Asker, Case } from './case.ts';
import type { CaseCommand } from './commands.ts';

/** What somebody is to a case, those first who may do most. */
export const caseStandings = [
  'requester',
  'owner',
  'siro',
  'steward',
  'adviser',
  'signatory',
  'administrator',
  'assignee',
  'board',
  'machine',
] as const;
export type CaseStanding = (typeof caseStandings)[number];

/** Standings by which somebody works on a case for the organisation that decides. */
export const officeStandings: readonly CaseStanding[] = [
  'owner',
  'siro',
  'steward',
  'adviser',
  'signatory',
  'administrator',
  'assignee',
];

/** Whether the actor asks: any member of the organisation that asks, or one of the people for an individual. */
export function isAsking(actor: PersonActor, asker: Asker): boolean {
  if (asker.organisation === undefined) return actor.actingFor === undefined && asker.people.includes(actor.person);
  const acts = actor.actingFor === undefined || actor.actingFor === asker.organisation;
  return acts && membershipIn(actor, asker.organisation) !== undefined;
}

/** Roles that count today: one's own, and those of the people for whom one stands in. */
export const rolesHeld = (membership: Pick<Membership, 'roles' | 'standsInFor'>): ReadonlySet<Role> =>
  new Set([...membership.roles, ...(membership.standsInFor ?? []).flatMap(({ roles }) => roles)]);

const byRole: readonly (readonly [CaseStanding, (roles: ReadonlySet<Role>) => boolean])[] = [
  ['owner', (roles) => roles.has('owner')],
  ['siro', (roles) => roles.has('siro')],
  ['steward', (roles) => roles.has('steward')],
  ['adviser', (roles) => [...roles].some((role) => role.startsWith('adviser:'))],
  ['signatory', (roles) => roles.has('signatory')],
  ['administrator', (roles) => roles.has('administrator')],
];

/** What the actor is to this case, or to one that the command would open; empty for those who may not know of it. */
export function caseStandingsOf(actor: Actor, subject: Case | undefined, command?: CaseCommand): CaseStanding[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return [];
  const opening = command?.type === 'open-case' ? command.asker : undefined;
  const asker = subject?.asker ?? opening;
  if (!asker) return [];
  const standings: CaseStanding[] = isAsking(actor, asker) ? ['requester'] : [];
  if (!subject) return standings;
  if (actor.actingFor === undefined || actor.actingFor === subject.organisation) {
    const membership = membershipIn(actor, subject.organisation);
    if (membership) {
      const roles = rolesHeld(membership);
      standings.push(...byRole.filter(([, holds]) => holds(roles)).map(([standing]) => standing));
      if (subject.tasks.some(({ assignee }) => assignee === actor.person)) standings.push('assignee');
    }
  }
  if (boardOf(actor, subject) !== undefined) standings.push('board');
  return standings;
}

export const boardRoles: readonly Role[] = ['board-member', 'board-chair'];

/** The board of this case on which the actor sits, if any. */
export const boardOf = (actor: Actor, { boards }: Pick<Case, 'boards'>): string | undefined =>
  actor.kind === 'person'
    ? actor.memberships.find(
        (membership) =>
          boards.includes(membership.organisation) &&
          (actor.actingFor === undefined || actor.actingFor === membership.organisation) &&
          boardRoles.some((role) => rolesHeld(membership).has(role)),
      )?.organisation
    : undefined;
