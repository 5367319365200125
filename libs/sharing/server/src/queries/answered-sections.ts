import type * as z from 'zod';
import type { answeredSection } from '#sharing/contracts';
import { answerText, answerTo, askedSections, type Answers, type Lane, type QuestionSet } from '#sharing/domain';
import { evidenceAddress } from '../addresses.ts';

/** What was answered, section by section, in the words of the questions. */
export function answeredSections(
  request: string,
  sets: readonly QuestionSet[],
  { answers, lane }: { readonly answers: Answers; readonly lane: Lane },
): z.infer<typeof answeredSection>[] {
  return askedSections(sets, { answers, lane }).map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map((question) => {
      const answer = answerTo(answers, question.id);
      const text = question.kind === 'files' ? '' : answerText(question, answer);
      return {
        id: question.id,
        label: question.label,
        ...(text === '' ? {} : { answer: text }),
        files: filesOf(answer).map((file) => ({ ...file, href: evidenceAddress(request, file.id) })),
        ...(question.required === undefined ? {} : { required: question.required }),
      };
    }),
  }));
}

const filesOf = (answer: unknown): { id: string; name: string; bytes: number }[] =>
  Array.isArray(answer)
    ? answer.flatMap((part: unknown) => {
        if (typeof part !== 'object' || part === null || !('bytes' in part)) return [];
        const { id, name, bytes } = part as { id: string; name: string; bytes: number };
        return [{ id, name, bytes }];
      })
    : [];
