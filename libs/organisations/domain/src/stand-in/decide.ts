import { accepted, refusal, refused, type Outcome, type Refusal, type Role } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { dayOf } from '../day-of.ts';
import type { NameStandIn, StandInCommand } from './commands.ts';
import type { StandInEvent } from './events.ts';
import { coverableRoles, type StandInRecord } from './stand-in.ts';

/** What the door looks up, with the organisation's row locked, before a decision about cover. */
export interface StandInFacts {
  /** Roles that the person holds now; absent for who is no current member with an open account. */
  readonly personRoles?: readonly Role[];
  /** Whether the one to cover is a current member with an open account. */
  readonly standInKnown: boolean;
  /** Roles of the person that somebody covers on one of the days asked for already. */
  readonly covered: readonly Role[];
}

type Decision = Outcome<readonly StandInEvent[]>;

/** The same day a year later: cover of twelve months ends before it. */
const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;

function peopleFault({ person, standIn }: NameStandIn, facts: StandInFacts): Refusal | undefined {
  if (person === standIn) {
    return refusal('organisations.stand-in-oneself', 'Nobody stands in for themself: name somebody else.', 'standIn');
  }
  if (facts.personRoles === undefined) {
    return refusal('organisations.covered-not-member', 'The person to be covered is no member here now.', 'person');
  }
  return facts.standInKnown
    ? undefined
    : refusal('organisations.stand-in-not-member', 'The person who is to cover is no member here now.', 'standIn');
}

function rolesFault(asked: readonly Role[], facts: StandInFacts): Refusal | undefined {
  if (asked.includes('administrator')) {
    return refusal(
      'organisations.administrator-not-covered',
      'Nobody can be covered as administrator: an administrator gives the role itself to another person.',
      'roles',
    );
  }
  if (asked.every((role) => !coverableRoles.includes(role))) {
    return refusal('organisations.stand-in-roles-missing', 'Choose at least one role to be covered.', 'roles');
  }
  if (asked.some((role) => role !== 'requester' && !facts.personRoles?.includes(role))) {
    return refusal('organisations.stand-in-role-not-held', 'Only roles that the person holds can be covered.', 'roles');
  }
  return asked.some((role) => facts.covered.includes(role))
    ? refusal(
        'organisations.stand-in-overlaps',
        'Somebody covers one of these roles on some of these days already: end that first, or choose other days.',
        'roles',
      )
    : undefined;
}

function daysFault({ from, until }: NameStandIn, today: string): Refusal | undefined {
  if (until < from) {
    return refusal(
      'organisations.stand-in-ends-before-it-begins',
      'The last day must not lie before the first day.',
      'until',
    );
  }
  if (until < today) {
    return refusal(
      'organisations.stand-in-over',
      'The last day lies in the past: choose today or a later day.',
      'until',
    );
  }
  return until >= yearAfter(from)
    ? refusal('organisations.stand-in-too-long', 'Cover lasts 12 months at most: choose an earlier last day.', 'until')
    : undefined;
}

function name(command: NameStandIn, at: string, facts: StandInFacts): Decision {
  const people = peopleFault(command, facts);
  if (people) return refused(people);
  const faults = [rolesFault(command.roles, facts), daysFault(command, dayOf(at))].filter((one) => one !== undefined);
  if (faults.length > 0) return refused(...faults);
  const { id, organisation, person, standIn, from, until } = command;
  const roles = coverableRoles.filter((role) => command.roles.includes(role));
  return accepted([{ type: 'stand-in-named', facts: { id, organisation, person, standIn, roles, from, until } }]);
}

/** Decides about cover; states and standings have been checked against `standInRights` before. */
export function decideStandIn(
  command: StandInCommand,
  state: StandInRecord | undefined,
  { at, facts }: Pick<Circumstances<StandInFacts>, 'at' | 'facts'>,
): Decision {
  if (command.type === 'name-stand-in') return name(command, at, facts);
  if (state === undefined) return refused(refusal('organisations.stand-in-unknown', 'There is no such stand-in.'));
  return state.until < dayOf(at)
    ? refused(
        refusal('organisations.stand-in-ended-by-itself', 'This cover has ended by itself: its last day is past.'),
      )
    : accepted([{ type: 'stand-in-ended', facts: {} }]);
}
