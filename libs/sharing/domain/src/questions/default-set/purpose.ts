import type { Choice, Question, Section } from '../question-set.ts';

const purposeClasses: readonly Choice[] = [
  { code: 'public-service', label: 'Run or improve a public service' },
  { code: 'planning', label: 'Plan something, or write a policy' },
  { code: 'product', label: 'Build a product or a service', hint: 'Such as an app, a website or a tool.' },
  { code: 'research', label: 'Research' },
  { code: 'statistics', label: 'Make statistics' },
  { code: 'scrutiny', label: 'Journalism, or checking what a public body does' },
  { code: 'community', label: 'Community work or charity work' },
  { code: 'education', label: 'Teaching or learning' },
  { code: 'commissioned', label: 'Work that the owner of the data has ordered' },
  { code: 'other', label: 'Something else' },
];

const benefits: readonly Choice[] = [
  { code: 'services', label: 'Better services', hint: 'Quicker, easier to use, or there for more people.' },
  { code: 'health', label: 'Health and wellbeing', hint: 'People live longer, or feel better.' },
  { code: 'safety', label: 'Safety', hint: 'Fewer accidents, fires, floods or crimes.' },
  { code: 'environment', label: 'Nature and climate', hint: 'Cleaner air and water, less waste, less energy used.' },
  { code: 'fairness', label: 'Fairness', hint: 'People who are often left out get a better chance.' },
  { code: 'economy', label: 'Jobs and business', hint: 'New work, new firms, or money spent in the area.' },
  { code: 'public-money', label: 'Public money well spent', hint: 'The same for less, or more for the same.' },
  { code: 'knowledge', label: 'Knowledge and openness', hint: 'People can see, check or find out more.' },
  { code: 'other', label: 'Something else' },
];

const what: readonly Question[] = [
  {
    id: 'title',
    kind: 'line',
    label: 'Give your request a short title',
    hint: 'Such as “Where to plant street trees”. It helps everybody to find your request again.',
    required: 'to-submit',
    longest: 120,
  },
  {
    id: 'summary',
    kind: 'text',
    label: 'In plain words, what will you do with the data?',
    hint: 'Two to five sentences that a neighbour would understand. If you get the data, everybody can read them in the register of sharing.',
    required: 'to-submit',
    longest: 1500,
  },
  {
    id: 'purpose-class',
    kind: 'choice',
    label: 'Which of these fits best?',
    hint: 'Choose one. It lets people compare requests of the same kind.',
    required: 'to-approve',
    choices: purposeClasses,
  },
  {
    id: 'purpose-class-other',
    kind: 'line',
    label: 'What kind of work is it?',
    required: 'to-approve',
    when: { answer: 'purpose-class', is: 'other' },
  },
  {
    id: 'aims',
    kind: 'text',
    label: 'What do you want to find out or get done?',
    hint: 'Name one to three goals. Say how you will know that you have reached them.',
    required: 'to-approve',
  },
  {
    id: 'how-data-helps',
    kind: 'text',
    label: 'How will this data help you to do it?',
    hint: 'Take it step by step: you get the data, then you do this, then that happens.',
    required: 'to-approve',
  },
];

const why: readonly Question[] = [
  {
    id: 'benefits',
    kind: 'explained-choices',
    label: 'Who will be better off, and how?',
    hint: 'Choose all that fit. For each, say who it helps, how, and how many if you know. Why we ask: the owner has to weigh the good that comes of it.',
    required: 'to-approve',
    choices: benefits,
  },
  {
    id: 'impact-if-refused',
    kind: 'text',
    label: 'What will happen if you do not get the data?',
    hint: 'Perhaps nothing much, or somebody has to wait, or the work cannot be done. Why we ask: not sharing can do harm as well.',
  },
  {
    id: 'alternatives',
    kind: 'text',
    label: 'What else have you tried?',
    hint: 'Could data that anyone may have, or totals and averages, do the job? If you looked and it did not, say why. That makes your request stronger.',
  },
];

