import * as z from 'zod';
import {
  lanes,
  mostFiles,
  mostLines,
  questionKinds,
  requirements,
  type Answers,
  type Condition,
  type OwnQuestions,
  type QuestionSet,
} from '#sharing/domain';

/** What PostgreSQL cannot keep is no text: NUL, and half of a character. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const words = (longest: number) =>
  z.string().trim().min(1).max(longest).refine(storable, 'holds a character that cannot be kept');
/** An id of a section or a question, or the code of a choice: words with hyphens, so never the name of something inherited. */
const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write it in a to z, 0 to 9 and single hyphens');

const mostChoices = 40;

export const questionCondition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({ all: z.array(questionCondition).max(20) }),
        z.strictObject({ any: z.array(questionCondition).max(20) }),
        z.strictObject({ not: questionCondition }),
        z.strictObject({ answer: code, is: z.union([code, z.boolean()]) }),
        z.strictObject({ answer: code, has: code }),
        z.strictObject({ lane: z.enum(lanes) }),
      ],
      'Write a condition: all, any or not of conditions, an answer with is or has, or a lane',
    ),
  )
  .meta({ id: 'QuestionCondition' });

const choice = z.strictObject({ code, label: words(200), hint: words(400).optional() }).meta({ id: 'QuestionChoice' });

export const question = z
  .strictObject({
    id: code,
    kind: z.enum(questionKinds),
    label: words(300),
    hint: words(600).optional(),
    required: z.enum(requirements).optional(),
    when: questionCondition.optional(),
    choices: z.array(choice).max(mostChoices).optional(),
    longest: z.number().int().min(1).max(20_000).optional(),
    withholdable: z.boolean().optional(),
  })
  .meta({ id: 'Question' });

export const questionSection = z
  .strictObject({
    id: code,
    title: words(200),
    intro: words(1000).optional(),
    when: questionCondition.optional(),
    questions: z.array(question).max(100),
  })
  .meta({ id: 'QuestionSection' });

/** `GET /api/v1/question-sets/{id}` */
export const questionSet = z
  .strictObject({
    /** `default`, or the id of the organisation that asks these questions. */
    id: z.union([z.literal('default'), z.uuid()]),
    version: z.number().int().min(1),
    title: words(200),
    sections: z.array(questionSection).max(20),
  })
  .meta({ id: 'QuestionSet' }) satisfies z.ZodType<QuestionSet>;

const deepest = 24;

/** JSON that is not nested further than sections, questions and conditions can be: what follows may walk it freely. */
const shallow = z.custom<unknown>((value) => depthUpTo(value, deepest), 'is nested too deep');

function depthUpTo(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((part) => depthUpTo(part, left - 1));
}

/** `GET /api/v1/question-sets/{id}?version=2` */
export const questionSetQuery = z.object({
  /** The newest where absent. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export type QuestionSetQuery = z.output<typeof questionSetQuery>;

/** An organisation's own questions, as the operator's file holds them and the ledger keeps them. */
export const ownQuestions = shallow.pipe(
  z.strictObject({ title: words(200), sections: z.array(questionSection).max(20) }),
) satisfies z.ZodType<OwnQuestions>;

export const evidenceFile = z
  .strictObject({
    id: z.uuid(),
    name: z.string().min(1).max(255),
    bytes: z.number().int().min(0),
    mediaType: z.string().max(200),
  })
  .meta({ id: 'EvidenceFile' });

const answerText = z.string().max(20_000);
const answer = z.union([
  answerText,
  z.boolean(),
  z.number(),
  z.array(answerText).max(Math.max(mostLines, mostChoices)),
  z.array(evidenceFile).max(mostFiles),
  /** Explanations by the code of a choice; `from` and `until` of a period. */
  z.record(code, answerText).refine((explained) => Object.keys(explained).length <= mostChoices, 'holds too many'),
]);

const mostAnswers = 400;

/**
 * Answers by the id of their question, as they are saved: bounded in size here. Whether they fit their questions is the
 * domain's to say (`faultsOfAnswers`).
 */
export const answersInput = z
  .record(code, answer)
  .refine((answers) => Object.keys(answers).length <= mostAnswers, 'holds too many answers')
  .meta({ id: 'AnswersInput' }) satisfies z.ZodType<Answers>;
export type AnswersInput = z.output<typeof answersInput>;

/** Answers as a reader gets them. */
export const answersView = z
  .record(
    z.string(),
    z.union([
      z.string(),
      z.boolean(),
      z.number(),
      z.array(z.string()),
      z.array(evidenceFile),
      z.record(z.string(), z.string()),
    ]),
  )
  .meta({ id: 'Answers' }) satisfies z.ZodType<Answers>;
export type AnswersView = z.output<typeof answersView>;
