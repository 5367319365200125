import type { LocalDate } from '#kernel';
import type { DomainEvent } from '#ledger/domain';
import type { AgreedDataset } from './agreed-data.ts';
import type {
  Agreement,
  Ending,
  Invitation,
  MailSignature,
  OwnSignature,
  PaperSignature,
  Party,
  Proposal,
  Term,
} from './agreement.ts';

type Dated = { readonly on: LocalDate };
/** A patch of `AgreementContent` by part; `null` empties a part. */
type Patch = Readonly<Record<string, unknown>>;

export type AgreementDrafted = DomainEvent<
  'agreement-drafted',
  Dated &
    Pick<
      Agreement,
      | 'id'
      | 'case'
      | 'request'
      | 'reference'
      | 'kind'
      | 'lane'
      | 'provider'
      | 'recipient'
      | 'boards'
      | 'owners'
      | 'datasets'
      | 'term'
      | 'refreshed'
      | 'clauses'
    >,
  Patch
>;
export type AgreementDataSet = DomainEvent<'agreement-data-set', Dated & { readonly dataset: AgreedDataset }, Patch>;
export type AgreementTermSet = DomainEvent<'agreement-term-set', Dated & { readonly term: Term }, Patch>;
export type TermsOffered = DomainEvent<'agreement-offered', Dated>;
export type TermsTakenBack = DomainEvent<'agreement-taken-back', Dated>;
/** A clause has another text, or is struck out. */
export type ClauseChanged = DomainEvent<
  'agreement-clause-changed',
  Dated & { readonly clause: string; readonly struck: boolean },
  Patch
>;
/** Terms that waited for signatures lie before both sides again. */
export type ClauseProposed = DomainEvent<'agreement-clause-proposed', Dated & { readonly proposal: Proposal }, Patch>;
export type ProposalClosed = DomainEvent<
  'agreement-proposal-closed',
  Dated & { readonly clause: string; readonly result: 'declined' | 'withdrawn' },
  Patch
>;
export type SignaturesAsked = DomainEvent<'agreement-signatures-asked', Dated & { readonly hash: string }, Patch>;
export type AgreementSigned = DomainEvent<'agreement-signed', Dated & { readonly signature: OwnSignature }>;
export type SignatoryInvited = DomainEvent<
  'agreement-signatory-invited',
  Dated & { readonly invitation: Invitation },
  Patch
>;
/** Why a link to sign leads nowhere any more. */
export const invitationEnds = ['withdrawn', 'replaced', 'declined', 'signed-otherwise', 'terms-changed'] as const;
export type InvitationClosed = DomainEvent<
  'agreement-invitation-closed',
  Dated & {
    readonly invitation: string;
    readonly party: Party;
    readonly invitedBy: string;
    readonly result: (typeof invitationEnds)[number];
  },
  Patch
>;
export type SignedByMail = DomainEvent<
  'agreement-signed-by-mail',
  Dated & { readonly signature: Omit<MailSignature, 'how'> },
  Patch
>;
export type SignedOnPaper = DomainEvent<
  'agreement-signed-on-paper',
  Dated & { readonly signature: Omit<PaperSignature, 'how'> },
  Patch
>;
export type AgreementInForce = DomainEvent<'agreement-in-force', Dated>;
export type AgreementSuspended = DomainEvent<'agreement-suspended', Dated, Patch>;
export type AgreementResumed = DomainEvent<'agreement-resumed', Dated>;
export type AgreementEnded = DomainEvent<
  'agreement-ended',
  Dated & { readonly how: Ending; readonly by?: Party; readonly disposalDue: boolean },
  Patch
>;
export type AgreementAbandoned = DomainEvent<'agreement-abandoned', Dated & { readonly by?: Party }, Patch>;
export type AgreementDelivered = DomainEvent<'agreement-delivered', Dated>;
export type DisposalConfirmed = DomainEvent<'agreement-disposal-confirmed', Dated, Patch>;
export type ClosedUnconfirmed = DomainEvent<'agreement-closed-unconfirmed', Dated>;

export type AgreementEvent =
  | AgreementDrafted
  | AgreementDataSet
  | AgreementTermSet
  | TermsOffered
  | TermsTakenBack
  | ClauseChanged
  | ClauseProposed
  | ProposalClosed
  | SignaturesAsked
  | AgreementSigned
  | SignatoryInvited
  | InvitationClosed
  | SignedByMail
  | SignedOnPaper
  | AgreementInForce
  | AgreementSuspended
  | AgreementResumed
  | AgreementEnded
  | AgreementAbandoned
  | AgreementDelivered
  | DisposalConfirmed
  | ClosedUnconfirmed;