const who: readonly Question[] = [
  {
    id: 'commercial',
    kind: 'yes-no',
    label: 'Will anybody make money with the data, or with what is made from it?',
    hint: 'A yes is no reason to refuse. Why we ask: it may change the terms or the charge, and the register says so.',
    required: 'to-approve',
  },
  {
    id: 'commercial-detail',
    kind: 'text',
    label: 'How will it make money, and for whom?',
    required: 'to-approve',
    longest: 2000,
    withholdable: true,
    when: { answer: 'commercial', is: true },
  },
  {
    id: 'exclusive',
    kind: 'yes-no',
    label: 'Do you want to be the only one who gets this data?',
    hint: 'Nearly always the answer is no. Public bodies may only agree to it where a service for the public cannot do without.',
  },
  {
    id: 'exclusive-reason',
    kind: 'text',
    label: 'Why can the service not work if others have the data too?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'exclusive', is: true },
  },
  {
    id: 'ai-training',
    kind: 'yes-no',
    label: 'Will you use the data to train artificial intelligence?',
    hint: 'Such as a program that learns from examples to write, to see or to foretell. Why we ask: what it has learned cannot easily be taken out again.',
  },
  {
    id: 'ai-training-detail',
    kind: 'text',
    label: 'What will it learn, and who will be able to use it?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'ai-training', is: true },
  },
  {
    id: 'other-recipients',
    kind: 'yes-no',
    label: 'Will you pass any of the data on to others?',
    hint: 'To a partner, a customer, a funder or the public. Charts and totals do not count. A firm that only stores the data for you belongs under “Keeping it safe”.',
    required: 'to-approve',
  },
  {
    id: 'other-recipient-names',
    kind: 'list',
    label: 'Who else will get it?',
    hint: 'One name on each line. If you do not know the name yet, say what kind of organisation it is.',
    required: 'to-approve',
    withholdable: true,
    when: { answer: 'other-recipients', is: true },
  },
  {
    id: 'other-recipient-reason',
    kind: 'text',
    label: 'Which part will they get, and what for?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'other-recipients', is: true },
  },
];

const when: readonly Question[] = [
  {
    id: 'frequency',
    kind: 'choice',
    label: 'How often do you need it?',
    required: 'to-approve',
    choices: [
      { code: 'once', label: 'Once' },
      { code: 'refreshed', label: 'Again and again', hint: 'A new copy from time to time.' },
      { code: 'live', label: 'All the time', hint: 'As it happens, over a connection between two computers.' },
    ],
  },
  {
    id: 'refresh-interval',
    kind: 'choice',
    label: 'How often do you need a new copy?',
    required: 'to-approve',
    when: { answer: 'frequency', is: 'refreshed' },
    choices: [
      { code: 'daily', label: 'Every day' },
      { code: 'weekly', label: 'Every week' },
      { code: 'monthly', label: 'Every month' },
      { code: 'quarterly', label: 'Every three months' },
      { code: 'yearly', label: 'Every year' },
      { code: 'on-change', label: 'Whenever something changes' },
    ],
  },
  {
    id: 'use-period',
    kind: 'period',
    label: 'From when until when do you want to use it?',
    hint: 'Your permission ends on the last day. You can ask to renew it.',
    required: 'to-approve',
  },
  {
    id: 'data-period',
    kind: 'period',
    label: 'Which time should the data tell about?',
    hint: 'Such as 1 January 2020 until 31 December 2025. Leave it empty if you want all there is.',
  },
  {
    id: 'geography',
    kind: 'text',
    label: 'Which places should it tell about?',
    hint: 'Such as one ward, a postcode area, or the whole city. Asking for less often gets you a quicker yes.',
    longest: 1000,
  },
  {
    id: 'needed-by',
    kind: 'date',
    label: 'Is there a day by which you need it?',
    hint: 'Owners try to help, but cannot promise. Leave it empty if there is none.',
  },
  {
    id: 'needed-by-reason',
    kind: 'line',
    label: 'If there is, why that day?',
    hint: 'Such as the end of a grant, or the start of a school term.',
  },
];

/** What the data is wanted for, by whom, and when. */
export const purposeSection: Section = {
  id: 'purpose',
  title: 'Your purpose',
  intro:
    'Tell the owner what you want to do. Only the title and the summary are needed to submit; the rest helps the owner to say yes, and you can come back to it.',
  questions: /* @__PURE__ */ [what, why, who, when].flat(),
};
