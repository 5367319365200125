import type { SessionView } from '#organisations/contracts';
import { historyReach } from '#organisations/domain';
import type { NamedMembership } from './actor-of-person.ts';
import type { CurrentSession } from '../sessions/sessions.ts';

const membershipView = (membership: NamedMembership): SessionView['memberships'][number] => ({
  id: membership.id,
  organisation: {
    id: membership.organisation,
    slug: membership.organisationSlug,
    name: membership.organisationName,
  },
  ...(membership.unit === undefined ? {} : { unit: { id: membership.unit, name: membership.unitName ?? '' } }),
  roles: [...membership.roles],
});

/** Who is signed in, as pages see it; nobody without a session. */
export function sessionViewOf(session: CurrentSession | undefined, demonstration: boolean): SessionView {
  if (!session) return { person: null, memberships: [], demonstration };
  const { person: id, name, email, operator } = session.actor;
  const { own, boards } = historyReach(session.actor);
  return {
    person: { id, name, email, operator },
    memberships: session.memberships.map(membershipView),
    readsHistory: own.length + boards.length > 0,
    expiresAt: session.expiresAt.toISOString(),
    demonstration,
  };
}
