import type { Agreement } from './agreement.ts';
import type { AgreementDrafted, AgreementEvent } from './events.ts';
import { foldedSigning, isOfSigning } from './evolve-signing.ts';

function begun({ on, ...facts }: AgreementDrafted['facts']): Agreement {
  return { ...facts, state: 'drafting', version: 1, proposals: [], signatures: [], delivered: false, steppedOn: on };
}

const without = <Part extends keyof Agreement>(agreement: Agreement, part: Part): Omit<Agreement, Part> => {
  const { [part]: _, ...rest } = agreement;
  return rest;
};

/** Before both sides again: what was signed was another text. */
const reopened = (agreement: Agreement): Agreement => ({
  ...without(agreement, 'hash'),
  state: 'negotiating',
  signatures: [],
});

const withoutProposal = ({ proposals }: Agreement, clause: string) =>
  proposals.filter((proposal) => proposal.clause !== clause);

/** Folds the facts of one event into what the rules know of an agreement. */
export function evolveAgreement(agreement: Agreement | undefined, event: AgreementEvent): Agreement {
  if (event.type === 'agreement-drafted') return begun(event.facts);
  if (!agreement) throw new Error(`${event.type} cannot begin the history of an agreement`);
  return { ...folded(agreement, event), steppedOn: event.facts.on };
}

function folded(agreement: Agreement, event: Exclude<AgreementEvent, AgreementDrafted>): Agreement {
  if (isOfSigning(event)) return foldedSigning(agreement, event);
  switch (event.type) {
    case 'agreement-data-set': {
      const { dataset } = event.facts;
      const datasets = agreement.datasets.map((one) => (one.dataset === dataset.dataset ? dataset : one));
      return { ...agreement, datasets };
    }
    case 'agreement-term-set':
      return { ...agreement, term: event.facts.term };
    case 'agreement-offered':
      return { ...agreement, state: 'negotiating' };
    case 'agreement-taken-back':
      return { ...reopened(agreement), state: 'drafting', proposals: [] };
    case 'agreement-clause-changed': {
      const { clause, struck } = event.facts;
      const clauses = struck ? agreement.clauses.filter((id) => id !== clause) : agreement.clauses;
      return { ...agreement, clauses, proposals: withoutProposal(agreement, clause) };
    }
    case 'agreement-clause-proposed': {
      const { proposal } = event.facts;
      return { ...reopened(agreement), proposals: [...withoutProposal(agreement, proposal.clause), proposal] };
    }
    case 'agreement-proposal-closed':
      return { ...agreement, proposals: withoutProposal(agreement, event.facts.clause) };
    case 'agreement-signatures-asked':
      return { ...agreement, state: 'awaiting-signatures', hash: event.facts.hash };
    case 'agreement-in-force':
      return { ...agreement, state: 'in-force', inForceOn: event.facts.on };
    case 'agreement-suspended':
      return { ...agreement, state: 'suspended', suspendedOn: event.facts.on };
    case 'agreement-resumed':
      return { ...without(agreement, 'suspendedOn'), state: 'in-force' };
    case 'agreement-ended': {
      const { how, on, disposalDue } = event.facts;
      return { ...agreement, state: disposalDue ? 'disposal-due' : 'closed', ended: { how, on } };
    }
    case 'agreement-abandoned':
      return { ...agreement, state: 'abandoned', proposals: [] };
    case 'agreement-delivered':
      return { ...agreement, delivered: true };
    case 'agreement-disposal-confirmed':
      return { ...agreement, state: 'closed' };
    case 'agreement-closed-unconfirmed':
      return { ...agreement, state: 'closed-unconfirmed' };
  }
}
