import { withholdQuestion } from '../asked-sections.ts';
import type { Question, Section } from '../question-set.ts';

const ties: readonly Question[] = [
  {
    id: 'conflict',
    kind: 'yes-no',
    label: 'Do you, or people close to you, have ties to somebody who decides about this?',
    hint: 'Such as family, friends, money, or a job. A tie is nothing bad; another person will then decide.',
    required: 'to-approve',
  },
  {
    id: 'conflict-detail',
    kind: 'text',
    label: 'Which ties?',
    hint: 'This is not published.',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'conflict', is: true },
  },
  {
    id: 'funders',
    kind: 'list',
    label: 'Who pays for your work?',
    hint: 'One name on each line. If you pay for it yourself, leave it empty.',
    withholdable: true,
  },
  {
    id: 'no-re-identification',
    kind: 'yes-no',
    label: 'Do you promise not to try to find out who a person in the data is, and to let nobody else try?',
    required: 'to-approve',
  },
];

const publication: readonly Question[] = [
  {
    id: 'publication-understood',
    kind: 'yes-no',
    label: 'Do you know that a summary is published if you get the data?',
    hint: 'Everybody can then see who has which data, from whom, what for and until when. Persons are not named.',
    required: 'to-submit',
  },
  {
    id: 'truthful',
    kind: 'yes-no',
    label: 'Is all that you wrote true, as far as you know, and may you ask for this?',
    hint: 'If you ask for an organisation, it should know about it.',
    required: 'to-submit',
  },
];

const withhold = (questions: readonly Question[]): Question => ({
  id: withholdQuestion,
  kind: 'explained-choices',
  label: 'Is there anything that the public register should leave out?',
  hint: 'Choose it and say why, such as a trade secret. The owner decides. Leave it empty if there is nothing.',
  longest: 1000,
  choices: questions.filter(({ withholdable }) => withholdable === true).map(({ id, label }) => ({ code: id, label })),
});

/** What the requester declares; what the register may leave out comes from all sections. */
export function declarationAfter(sections: readonly Section[]): Section {
  const before = sections.flatMap(({ questions }) => questions);
  return {
    id: 'declaration',
    title: 'Your word',
    intro: 'The last few questions. Then read it all once more and submit.',
    questions: [...ties, withhold([...before, ...ties]), ...publication],
  };
}
