import { accepted, addDays, refusal, refused, type LocalDate, type Refusal } from '#kernel';
import {
  invitationFor,
  invitedKey,
  invitedOf,
  otherParty,
  signerKey,
  signerOf,
  unwillingKey,
  type Agreement,
  type AgreementContent,
  type Invitation,
  type Party,
} from './agreement.ts';
import type { DeclineInvitation, InviteSignatory, SignByInvitation, WithdrawInvitation } from './commands.ts';
import type { AgreementDecision, AgreementDeciding } from './deciding.ts';
import type { InvitationClosed } from './events.ts';
import * as no from './refusals.ts';
import { againstHash, faultsOfSigner, invitationsClosed, withForce } from './signing.ts';
import { partyOf } from './standings.ts';
import { faultsOfWords } from './words.ts';

/** Days for which the link in the mail leads to the terms. */
const daysToSign = 30;

/** The invitation that a token belongs to, as long as its link leads anywhere. */
export const openInvitation = (
  { state, invitations = [] }: Pick<Agreement, 'state' | 'invitations'>,
  tokenHash: string,
  today: LocalDate,
): Invitation | undefined =>
  state === 'awaiting-signatures'
    ? invitations.find((one) => one.tokenHash === tokenHash && today <= one.until)
    : undefined;

const ended = (
  agreement: Agreement,
  party: Party,
  result: InvitationClosed['facts']['result'],
  on: LocalDate,
): readonly InvitationClosed[] => {
  const invitation = invitationFor(agreement, party);
  return invitation ? invitationsClosed({ invitations: [invitation] }, result, on) : [];
};

const sameAddress = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** Nobody signs for both sides, and nobody asks themself: whoever may sign does so with their account. */
function againstAddress(
  email: string,
  { party, own, content }: { readonly party: Party; readonly own: string; readonly content: AgreementContent },
): readonly Refusal[] {
  const other = otherParty(party);
  const theirs = [signerOf(content, other), invitedOf(content, other)];
  if (theirs.some((words) => sameAddress(words?.email, email))) {
    return [refusal('sharing.signs-for-both', 'This person signs for the other side. Ask somebody else.', 'email')];
  }
  return sameAddress(own, email)
    ? [
        refusal(
          'sharing.invites-oneself',
          'This is your own address. Signatories sign with their account; ask somebody else here.',
          'email',
        ),
      ]
    : [];
}

/** Asks somebody by mail; the link to one asked before for the same side leads nowhere from now on. */
export function inviteSignatory({
  command,
  agreement,
  content,
  circumstances,
}: AgreementDeciding<InviteSignatory>): AgreementDecision {
  const { actor, facts, standing } = circumstances;
  const party = partyOf(standing);
  if (party === undefined || actor.kind !== 'person') return refused(no.signedAlready);
  const { invitation: id, tokenHash, name, position, email } = command;
  const faults = [...faultsOfSigner(command), ...againstAddress(email, { party, own: actor.email, content })];
  if (faults.length > 0) return refused(...faults);
  const on = facts.today;
  return accepted([
    ...ended(agreement, party, 'replaced', on),
    {
      type: 'agreement-signatory-invited',
      facts: { invitation: { id, party, tokenHash, invitedBy: actor.person, until: addDays(on, daysToSign) }, on },
      content: {
        [invitedKey(party)]: { name: name.trim(), position: position.trim(), email: email.trim() },
        [unwillingKey(party)]: null,
      },
    },
  ]);
}

export function withdrawInvitation({
  agreement,
  circumstances,
}: AgreementDeciding<WithdrawInvitation>): AgreementDecision {
  const party = partyOf(circumstances.standing) ?? 'provider';
  return accepted(ended(agreement, party, 'withdrawn', circumstances.facts.today));
}

/** The person with the token signs over the terms that their page showed. */
export function signByInvitation({
  command,
  agreement,
  content,
  circumstances,
}: AgreementDeciding<SignByInvitation>): AgreementDecision {
  const { at, facts } = circumstances;
  const { tokenHash, hash, name, position, authorised } = command;
  const invitation = openInvitation(agreement, tokenHash, facts.today);
  if (!invitation) return refused(no.signingLinkDead);
  const changed = againstHash(agreement, hash);
  if (changed) return refused(changed);
  const { id, party, invitedBy } = invitation;
  const faults = [
    ...(authorised
      ? []
      : [
          refusal(
            'sharing.not-authorised',
            'Say that you are authorised to sign and have read the terms. If not, do not sign.',
            'authorised',
          ),
        ]),
    ...faultsOfSigner(command),
  ];
  if (faults.length > 0) return refused(...faults);
  const on = facts.today;
  const email = invitedOf(content, party)?.email;
  return withForce(agreement, party, on, [
    {
      type: 'agreement-signed-by-mail',
      facts: { signature: { party, at, hash, invitation: id, tokenHash, invitedBy }, on },
      content: {
        [invitedKey(party)]: null,
        [signerKey(party)]: { name: name.trim(), position: position.trim(), ...(email === undefined ? {} : { email }) },
      },
    },
  ]);
}

/** Whoever asked reads why. */
export function declineInvitation({
  command,
  agreement,
  content,
  circumstances,
}: AgreementDeciding<DeclineInvitation>): AgreementDecision {
  const on = circumstances.facts.today;
  const invitation = openInvitation(agreement, command.tokenHash, on);
  if (!invitation) return refused(no.signingLinkDead);
  const faults = faultsOfWords(command.reason, 'reason', 'Say why: the person who asked you reads it.');
  if (faults.length > 0) return refused(...faults);
  const { party } = invitation;
  const name = invitedOf(content, party)?.name ?? '';
  const words = { [unwillingKey(party)]: { name, reason: command.reason.trim() } };
  return accepted(
    ended(agreement, party, 'declined', on).map((closed) => ({ ...closed, content: { ...closed.content, ...words } })),
  );
}
