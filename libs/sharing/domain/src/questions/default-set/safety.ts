import type { Condition, Question, Section } from '../question-set.ts';

const aboutPeople: Condition = { lane: 'B' };
const abroad: Condition = {
  any: [
    { answer: 'storage-place', is: 'uk-and-elsewhere' },
    { answer: 'storage-place', is: 'elsewhere' },
  ],
};
const recognisable: Condition = {
  any: [aboutPeople, { answer: 're-identification', is: 'possible' }, { answer: 're-identification', is: 'likely' }],
};

const people: readonly Question[] = [
  {
    id: 'access',
    kind: 'text',
    label: 'Who will work with the data?',
    hint: 'Jobs will do, no names are needed: such as “two analysts and their manager”.',
    required: 'to-approve',
    longest: 2000,
  },
  {
    id: 'training',
    kind: 'choice',
    label: 'Have they learned how to handle data about people?',
    required: 'to-approve',
    when: aboutPeople,
    choices: [
      { code: 'yearly', label: 'Yes, all of them, in the last year' },
      { code: 'earlier', label: 'Yes, all of them, but longer ago' },
      { code: 'before-start', label: 'They will, before they begin' },
      { code: 'not-all', label: 'Not all of them' },
    ],
  },
  {
    id: 'processors',
    kind: 'list',
    label: 'Which other firms will store or handle it for you?',
    hint: 'One on each line, such as the firm whose cloud you use. Leave it empty if there is none.',
    withholdable: true,
  },
];

const settings: readonly Question[] = [
  {
    id: 'storage',
    kind: 'choices',
    label: 'Where will you keep it?',
    hint: 'Choose all that fit.',
    required: 'to-approve',
    choices: [
      { code: 'own-computers', label: 'On our own computers' },
      { code: 'cloud', label: 'In the cloud', hint: 'On computers that another firm runs.' },
      {
        code: 'secure-environment',
        label: 'In a safe place of the owner',
        hint: 'You look at it there and take only results away.',
      },
      { code: 'portable', label: 'On laptops or sticks that people carry' },
      { code: 'paper', label: 'On paper' },
    ],
  },
  {
    id: 'storage-place',
    kind: 'choice',
    label: 'In which country is that?',
    hint: 'The firm whose cloud you use can tell you.',
    required: 'to-approve',
    choices: [
      { code: 'uk', label: 'In the United Kingdom only' },
      { code: 'uk-and-elsewhere', label: 'In the United Kingdom and elsewhere' },
      { code: 'elsewhere', label: 'Elsewhere only' },
    ],
  },
  {
    id: 'storage-countries',
    kind: 'list',
    label: 'Which other countries?',
    hint: 'One on each line.',
    required: 'to-approve',
    when: abroad,
  },
  {
    id: 'protection',
    kind: 'text',
    label: 'How will you keep it from getting into wrong hands?',
    hint: 'Such as passwords with a second step, encryption, locked rooms, and a list of who looked at it.',
    required: 'to-approve',
    longest: 3000,
    withholdable: true,
    when: aboutPeople,
  },
  {
    id: 'certification',
    kind: 'choices',
    label: 'Which of these has your organisation?',
    hint: 'It is fine to have none. What your profile here already shows need not be shown again.',
    choices: [
      { code: 'cyber-essentials', label: 'Cyber Essentials' },
      { code: 'cyber-essentials-plus', label: 'Cyber Essentials Plus' },
      { code: 'iso-27001', label: 'ISO 27001' },
      { code: 'dspt', label: 'NHS Data Security and Protection Toolkit' },
      { code: 'other', label: 'Something like these' },
    ],
  },
  {
    id: 'certification-files',
    kind: 'files',
    label: 'Add a copy of the certificate',
    when: {
      any: /* @__PURE__ */ ['cyber-essentials', 'cyber-essentials-plus', 'iso-27001', 'dspt', 'other'].map((code) => ({
        answer: 'certification',
        has: code,
      })),
    },
  },
  {
    id: 'incident',
    kind: 'text',
    label: 'What will you do if it gets lost or stolen?',
    hint: 'Whom do you tell, and how fast? The owner may have no more than three days to tell the regulator.',
    required: 'to-approve',
    longest: 2000,
    when: aboutPeople,
  },
];

const outputs: readonly Question[] = [
  {
    id: 'outputs',
    kind: 'choices',
    label: 'What will come out of it?',
    hint: 'Choose all that fit.',
    choices: [
      { code: 'internal', label: 'Something for ourselves only' },
      { code: 'report', label: 'A report or an article' },
      { code: 'map', label: 'A map or charts' },
      { code: 'application', label: 'An app or a website' },
      { code: 'dataset', label: 'New data' },
      { code: 'model', label: 'A computer model' },
      { code: 'other', label: 'Something else' },
    ],
  },
  {
    id: 'disclosure-control',
    kind: 'text',
    label: 'How will you make sure that nobody can be recognised in it?',
    hint: 'Such as showing no group of fewer than ten, rounding numbers, and a second person who checks before it goes out.',
    required: 'to-approve',
    longest: 2000,
    when: recognisable,
  },
];

const afterwards: readonly Question[] = [
  {
    id: 'keep-until',
    kind: 'date',
    label: 'Until when do you need to keep it?',
    hint: 'Your copy, not your results. A year after your work is done is often enough.',
    required: 'to-approve',
  },
  {
    id: 'keep-reason',
    kind: 'line',
    label: 'Why that long?',
    hint: 'Why we ask: what is no longer there cannot be lost.',
  },
  {
    id: 'disposal',
    kind: 'text',
    label: 'How will you get rid of it then?',
    hint: 'Think of copies and backups as well.',
    required: 'to-approve',
    longest: 2000,
    when: aboutPeople,
  },
  {
    id: 'disposal-evidence',
    kind: 'choice',
    label: 'How will you show the owner that it is gone?',
    required: 'to-approve',
    when: aboutPeople,
    choices: [
      { code: 'certificate', label: 'A certificate from the firm that destroys it' },
      { code: 'log', label: 'What the computer wrote down as it was deleted' },
      { code: 'statement', label: 'A signed letter' },
    ],
  },
];

/** The five safes: people, settings, outputs, and what becomes of the data; project and data stand in earlier sections. */
export const safetySection: Section = {
  id: 'safety',
  title: 'Keeping it safe',
  intro:
    'Tell the owner who will have the data, where it will be, and what becomes of it in the end. More is asked if it is about people.',
  questions: /* @__PURE__ */ [people, settings, outputs, afterwards].flat(),
};
