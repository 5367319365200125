import type { MembershipEvent } from './events.ts';
import type { MembershipRecord } from './membership.ts';

/** Folds the facts of one event into what the rules know of a membership. */
export function evolveMembership(state: MembershipRecord | undefined, event: MembershipEvent): MembershipRecord {
  if (event.type === 'membership-granted') return { ...event.facts, ended: false };
  if (state === undefined) throw new Error(`${event.type} cannot begin the history of a membership`);
  if (event.type === 'membership-ended') return { ...state, ended: true };
  const { unit: _before, ...rest } = state;
  const { roles, unit } = event.facts;
  return unit === null ? { ...rest, roles } : { ...rest, roles, unit };
}
