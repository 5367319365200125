import type { CaseView } from '#sharing/contracts';

type Section = CaseView['sections'][number];
type Question = Section['questions'][number];

/** A section with what was answered apart from what was not. */
export interface AnsweredParts {
  readonly id: string;
  readonly title: string;
  readonly answered: readonly Question[];
  readonly open: readonly Question[];
  /** Of those not answered, how many no owner can approve without. */
  readonly needed: number;
}

const isAnswered = ({ answer, files }: Question): boolean => (answer ?? '') !== '' || files.length > 0;

export function answeredParts({ id, title, questions }: Section): AnsweredParts {
  const open = questions.filter((question) => !isAnswered(question));
  const needed = open.filter(({ required }) => required === 'to-approve').length;
  return { id, title, answered: questions.filter(isAnswered), open, needed };
}
