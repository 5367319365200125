import type { Actor } from '#kernel';

/** Reader keys of `audience`: everybody, every member of any organisation, and each organisation by its id. */
export const publicReader = 'public';
export const membersReader = 'members';

/** Every key under which this actor may see something. A machine of the operator sees what the public sees. */
export function readersOf(actor: Actor): string[] {
  if (actor.kind === 'anyone') return [publicReader];
  if (actor.kind === 'machine')
    return actor.actingFor ? [publicReader, membersReader, actor.actingFor] : [publicReader];
  const organisations = actor.memberships.map((membership) => membership.organisation);
  return organisations.length === 0 ? [publicReader] : [publicReader, membersReader, ...organisations];
}

/** Who may see one object, and as what. */
export interface AudienceRow {
  readonly id: string;
  readonly reader: string;
  readonly standing: string;
}
