import { accepted, refusal, refused, type LocalDate, type Refusal } from '#kernel';
import { blank } from '../wording.ts';
import {
  hasSigned,
  invitedKey,
  otherParty,
  signerKey,
  type Agreement,
  type AgreementContent,
  type Party,
  type SignerWords,
} from './agreement.ts';
import type { RecordSignedCopy, SignAgreement } from './commands.ts';
import type { AgreementDecision, AgreementDeciding } from './deciding.ts';
import type { AgreementEvent, InvitationClosed } from './events.ts';
import * as no from './refusals.ts';
import { partyOf } from './standings.ts';

/** Everybody with an account whom a signature or an invitation names. */
export const peopleOfSigning = ({
  signatures,
  invitations = [],
}: Pick<Agreement, 'signatures' | 'invitations'>): readonly string[] => [
  ...signatures.map((one) =>
    one.how === undefined ? one.person : one.how === 'by-mail' ? one.invitedBy : one.recordedBy,
  ),
  ...invitations.map(({ invitedBy }) => invitedBy),
];

/** How many characters of the fingerprint somebody types who holds a copy in their hands. */
export const fingerprintLength = 8;

/** Links to sign that lead nowhere any more, each said in the record. */
export const invitationsClosed = (
  { invitations = [] }: Pick<Agreement, 'invitations'>,
  result: InvitationClosed['facts']['result'],
  on: LocalDate,
): readonly InvitationClosed[] =>
  invitations.map(({ id, party, invitedBy }) => ({
    type: 'agreement-invitation-closed',
    facts: { invitation: id, party, invitedBy, result, on },
    content: { [invitedKey(party)]: null },
  }));

const ofSigning = /^(signer|unwilling):/;

/** Signatures that are void leave no name behind in what the agreement says. */
export const signingWordsEmptied = (content: AgreementContent): Readonly<Record<string, null>> =>
  Object.fromEntries(
    Object.keys(content)
      .filter((part) => ofSigning.test(part))
      .map((part) => [part, null]),
  );

/** What puts an agreement in force: one side's signature, where the other's is there. */
export const withForce = (
  agreement: Agreement,
  party: Party,
  on: LocalDate,
  signed: readonly AgreementEvent[],
): AgreementDecision =>
  accepted(
    hasSigned(agreement, otherParty(party)) ? [...signed, { type: 'agreement-in-force', facts: { on } }] : signed,
  );

/** What is wrong with the name and position of somebody without an account. */
export const faultsOfSigner = ({ name, position }: SignerWords): readonly Refusal[] => [
  ...(blank(name) ? [refusal('sharing.signer-missing', 'Give the name of the person who signs.', 'name')] : []),
  ...(blank(position)
    ? [refusal('sharing.signer-missing', 'Give the position in which they sign, as “Director”.', 'position')]
    : []),
];

export const againstHash = (agreement: Agreement, hash: string): Refusal | undefined =>
  blank(agreement.hash) || hash !== agreement.hash
    ? refusal(
        'sharing.terms-changed',
        'The terms are not those that you read. Read them again before you sign.',
        'hash',
      )
    : undefined;

/** The open invitation of a side ends when the side signs in another way. */
const otherwise = ({ invitations = [] }: Agreement, party: Party, on: LocalDate): readonly InvitationClosed[] =>
  invitationsClosed({ invitations: invitations.filter((one) => one.party === party) }, 'signed-otherwise', on);

/** One side signs; the last signature puts the agreement in force. */
export function sign({ command, agreement, circumstances }: AgreementDeciding<SignAgreement>): AgreementDecision {
  const { actor, at, facts, standing } = circumstances;
  const party = partyOf(standing);
  const changed = againstHash(agreement, command.hash);
  if (changed) return refused(changed);
  if (party === undefined || actor.kind !== 'person') return refused(no.signedAlready);
  const on = facts.today;
  return withForce(agreement, party, on, [
    ...otherwise(agreement, party, on),
    { type: 'agreement-signed', facts: { signature: { party, person: actor.person, at, hash: command.hash }, on } },
  ]);
}

function faultsOfDay(signedOn: LocalDate, today: LocalDate, askedOn: LocalDate | undefined): readonly Refusal[] {
  if (signedOn > today) {
    return [refusal('sharing.signed-in-future', 'The day of the signature lies in the future.', 'signedOn')];
  }
  return askedOn !== undefined && signedOn < askedOn
    ? [
        refusal(
          'sharing.signed-before-asked',
          'That day lies before these terms were frozen for signature, so another text was signed.',
          'signedOn',
        ),
      ]
    : [];
}

function faultsOfCopy(
  command: RecordSignedCopy,
  agreement: Agreement,
  { today, askedOn }: { readonly today: LocalDate; readonly askedOn?: LocalDate },
): readonly Refusal[] {
  const typed = command.fingerprint.replaceAll(/\s/g, '').toLowerCase();
  return [
    ...faultsOfSigner(command),
    ...faultsOfDay(command.signedOn, today, askedOn),
    ...(typed === agreement.hash?.slice(0, fingerprintLength)
      ? []
      : [
          refusal(
            'sharing.fingerprint-wrong',
            `The fingerprint of these terms begins otherwise. Type the first ${fingerprintLength} characters as they are printed on the copy; if they are another’s, another text was signed.`,
            'fingerprint',
          ),
        ]),
  ];
}

/** A copy that was signed by hand counts as that side's signature, with its scan and with whoever puts it on record. */
export function recordSignedCopy({
  command,
  agreement,
  circumstances,
}: AgreementDeciding<RecordSignedCopy>): AgreementDecision {
  const { actor, at, facts, standing } = circumstances;
  const recordedFor = partyOf(standing);
  const { party, copy, signedOn } = command;
  if (recordedFor === undefined || actor.kind !== 'person' || agreement.hash === undefined) {
    return refused(no.signedAlready);
  }
  if (recordedFor === 'recipient' && party === 'provider') return refused(no.copyOfOtherSide);
  if (hasSigned(agreement, party)) return refused({ ...no.sideSigned, field: 'party' });
  const faults = faultsOfCopy(command, agreement, facts);
  if (copy === undefined) return refused(no.copyMissing, ...faults);
  if (faults.length > 0) return refused(...faults);
  const on = facts.today;
  const signature = { party, at, hash: agreement.hash, signedOn, recordedBy: actor.person, recordedFor, copy };
  return withForce(agreement, party, on, [
    ...otherwise(agreement, party, on),
    {
      type: 'agreement-signed-on-paper',
      facts: { signature, on },
      content: { [signerKey(party)]: { name: command.name.trim(), position: command.position.trim() } },
    },
  ]);
}
