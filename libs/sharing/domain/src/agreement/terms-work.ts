import { addWorkingDays, type LocalDate, type Role } from '#kernel';
import { hasSigned, otherParty, parties, type Agreement, type Party } from './agreement.ts';
import { disposalDueBy } from './guards.ts';

export const termsWorkKinds = ['offer', 'answer-terms', 'freeze', 'sign', 'dispose'] as const;
export type TermsWorkKind = (typeof termsWorkKinds)[number];

/** A step of an agreement that somebody can take now: whose it is, and by when. */
export interface TermsWork {
  readonly kind: TermsWorkKind;
  readonly party: Party;
  /** Roles in the organisation of that party; whoever belongs to it where there are none. */
  readonly roles: readonly Role[];
  readonly due: LocalDate;
}

const drafters: readonly Role[] = ['owner', 'steward'];

/** Working days in which each step towards a signature should be taken; it promises nothing to anybody outside. */
const daysForStep = 10;

function steps(agreement: Agreement): readonly Omit<TermsWork, 'due'>[] {
  switch (agreement.state) {
    case 'drafting':
      return [{ kind: 'offer', party: 'provider', roles: drafters }];
    case 'negotiating': {
      const asked = new Set(agreement.proposals.map(({ by }) => otherParty(by)));
      if (asked.size === 0) return [{ kind: 'freeze', party: 'provider', roles: drafters }];
      return [...asked].map((party) => ({
        kind: 'answer-terms',
        party,
        roles: party === 'provider' ? drafters : [],
      }));
    }
    case 'awaiting-signatures':
      return parties
        .filter((party) => !hasSigned(agreement, party))
        .map((party) => ({ kind: 'sign', party, roles: ['signatory'] }));
    case 'disposal-due':
      return [{ kind: 'dispose', party: 'recipient', roles: [] }];
    default:
      return [];
  }
}

/** What waits for somebody on either side of an agreement. */
export function termsWork(agreement: Agreement, holidays: ReadonlySet<LocalDate>): readonly TermsWork[] {
  const due =
    agreement.state === 'disposal-due' && agreement.ended
      ? disposalDueBy(agreement.ended.on, holidays)
      : addWorkingDays(agreement.steppedOn, daysForStep, holidays);
  return steps(agreement).map((step) => ({ ...step, due }));
}
