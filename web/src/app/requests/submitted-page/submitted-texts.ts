import { textTable } from '#ui';

export const submittedTexts = textTable({
  title: 'Your request is submitted',
  pageTitle: (request: string) => `Submitted: ${request}`,
  reference: 'Your reference',
  received: (when: string) => `Received on ${when}`,
  nextTitle: 'What happens next',
  decidesOn: (datasets: string) => `decides on ${datasets}.`,
  due: (date: string) => `It promises an answer by ${date}.`,
  legal: (law: string, date: string) => `By law (${law}) it must answer by ${date}.`,
  told: 'You are told of each step, here and by e-mail. If something is not clear, you are asked; the time stands still until you answer.',
  canDo: 'You can write to each organisation, and withdraw all or part of it at any time.',
  toRequest: 'Go to the request',
  toRequests: 'My requests',
  print: 'Print this page',
  notYetTitle: 'This request is not submitted yet',
  notYet: 'It is still a draft. Nobody but those who write it sees it.',
});
