import type { LocalDate } from '#kernel';
import type { Asker } from '../case/case.ts';
import type { Lane } from '../lane.ts';
import type { AgreedDataset } from './agreed-data.ts';

/**
 * `drafting` is the provider's alone; `negotiating` lies before both sides; `awaiting-signatures` is frozen; `disposal-due`
 * waits until the recipient says that the data is gone. Both ends `closed…` and `abandoned` are final.
 */
export const agreementStates = [
  'drafting',
  'negotiating',
  'awaiting-signatures',
  'in-force',
  'suspended',
  'disposal-due',
  'closed',
  'closed-unconfirmed',
  'abandoned',
] as const;
export type AgreementState = (typeof agreementStates)[number];

export const agreementStateLabels: Record<AgreementState, string> = {
  drafting: 'Being drafted',
  negotiating: 'Being agreed',
  'awaiting-signatures': 'Waiting for signatures',
  'in-force': 'In force',
  suspended: 'Suspended',
  'disposal-due': 'Ended: disposal not confirmed yet',
  closed: 'Closed',
  'closed-unconfirmed': 'Closed: disposal never confirmed',
  abandoned: 'Abandoned',
};

/** How an agreement that was in force came to its end. */
export const endings = ['expired', 'terminated', 'revoked'] as const;
export type Ending = (typeof endings)[number];

export const endingLabels: Record<Ending, string> = {
  expired: 'Ended on its date',
  terminated: 'Ended by agreement',
  revoked: 'Ended by the owner',
};

