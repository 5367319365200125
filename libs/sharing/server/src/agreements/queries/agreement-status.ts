import { endingLabels, hasSigned, otherParty, type Agreement, type Party } from '#sharing/domain';

/** What the two sides are called. */
export type PartyNames = Readonly<Record<Party, string>>;

/** One sentence for both sides: where the agreement is, and whom it waits for. */
export function agreementStatus(agreement: Agreement, names: PartyNames): string {
  switch (agreement.state) {
    case 'drafting':
      return `${names.provider} is drafting the terms.`;
    case 'negotiating': {
      const waiting = [...new Set(agreement.proposals.map(({ by }) => names[otherParty(by)]))];
      return waiting.length === 0
        ? `The terms lie before both sides. ${names.provider} can ask for signatures.`
        : `A proposed change waits for ${waiting.join(' and for ')}.`;
    }
    case 'awaiting-signatures': {
      const missing = (['provider', 'recipient'] as const).filter((party) => !hasSigned(agreement, party));
      return `It waits for the signature of ${missing.map((party) => names[party]).join(' and of ')}.`;
    }
    case 'in-force':
      return 'It is in force.';
    case 'suspended':
      return `${names.provider} has suspended it: nothing can be downloaded meanwhile.`;
    case 'disposal-due':
      return `${endingOf(agreement)} ${names.recipient} confirms that the data is deleted.`;
    case 'closed':
      return endingOf(agreement);
    case 'closed-unconfirmed':
      return `${endingOf(agreement)} ${names.recipient} never confirmed that the data was deleted.`;
    case 'abandoned':
      return 'It was abandoned before it was in force.';
  }
}

const endingOf = ({ ended }: Agreement): string => (ended ? `${endingLabels[ended.how]}.` : 'It has ended.');
