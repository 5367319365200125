import { answerTo, isAnswered, shapeFault, type Answers, type Question, type Section } from '#sharing/domain';

/** What is wrong with one question of a section. */
export interface SectionFault {
  readonly question: string;
  readonly kind: 'shape' | 'missing';
  readonly message: string;
}

/**
 * What keeps a section from being submitted as it is: answers that do not fit their question, and those without which nothing
 * can be submitted. What an owner will need before approving is no fault.
 */
export const faultsOfSection = (section: Section, answers: Answers, missing: string): readonly SectionFault[] =>
  section.questions.flatMap((question) => faultOf(question, answers, missing) ?? []);

function faultOf(question: Question, answers: Answers, missing: string): SectionFault | undefined {
  const answer = answerTo(answers, question.id);
  const shape = answer === undefined ? undefined : shapeFault(question, answer);
  if (shape) return { question: question.id, kind: 'shape', message: shape.message };
  return question.required === 'to-submit' && !isAnswered(question, answer)
    ? { question: question.id, kind: 'missing', message: missing }
    : undefined;
}

/** The sections before and after one, among those that are asked. */
export function neighbours(
  sections: readonly Section[],
  id: string,
): { readonly before?: Section; readonly after?: Section } {
  const at = sections.findIndex((section) => section.id === id);
  const [before, after] = [at > 0 ? sections[at - 1] : undefined, at >= 0 ? sections[at + 1] : undefined];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
