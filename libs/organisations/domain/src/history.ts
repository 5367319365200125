import { roles, type Actor, type Membership, type Role } from '#kernel';

const boardRoles: readonly Role[] = ['board-member', 'board-chair'];

/** Roles by which members read the whole history of their own organisation: all that carry work for it. */
const officeRoles: readonly Role[] = roles.filter(
  (role) => role !== 'requester' && role !== 'facilitator' && !boardRoles.includes(role),
);

/** Whose history somebody reads: their own organisations', and those of whoever joined their boards. */
export interface HistoryReach {
  readonly own: readonly string[];
  readonly boards: readonly string[];
}

/** @returns the organisations whose history the actor's roles open; nothing for those who have none */
export function historyReach(actor: Actor): HistoryReach {
  if (actor.kind !== 'person') return { own: [], boards: [] };
  const held = actor.memberships.filter(
    ({ organisation }) => actor.actingFor === undefined || actor.actingFor === organisation,
  );
  const having = (wanted: readonly Role[]) =>
    held.filter((membership) => rolesToday(membership).some((role) => wanted.includes(role))).map(idOf);
  return { own: having(officeRoles), boards: having(boardRoles) };
}

const idOf = ({ organisation }: Membership): string => organisation;

const rolesToday = ({ roles: own, standsInFor = [] }: Membership): readonly Role[] => [
  ...own,
  ...standsInFor.flatMap(({ roles: covered }) => covered),
];
