import { refusal, type Refusal } from '#kernel';

/** Every reason for which a step of an agreement is refused without looking at what was typed. */
export const proposalsOpen: Refusal = refusal(
  'sharing.proposals-open',
  'A proposed change still waits for an answer. Accept it, decline it, or take it back first.',
);
export const signedAlready: Refusal = refusal(
  'sharing.signed-already',
  'Your side has signed. It comes into force when the other side has, too.',
);
export const signsForBoth: Refusal = refusal(
  'sharing.signs-for-both',
  'You signed for the other side, so somebody else must sign for this one.',
);
export const nobodyInvited: Refusal = refusal(
  'sharing.nobody-invited',
  'Nobody without an account is asked to sign for your side.',
);
export const signingLinkDead: Refusal = refusal(
  'sharing.signing-link-dead',
  'This link leads nowhere any more. Ask the person who had it sent to you.',
);
export const nothingProposed: Refusal = refusal('sharing.nothing-proposed', 'No proposed change waits for your side.');
export const dataProtectionAlone: Refusal = refusal(
  'sharing.suspension-needs-data-protection',
  'Of the advisers, only the one for data protection suspends.',
);
export const notYetOver: Refusal = refusal('sharing.not-yet-over', 'Its last day has not passed yet.');
export const disposalNotOverdue: Refusal = refusal(
  'sharing.disposal-not-overdue',
  'The time to confirm the disposal has not passed yet.',
);
export const stepsNotOverdue: Refusal = refusal(
  'sharing.steps-not-overdue',
  'Somebody took a step within the last 60 working days.',
);
export const decisionOpen: Refusal = refusal(
  'sharing.decision-open',
  'The decision is being reviewed or was taken back. Nothing is signed until it stands.',
);
export const termOver: Refusal = refusal(
  'sharing.term-over',
  'The last day of the agreement has passed. Take the terms back and set another one.',
);
export const termsNotOffered: Refusal = refusal(
  'sharing.terms-not-offered',
  'The other side is still drafting the terms. You can propose changes once they lie before you.',
);
export const copyOfOtherSide: Refusal = refusal(
  'sharing.copy-of-other-side',
  'You record copies that your own side signed. The provider records its own.',
  'party',
);
export const sideSigned: Refusal = refusal('sharing.side-signed', 'That side has signed already.');
export const copyMissing: Refusal = refusal(
  'sharing.copy-missing',
  'The scan is not here, or no longer: choose the file again.',
  'file',
);
