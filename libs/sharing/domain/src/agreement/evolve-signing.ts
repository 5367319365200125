import type { Agreement, Party, Signature } from './agreement.ts';
import type {
  AgreementEvent,
  AgreementSigned,
  InvitationClosed,
  SignatoryInvited,
  SignedByMail,
  SignedOnPaper,
} from './events.ts';

type SigningEvent = AgreementSigned | SignatoryInvited | InvitationClosed | SignedByMail | SignedOnPaper;

const names: Readonly<Record<SigningEvent['type'], true>> = {
  'agreement-signed': true,
  'agreement-signatory-invited': true,
  'agreement-invitation-closed': true,
  'agreement-signed-by-mail': true,
  'agreement-signed-on-paper': true,
};

/** Whether an event is about who signs, and how. */
export const isOfSigning = (event: AgreementEvent): event is SigningEvent => event.type in names;

const withoutInvitation = (agreement: Agreement, party: Party): Agreement => {
  const { invitations, ...rest } = agreement;
  return invitations ? { ...rest, invitations: invitations.filter((one) => one.party !== party) } : rest;
};

const signed = (agreement: Agreement, signature: Signature): Agreement => ({
  ...agreement,
  signatures: [...agreement.signatures, signature],
});

export function foldedSigning(agreement: Agreement, event: SigningEvent): Agreement {
  switch (event.type) {
    case 'agreement-signed':
      return signed(agreement, event.facts.signature);
    case 'agreement-signatory-invited':
      return { ...agreement, invitations: [...(agreement.invitations ?? []), event.facts.invitation] };
    case 'agreement-invitation-closed':
      return withoutInvitation(agreement, event.facts.party);
    case 'agreement-signed-by-mail': {
      const { signature } = event.facts;
      return signed(withoutInvitation(agreement, signature.party), { ...signature, how: 'by-mail' });
    }
    case 'agreement-signed-on-paper':
      return signed(agreement, { ...event.facts.signature, how: 'on-paper' });
  }
}
