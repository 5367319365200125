import { textTable } from '#ui';

/** What a command is called, and what happens by it: the words of its button and of the question before it. */
export interface CommandWords {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly done: string;
}

export const requestCommandTexts = textTable({
  withdraw: {
    label: 'Withdraw the whole request',
    title: 'Withdraw the whole request?',
    text: 'Every organisation that has not decided stops working on it. Decisions that were taken stand. You cannot undo this, but you can copy the request and ask again.',
    done: 'The request is withdrawn.',
  },
  'take-over': {
    label: 'Take it over',
    title: 'Take this request over?',
    text: 'From now on you answer for it, and you are asked when something is needed.',
    done: 'You answer for this request now.',
  },
  delete: {
    label: 'Delete this draft',
    title: 'Delete this draft?',
    text: 'It is gone for good with its files, for everybody who writes it. Nobody else has seen it.',
    done: 'The draft is deleted.',
  },
  copy: {
    label: 'Copy into a new draft',
    title: 'Copy this request?',
    text: 'A new draft begins with the same answers and the same data, without the files. This request stays as it is.',
    done: 'This is your new draft.',
  },
} satisfies Readonly<Record<string, CommandWords>>);

export const caseCommandTexts = textTable({
  withdraw: {
    label: (organisation: string) => `Withdraw from ${organisation}`,
    title: (organisation: string) => `Withdraw from ${organisation}?`,
    text: (organisation: string) =>
      `${organisation} stops working on its part. Other organisations go on. You cannot undo this.`,
    done: 'This part is withdrawn.',
  },
  reopen: {
    label: () => 'Open it again',
    title: () => 'Open it again?',
    text: (organisation: string) =>
      `It was closed because no answer came. ${organisation} goes on where it stood. This is possible once.`,
    done: 'It is open again.',
  },
  'ask-review': {
    label: () => 'Ask for a review',
    title: () => 'Ask for a review?',
    text: (organisation: string) =>
      `Somebody at ${organisation} who did not decide looks at it again and reads what you write here.`,
    done: 'The review is asked for.',
  },
  'accept-forms': {
    label: () => 'Take the columns in this form',
    title: () => 'Take the columns in this form?',
    text: () => 'You say that the coarser columns will do. What was decided then stands as it is.',
    done: 'You take the columns as they are given.',
  },
  'decline-forms': {
    label: () => 'Decline them',
    title: () => 'Decline the columns in this form?',
    text: (organisation: string) =>
      `You say that the coarser columns will not do. This part is then closed and nothing is shared. You can ask ${organisation} for a review first.`,
    done: 'You declined the columns.',
  },
  'hand-over-submission': {
    label: () => 'Hand over the newest answers',
    title: () => 'Hand over the newest answers?',
    text: (organisation: string) =>
      `${organisation} still judges earlier answers. It gets the newest and may have to check it again.`,
    done: 'The newest answers are handed over.',
  },
  'follow-redirect': {
    label: (organisation: string) => `Ask ${organisation}`,
    title: (organisation: string) => `Ask ${organisation}?`,
    text: (organisation: string) =>
      `${organisation} gets the same request, with the same answers. Nothing has to be typed again.`,
    done: 'They have your request now.',
  },
});

export type RequestCommandAsked = keyof typeof requestCommandTexts.en;
export type CaseCommandAsked = keyof typeof caseCommandTexts.en;

export const requestPageTexts = textTable({
  by: (name: string) => `Asked by ${name}`,
  byFor: (name: string, organisation: string) => `Asked by ${name} for ${organisation}`,
  asksTitle: 'What is asked of you',
  writeTitle: 'Write your request',
  writeAgainTitle: 'Write your new answers',
  writeText: 'Take the parts in any order. Everything is saved as you go, and nobody else sees it until you submit.',
  writeAgainText: 'Change what you were asked about, then send the new answers.',
  steps: 'Parts of the request',
  data: 'The data you want',
  dataState: (datasets: number) => (datasets === 1 ? '1 dataset' : `${datasets} datasets`),
  dataNone: 'No dataset yet',
  people: 'Colleagues',
  peopleState: (people: number) => (people === 1 ? 'Only you' : `${people} people`),
  check: 'Check your answers and submit',
  checkAgain: 'Check your answers and send them',
  stateDone: 'Complete',
  stateMissing: 'Not complete',
  stateReady: 'Ready',
  stateWaits: (missing: number) => (missing === 1 ? '1 thing is missing' : `${missing} things are missing`),
  missing: (count: number) => (count === 1 ? '1 answer needed to submit' : `${count} answers needed to submit`),
  missingToApprove: (count: number) =>
    count === 1 ? '1 answer an owner will need' : `${count} answers an owner will need`,
  progress: (done: number, all: number) => `${done} of ${all} parts complete`,
  casesTitle: 'Who decides',
  caseOf: (organisation: string) => `${organisation}’s decision`,
  caseToUs: (organisation: string) => `Request to ${organisation}`,
  review: 'Go to the review screen',
  agreement: 'Its agreement',
  datasetsOf: 'Decides on',
  due: 'Promised by',
  dueReturned: 'The time stands still until you answer.',
  dueNone: 'The time stands still now.',
  inbox: 'Inbox',
  legal: 'By law by',
  extended: 'extended',
  forecast: 'Forecast',
  lane: 'Care needed',
  returnedTitle: (organisation: string) => `${organisation} needs more information`,
  returnedUntil: (date: string) => `Answer by ${date}; after that it is closed.`,
  cannotIdentify: 'They cannot tell what is wanted. The time that the law gives them begins anew when you answer.',
  answerNow: 'Write your answers',
  heldTitle: (waitingFor: string) => `On hold: waits for ${waitingFor.toLowerCase()}`,
  heldUntil: (date: string) => `Until ${date}, as they expect.`,
  actions: 'What you can do',
  whyNot: 'Why can’t I …',
  messages: 'Messages',
  messagesNone: 'Nothing was written yet.',
  messageLabel: (organisation: string) => `Write to ${organisation}`,
  messageHint: 'Those who work on your request there read it, and it stays with the request.',
  messageMissing: 'Write something first.',
  send: 'Send',
  sending: 'Sending …',
  sent: 'Your message is sent.',
  sentTitle: 'What was sent',
  sentOn: (number: number, when: string) => `Answers number ${number}, sent on ${when}`,
  showAnswers: 'Show all answers',
  notAnswered: 'Not answered',
  documents: 'Documents',
  documentsNone: 'No files were added.',
  reads: 'Who has read it',
  readAnswers: (people: number, when: string) =>
    `${people === 1 ? '1 person' : `${people} people`} read your answers, last on ${when}`,
  readFile: (people: number, file: string, when: string) =>
    `${people === 1 ? '1 person' : `${people} people`} opened ${file}, last on ${when}`,
  timeline: 'What happened',
  boardNote: 'You see this for a board: what was decided, without answers and evidence.',
  reasonsLabel: 'Why do you ask for it?',
  reasonsHint: 'Say what you think was overlooked. It is part of the record.',
  reasonsMissing: 'Say why you ask for a review.',
  print: 'Print',
});
