import type { AgreementEvent, InvitationClosed } from '#sharing/domain';

/** What the provider did while the terms were its alone is read by its own side. */
export const insideOfProvider: ReadonlySet<AgreementEvent['type']> = new Set([
  'agreement-data-set',
  'agreement-term-set',
]);

const invitationEndings: Readonly<Record<InvitationClosed['facts']['result'], string>> = {
  withdrawn: 'The link to sign was withdrawn',
  replaced: 'The link to sign was replaced by another',
  declined: 'Whoever was asked to sign without an account did not want to',
  'signed-otherwise': 'The link to sign was not needed any more',
  'terms-changed': 'The link to sign ended with the terms that it led to',
};

/** What one event says in timelines and histories. */
export function describeAgreementEvent(event: AgreementEvent): string {
  switch (event.type) {
    case 'agreement-drafted':
      return 'Terms drafted from the decision';
    case 'agreement-data-set':
      return 'The data was set out exactly';
    case 'agreement-term-set':
      return 'First and last day were set';
    case 'agreement-offered':
      return 'Terms sent to the recipient';
    case 'agreement-taken-back':
      return 'Terms taken back to be drafted again';
    case 'agreement-clause-changed':
      return event.facts.struck ? 'A clause was taken out' : 'A clause was changed';
    case 'agreement-clause-proposed':
      return event.facts.proposal.strikes ? 'Proposed to take a clause out' : 'Proposed a change to a clause';
    case 'agreement-proposal-closed':
      return event.facts.result === 'declined' ? 'A proposed change was declined' : 'A proposed change was taken back';
    case 'agreement-signatures-asked':
      return 'Terms frozen for signature';
    case 'agreement-signed':
      return `Signed for the ${event.facts.signature.party}`;
    case 'agreement-signatory-invited':
      return `Somebody without an account was asked to sign for the ${event.facts.invitation.party}`;
    case 'agreement-invitation-closed':
      return invitationEndings[event.facts.result];
    case 'agreement-signed-by-mail':
      return `Signed for the ${event.facts.signature.party} without an account, from a page sent by mail`;
    case 'agreement-signed-on-paper':
      return `Signed for the ${event.facts.signature.party} on paper: the copy was put on record`;
    case 'agreement-in-force':
      return 'In force';
    case 'agreement-suspended':
      return 'Suspended';
    case 'agreement-resumed':
      return 'In force again';
    case 'agreement-ended':
      return { expired: 'Ended on its date', terminated: 'Ended by agreement', revoked: 'Ended by the owner' }[
        event.facts.how
      ];
    case 'agreement-abandoned':
      return 'Abandoned';
    case 'agreement-delivered':
      return 'The data was handed over for the first time';
    case 'agreement-disposal-confirmed':
      return 'The recipient confirmed that the data is deleted';
    case 'agreement-closed-unconfirmed':
      return 'Closed without a confirmation that the data is deleted';
  }
}
