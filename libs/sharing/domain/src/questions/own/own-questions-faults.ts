import { refusal, type Refusal } from '#kernel';
import { defaultQuestionSet } from '../default-set/default-question-set.ts';
import { faultsOfSections } from '../question-set-faults.ts';
import type { OwnQuestions } from './own-questions.ts';

export const mostOwnSections = 5;
export const mostOwnQuestions = 40;

const prefix = 'own-';

const defaultQuestions = () => defaultQuestionSet.sections.flatMap(({ questions }) => questions);

/**
 * What keeps an organisation's own questions from being published, each fault with its path: what `faultsOfSections`
 * finds, ids that could be mistaken for the default set's, and more than anybody would answer.
 */
export function faultsOfOwnQuestions({ title, sections }: OwnQuestions): Refusal[] {
  const questions = sections.flatMap((section) => section.questions);
  return [
    ...(title.trim() === '' ? [refusal('sharing.title-missing', 'Give the questions a title.', 'title')] : []),
    ...faultsOfCount(sections.length, mostOwnSections, 'section'),
    ...faultsOfCount(questions.length, mostOwnQuestions, 'question'),
    ...sections.flatMap((section, at) => [
      ...faultOfPrefix(section.id, `sections[${at}].id`),
      ...section.questions.flatMap(({ id }, index) => faultOfPrefix(id, `sections[${at}].questions[${index}].id`)),
      ...(section.questions.length === 0
        ? [refusal('sharing.section-empty', 'A section asks something.', `sections[${at}].questions`)]
        : []),
    ]),
    ...faultsOfSections(sections, defaultQuestions()),
  ];
}

function faultsOfCount(count: number, most: number, what: string): Refusal[] {
  if (count === 0) return [refusal('sharing.questions-missing', `Give at least one ${what}.`, 'sections')];
  if (count <= most) return [];
  return [refusal('sharing.questions-too-many', `Give ${most} ${what}s at most, not ${count}.`, 'sections')];
}

const faultOfPrefix = (id: string, field: string): Refusal[] =>
  id.startsWith(prefix) ? [] : [refusal('sharing.own-id-malformed', `Begin this id with ${prefix}.`, field)];
