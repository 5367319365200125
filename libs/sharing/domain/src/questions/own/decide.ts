import { accepted, refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { Question } from '../question-set.ts';
import type { QuestionSetEvent } from './events.ts';
import { faultsOfOwnQuestions } from './own-questions-faults.ts';
import type { OwnQuestions, OwnQuestionSet, OwnQuestionSetContent, QuestionSetCommand } from './own-questions.ts';

/** What the door looks up, with the organisation's row locked, before a decision about its questions. */
export interface QuestionSetFacts {
  /** Whether the organisation is known here, and somebody has claimed it. */
  readonly organisation: 'unknown' | 'unclaimed' | 'member';
  /** The stream that its questions have already, if any. */
  readonly stream?: string;
  /** SHA-256 of the definition's canonical JSON, in hexadecimal. */
  readonly hash: string;
  /** Questions that other organisations ask now under ids of this definition. */
  readonly elsewhere: readonly Question[];
}

const organisationRefusals: Record<QuestionSetFacts['organisation'], readonly Refusal[]> = {
  unknown: [refusal('sharing.organisation-unknown', 'There is no such organisation.', 'organisation')],
  unclaimed: [
    refusal(
      'sharing.organisation-unclaimed',
      'Nobody has claimed this organisation: its data cannot be asked for here.',
      'organisation',
    ),
  ],
  member: [],
};

/** Decides about an organisation's own questions; states and standings have been checked against `questionSetRights`. */
export function decideQuestionSet(
  { id, organisation, definition }: QuestionSetCommand,
  state: OwnQuestionSet | undefined,
  { facts }: Pick<Circumstances<QuestionSetFacts>, 'facts'>,
  content: OwnQuestionSetContent | undefined,
): Outcome<readonly QuestionSetEvent[]> {
  const refusals = [
    ...organisationRefusals[facts.organisation],
    ...(isAnothers(id, organisation, state, facts) ? [anothers] : []),
    ...faultsOfOwnQuestions(definition),
    ...faultsOfShared(definition, facts.elsewhere, content),
  ];
  if (refusals.length > 0) return refused(...refusals);
  if (state?.hash === facts.hash) return accepted([]);
  const version = (state?.version ?? 0) + 1;
  return accepted([
    {
      type: 'question-set-published',
      facts: { id, organisation, version, hash: facts.hash },
      content: { definition },
    },
  ]);
}

const anothers = refusal(
  'sharing.question-set-stale',
  'Somebody published questions for this organisation just now: look at them, then publish again.',
);

/** Of two who publish an organisation's first questions at once, the second would begin a second history. */
const isAnothers = (
  id: string,
  organisation: string,
  state: OwnQuestionSet | undefined,
  { stream }: QuestionSetFacts,
): boolean => (state !== undefined && state.organisation !== organisation) || (stream !== undefined && stream !== id);

/**
 * A question is asked once for all owners of a request, so one id means one question everywhere: who takes up the id of
 * another organisation's question asks it word for word. What an organisation asks already it may go on asking.
 */
function faultsOfShared(
  { sections }: OwnQuestions,
  elsewhere: readonly Question[],
  before: OwnQuestionSetContent | undefined,
): Refusal[] {
  const asked = new Set(before?.definition.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return sections.flatMap((section, at) =>
    section.questions.flatMap((question, index) =>
      !asked.has(question.id) && elsewhere.some((other) => other.id === question.id && differs(other, question))
        ? [
            refusal(
              'sharing.question-id-in-use',
              `Another organisation asks something else as ${question.id}: choose another id.`,
              `sections[${at}].questions[${index}].id`,
            ),
          ]
        : [],
    ),
  );
}

const codes = ({ choices = [] }: Question): string => JSON.stringify(choices.map(({ code }) => code));

const differs = (one: Question, other: Question): boolean =>
  one.kind !== other.kind || one.label !== other.label || codes(one) !== codes(other);
