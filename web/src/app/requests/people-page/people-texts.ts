import { textTable } from '#ui';

export const peopleTexts = textTable({
  title: 'Colleagues',
  pageTitle: (request: string) => `Colleagues: ${request}`,
  intro:
    'People who write this request with you. They see and change all of it until it is submitted. Whoever takes part in asking can never decide about it.',
  list: 'Who writes this request',
  author: 'began it',
  you: 'you',
  remove: 'Remove',
  removed: (name: string) => `${name} no longer writes this request`,
  inviteTitle: 'Invite somebody',
  email: 'E-mail address',
  emailHint: 'Of an account here. They find the request under “My requests”; tell them about it.',
  emailMissing: 'Give the e-mail address of your colleague.',
  emailMalformed: 'Give an e-mail address as name@example.org.',
  invite: 'Invite',
  invited: (email: string) => `${email} can write this request now`,
  problem: 'That did not work',
  toList: 'All parts of the request',
  mayNot: 'Why you cannot invite anybody here',
});
