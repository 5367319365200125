import { accepted, refusal, refused, roles as allRoles, type Outcome, type Refusal, type Role } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { OrganisationStanding } from '../organisation/organisation.ts';
import type { GrantMembership, MembershipCommand, SetRoles } from './commands.ts';
import type { MembershipEvent } from './events.ts';
import type { MembershipRecord } from './membership.ts';

/** What the door looks up, with the organisation's row locked, before a decision about a membership. */
export interface MembershipFacts {
  /** The organisation's standing; absent where there is no such organisation. */
  readonly organisation?: OrganisationStanding;
  /** Whether the person has an open account. */
  readonly personKnown: boolean;
  /** Whether the person is a current member of the organisation by another membership. */
  readonly alreadyMember: boolean;
  /** Ids of the organisation's open units. */
  readonly units: readonly string[];
  /** Current administrators of the organisation with an open account, without this membership. */
  readonly otherAdministrators: number;
}

type Decision = Outcome<readonly MembershipEvent[]>;

/** In the order of the list of roles, each once, `requester` always among them. */
const normal = (roles: readonly Role[]): readonly Role[] =>
  allRoles.filter((role) => role === 'requester' || roles.includes(role));

const unitFault = (unit: string | null | undefined, facts: MembershipFacts): readonly Refusal[] =>
  unit === undefined || unit === null || facts.units.includes(unit)
    ? []
    : [refusal('organisations.unit-unknown', 'The organisation has no such unit.', 'unit')];

const lastAdministrator = refusal(
  'organisations.last-administrator',
  'This is the organisation’s only administrator: name another one first.',
  'roles',
);

function grantFaults(command: GrantMembership, facts: MembershipFacts): readonly Refusal[] {
  if (facts.organisation === undefined) {
    return [refusal('organisations.unknown', 'There is no such organisation.', 'organisation')];
  }
  if (facts.organisation === 'unclaimed') {
    return [refusal('organisations.unclaimed', 'Nobody has claimed this organisation yet: it has no members.')];
  }
  if (!facts.personKnown) {
    return [refusal('organisations.person-unknown', 'There is no such person.', 'person')];
  }
  if (facts.alreadyMember) {
    return [refusal('organisations.already-member', 'This person is a member already: change their roles.', 'person')];
  }
  return unitFault(command.unit, facts);
}

function grant(command: GrantMembership, standing: string, facts: MembershipFacts): Decision {
  const faults = grantFaults(command, facts);
  if (faults.length > 0) return refused(...faults);
  if (standing === 'operator' && facts.otherAdministrators > 0) {
    return refused(
      refusal('organisations.has-administrator', 'The organisation has an administrator, who looks after its members.'),
    );
  }
  const { id, person, organisation, unit } = command;
  const place = unit === undefined ? {} : { unit };
  return accepted([
    { type: 'membership-granted', facts: { id, person, organisation, ...place, roles: normal(command.roles) } },
  ]);
}

const leavesNobody = (state: MembershipRecord, next: readonly Role[], facts: MembershipFacts): boolean =>
  state.roles.includes('administrator') && !next.includes('administrator') && facts.otherAdministrators === 0;

function setRoles(command: SetRoles, state: MembershipRecord, facts: MembershipFacts): Decision {
  const roles = normal(command.roles);
  const unit = command.unit === undefined ? (state.unit ?? null) : command.unit;
  const faults = unit === (state.unit ?? null) ? [] : unitFault(unit, facts);
  if (faults.length > 0) return refused(...faults);
  if (leavesNobody(state, roles, facts)) return refused(lastAdministrator);
  return accepted([{ type: 'membership-roles-set', facts: { roles, unit } }]);
}

/** Decides about a membership; states and standings have been checked against `membershipRights` before. */
export function decideMembership(
  command: MembershipCommand,
  state: MembershipRecord | undefined,
  { standing, facts }: Pick<Circumstances<MembershipFacts>, 'standing' | 'facts'>,
): Decision {
  if (command.type === 'grant-membership') return grant(command, standing, facts);
  if (state === undefined) return refused(refusal('organisations.membership-unknown', 'There is no such membership.'));
  if (command.type === 'set-roles') return setRoles(command, state, facts);
  return leavesNobody(state, [], facts)
    ? refused(lastAdministrator)
    : accepted([{ type: 'membership-ended', facts: {} }]);
}