/** A data sharing agreement where the data is about people, a licence where it is not. */
export const agreementKinds = ['data-sharing-agreement', 'bespoke-licence'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

export const agreementKindLabels: Record<AgreementKind, string> = {
  'data-sharing-agreement': 'Data sharing agreement',
  'bespoke-licence': 'Licence',
};

export const parties = ['provider', 'recipient'] as const;
export type Party = (typeof parties)[number];
export const otherParty = (party: Party): Party => (party === 'provider' ? 'recipient' : 'provider');

/** First and last day on which the data may be used, both counted, and the day by which it is looked at again. */
export interface Term {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly review: LocalDate;
}

/** A change to one clause that waits for the other side's word; its text stands beside the clause. */
export interface Proposal {
  readonly clause: string;
  readonly by: Party;
  /** Takes the clause out. */
  readonly strikes: boolean;
}

interface Signed {
  readonly party: Party;
  /** Instant at which it came into the record, ISO 8601 in UTC. */
  readonly at: string;
  /** SHA-256 of the canonical terms (RFC 8785), hexadecimal. */
  readonly hash: string;
}

/** By a signatory with an account. */
export interface OwnSignature extends Signed {
  readonly how?: undefined;
  readonly person: string;
}

/** By somebody without an account, from the page that a mail leads to. */
export interface MailSignature extends Signed {
  readonly how: 'by-mail';
  readonly invitation: string;
  readonly tokenHash: string;
  /** The person of that side who asked them. */
  readonly invitedBy: string;
}

/** A scan in the store. */
export interface SignedCopy {
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** By hand, on a copy whose scan stands in the record. */
export interface PaperSignature extends Signed {
  readonly how: 'on-paper';
  readonly signedOn: LocalDate;
  readonly recordedBy: string;
  /** The side of the person who recorded it. */
  readonly recordedFor: Party;
  readonly copy: SignedCopy;
}

export type Signature = OwnSignature | MailSignature | PaperSignature;

/** Somebody without an account who is asked to sign for a side. */
export interface Invitation {
  readonly id: string;
  readonly party: Party;
  /** SHA-256 of the token in the link, hexadecimal: whoever shows the token was sent it. */
  readonly tokenHash: string;
  readonly invitedBy: string;
  /** The last day on which the link leads anywhere. */
  readonly until: LocalDate;
}

/** What the rules know of an agreement: folded from the facts of its events. */
export interface Agreement {
  readonly id: string;
  readonly case: string;
  readonly request: string;
  /** As `WL-2026-0042/1`: the request's, and the place of the case in it. */
  readonly reference: string;
  readonly kind: AgreementKind;
  readonly lane: Lane;
  /** The organisation that gives the data. */
  readonly provider: string;
  readonly recipient: Asker;
  /** Boards that hold the provider to account. */
  readonly boards: readonly string[];
  /** Persons who own the datasets, where some are named. */
  readonly owners: readonly string[];
  readonly state: AgreementState;
  readonly version: number;
  readonly datasets: readonly AgreedDataset[];
  readonly term: Term;
  /** Given again and again, not once. */
  readonly refreshed?: true;
  /** Ids of the clauses in their order. */
  readonly clauses: readonly string[];
  readonly proposals: readonly Proposal[];
  /** While it waits for signatures and ever after: what is signed. */
  readonly hash?: string;
  readonly signatures: readonly Signature[];
  /** Those asked to sign without an account: one a side at most, and absent where there never was one. */
  readonly invitations?: readonly Invitation[];
  readonly inForceOn?: LocalDate;
  /** Whether anything was ever handed over: then its end asks for disposal. */
  readonly delivered: boolean;
  readonly suspendedOn?: LocalDate;
  readonly ended?: { readonly how: Ending; readonly on: LocalDate };
  /** The last day of a step by either side: silence after it abandons what is not in force. */
  readonly steppedOn: LocalDate;
}

/** One clause as people read it. */
export interface Clause {
  readonly heading: string;
  readonly text: string;
}

/** A proposed text with its reason; no text strikes the clause out. */
export interface ProposalWords {
  readonly text?: string;
  readonly reason: string;
}

/** What an agreement says in words: `clause:<id>`, `proposal:<id>`, the signed `terms`, reasons by what they are for. */
export interface AgreementContent {
  readonly title: string;
  readonly [part: string]: unknown;
}

export const clauseKey = (clause: string): string => `clause:${clause}`;
export const proposalKey = (clause: string): string => `proposal:${clause}`;

export const clauseOf = (content: AgreementContent, clause: string): Clause | undefined =>
  content[clauseKey(clause)] as Clause | undefined;
export const proposalOf = (content: AgreementContent, clause: string): ProposalWords | undefined =>
  content[proposalKey(clause)] as ProposalWords | undefined;

/** Whoever signed for a side without an account, in words; and who is asked to. */
export interface SignerWords {
  readonly name: string;
  readonly position: string;
  readonly email?: string;
}

export const signerKey = (party: Party): string => `signer:${party}`;
export const invitedKey = (party: Party): string => `invited:${party}`;
export const unwillingKey = (party: Party): string => `unwilling:${party}`;

export const signerOf = (content: AgreementContent, party: Party): SignerWords | undefined =>
  content[signerKey(party)] as SignerWords | undefined;
export const invitedOf = (content: AgreementContent, party: Party): SignerWords | undefined =>
  content[invitedKey(party)] as SignerWords | undefined;
/** Who was asked last, did not want to sign, and why. */
export const unwillingOf = (
  content: AgreementContent,
  party: Party,
): { readonly name: string; readonly reason: string } | undefined =>
  content[unwillingKey(party)] as { readonly name: string; readonly reason: string } | undefined;

export const invitationFor = ({ invitations }: Pick<Agreement, 'invitations'>, party: Party): Invitation | undefined =>
  invitations?.find((invitation) => invitation.party === party);

export const hasSigned = ({ signatures }: Pick<Agreement, 'signatures'>, party: Party): boolean =>
  signatures.some((signature) => signature.party === party);

/** Whether an agreement gives anything now: what hangs on it is asked on the day, not remembered. */
export const isInForce = ({ state, term }: Pick<Agreement, 'state' | 'term'>, today: LocalDate): boolean =>
  state === 'in-force' && term.start <= today && today <= term.end;

/** States before anybody is bound: either side may still walk away. */
export const beforeForce: readonly AgreementState[] = ['drafting', 'negotiating', 'awaiting-signatures'];
