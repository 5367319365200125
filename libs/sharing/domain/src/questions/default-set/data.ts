import type { Condition, Question, Section } from '../question-set.ts';

const personal: Condition = { answer: 'personal', is: true };
const specialCategory: Condition = { answer: 'special-category', is: true };

/** These set the lane, so they are all needed to submit where they are asked. */
const screening: readonly Question[] = [
  {
    id: 'personal',
    kind: 'yes-no',
    label: 'Does the data tell anything about living people?',
    hint: 'Names and addresses do. So do number plates, photos, and a number that stands for one person. Trees, roads and bus times do not. Not sure? Say yes: a person will look at it, and you lose nothing.',
    required: 'to-submit',
  },
  {
    id: 'special-category',
    kind: 'yes-no',
    label: 'Does it tell something very private about them?',
    hint: 'Such as health, religion, race, politics, trade union, sex life, genes, or a fingerprint. The law guards these more strictly. Not sure? Say yes.',
    required: 'to-submit',
    when: personal,
  },
  {
    id: 'criminal',
    kind: 'yes-no',
    label: 'Does it tell about crimes that people did, or are said to have done?',
    hint: 'Court cases and sentences count too. A count of crimes in a street, with nobody in it, does not. Not sure? Say yes.',
    required: 'to-submit',
    when: personal,
  },
  {
    id: 'children',
    kind: 'yes-no',
    label: 'Are any of them under 18?',
    hint: 'Why we ask: children may not see a danger, so more care is needed.',
    required: 'to-submit',
    when: personal,
  },
  {
    id: 'care',
    kind: 'yes-no',
    label: 'Does it come from social care or health care?',
    hint: 'Such as records of a social worker, a care home, a doctor or a hospital. Why we ask: another expert must then give advice, the Caldicott Guardian.',
    required: 'to-submit',
    when: personal,
  },
];

const people: readonly Question[] = [
  {
    id: 'special-category-kinds',
    kind: 'choices',
    label: 'What does it tell about them?',
    hint: 'Choose all that fit.',
    required: 'to-approve',
    when: specialCategory,
    choices: [
      { code: 'health', label: 'Health', hint: 'Disability too.' },
      { code: 'race', label: 'Race or ethnic origin' },
      { code: 'religion', label: 'Religion or belief' },
      { code: 'politics', label: 'Political opinions' },
      { code: 'trade-union', label: 'Membership of a trade union' },
      { code: 'sex-life', label: 'Sex life' },
      { code: 'orientation', label: 'Sexual orientation' },
      { code: 'genetic', label: 'Genes' },
      {
        code: 'biometric',
        label: 'Features of the body used to know who somebody is',
        hint: 'Such as a face or a fingerprint.',
      },
    ],
  },
  {
    id: 'data-subjects',
    kind: 'text',
    label: 'Who are the people in the data?',
    hint: 'Such as tenants, drivers, pupils, or people who rang about a street light.',
    required: 'to-approve',
    longest: 1000,
    when: personal,
  },
  {
    id: 'people-count',
    kind: 'number',
    label: 'About how many people is that?',
    hint: 'A guess is fine. Leave it empty if you have no idea.',
    when: personal,
  },
  {
    id: 'children-reason',
    kind: 'text',
    label: 'Why do you need data about children, and how will you protect them?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'children', is: true },
  },
  {
    id: 'less-personal',
    kind: 'text',
    label: 'Could you do it with less?',
    hint: 'Would age groups do instead of dates of birth, streets instead of house numbers, or a sample instead of everybody? Why we ask: the law lets an owner share only what is really needed.',
    required: 'to-approve',
    longest: 2000,
    when: personal,
  },
];

const joining: readonly Question[] = [
  {
    id: 'linkage',
    kind: 'yes-no',
    label: 'Will you join it with other data?',
    hint: 'Such as matching two lists by address. Why we ask: two harmless lists can tell a secret when they are put together.',
    required: 'to-approve',
  },
  {
    id: 'linkage-with',
    kind: 'list',
    label: 'With which data?',
    hint: 'One on each line: what it is and who it comes from.',
    required: 'to-approve',
    when: { answer: 'linkage', is: true },
  },
  {
    id: 'linkage-how',
    kind: 'text',
    label: 'What will you match them by?',
    hint: 'Such as a postcode, a date, or the number of a street light.',
    required: 'to-approve',
    longest: 1000,
    when: { answer: 'linkage', is: true },
  },
  {
    id: 're-identification',
    kind: 'choice',
    label: 'Could somebody work out from it who a person is, even if no name is in it?',
    hint: 'Think of a rare job in a small village, or of a trip at the same time each day. We ask this of everybody, also about trees and roads.',
    required: 'to-approve',
    choices: [
      { code: 'no', label: 'No' },
      { code: 'possible', label: 'Perhaps, with effort' },
      { code: 'likely', label: 'Yes, or easily' },
    ],
  },
  {
    id: 're-identification-care',
    kind: 'text',
    label: 'What will you do so that nobody does?',
    hint: 'Such as leaving out small groups, or letting few people near the data.',
    required: 'to-approve',
    longest: 2000,
    when: {
      any: [
        { answer: 're-identification', is: 'possible' },
        { answer: 're-identification', is: 'likely' },
      ],
    },
  },
];

/** What the data tells about people; datasets, columns and rows stand in the basket. */
export const dataSection: Section = {
  id: 'data',
  title: 'What is in the data',
  intro:
    'You chose datasets and columns in your basket. These questions find out how much care the data needs. If it is not about people, only a few are asked.',
  questions: /* @__PURE__ */ [screening, people, joining].flat(),
};
