import { accepted, localDate, refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import type { AnswerQuestion, AskQuestion, CloseQuestion, PassOnQuestion, QuestionCommand } from './commands.ts';
import type { QuestionEvent } from './events.ts';
import { longestOfQuestion, mostQuestionsADay, type DatasetQuestion } from './question.ts';

/** What the door looks up before a decision about a question. */
export interface QuestionFacts {
  /** For one that is asked: the dataset, where the actor may see it. */
  readonly dataset?: {
    readonly organisation: string;
    readonly published: boolean;
    /** Whether its publisher has joined: nobody reads what is asked of one known from a feed alone. */
    readonly claimed: boolean;
  };
  /** Whether the actor's address is confirmed: the answer goes there. */
  readonly addressConfirmed: boolean;
  /** Instants of the questions that the actor asked last, as many as a day allows. */
  readonly askedLately: readonly string[];
  /** For one that is passed on: the organisation named, where one has joined under that id. */
  readonly target?: {
    /** Whether somebody there is a steward or a data owner. */
    readonly answers: boolean;
    /** Whether its people may see the dataset. */
    readonly seesDataset: boolean;
  };
}

type Decision = Outcome<readonly QuestionEvent[]>;

interface Seen {
  readonly actor: Circumstances<QuestionFacts>['actor'];
  readonly at: string;
  readonly facts: QuestionFacts;
}

const unseen = refusal('ledger.unseen', 'There is nothing here that you may see.');

function faultsOfText(text: string, most: number, field: string, missing: string): readonly Refusal[] {
  if (blank(text)) return [refusal('sharing.text-missing', missing, field)];
  if (text.length <= most) return [];
  const words = `Shorten this to ${most.toLocaleString('en-GB')} characters.`;
  return [refusal('sharing.text-too-long', words, field)];
}

/** Why nobody may ask about this dataset at all; undefined where people may. */
export const barToAsking = (
  dataset: Pick<NonNullable<QuestionFacts['dataset']>, 'published' | 'claimed'>,
): Refusal | undefined => {
  if (!dataset.claimed) {
    return refusal(
      'sharing.publisher-unclaimed',
      'The publisher has not joined, so nobody there reads questions here. Write to them: the page of the organisation says how.',
    );
  }
  return dataset.published
    ? undefined
    : refusal('sharing.dataset-not-published', 'Only datasets that are published take questions.');
};

const unconfirmed = refusal(
  'sharing.address-unconfirmed',
  'Confirm your e-mail address first: you are told there when your question is answered.',
);
const usedUp = refusal(
  'sharing.too-many-questions',
  `You asked ${mostQuestionsADay} questions today, and more are taken tomorrow. Your text is still here.`,
);

function ask({ id, dataset, text }: AskQuestion, { actor, at, facts }: Seen): Decision {
  if (!facts.dataset || actor.kind !== 'person') return refused(unseen);
  const bar = barToAsking(facts.dataset);
  if (bar) return refused(bar);
  const today = facts.askedLately.filter((instant) => localDate(instant) === localDate(at)).length;
  const faults = [
    ...(facts.addressConfirmed ? [] : [unconfirmed]),
    ...faultsOfText(text, longestOfQuestion.text, 'text', 'Write your question.'),
    ...(today < mostQuestionsADay ? [] : [usedUp]),
  ];
  if (faults.length > 0) return refused(...faults);
  const { person, actingFor: organisation } = actor;
  const asker = organisation === undefined ? { person } : { person, organisation };
  const publisher = facts.dataset.organisation;
  return accepted([
    { type: 'question-asked', facts: { id, dataset, publisher, asker }, content: { text: text.trim() } },
  ]);
}

function answer({ text, publish }: AnswerQuestion): Decision {
  const faults = faultsOfText(text, longestOfQuestion.answer, 'text', 'Write the answer.');
  if (faults.length > 0) return refused(...faults);
  return accepted([{ type: 'question-answered', facts: { published: publish }, content: { answer: text.trim() } }]);
}

function faultOfTarget(organisation: string, question: DatasetQuestion, { target }: QuestionFacts): readonly Refusal[] {
  const fault = (code: string, message: string) => [refusal(code, message, 'organisation')];
  if (organisation === question.organisation) {
    return fault('sharing.passed-on-to-itself', 'Your organisation has this question already: choose another one.');
  }
  if (!target) return fault('sharing.organisation-unknown', 'No organisation that has joined is meant: choose one.');
  if (!target.answers) {
    return fault(
      'sharing.nobody-answers',
      'Nobody there answers questions: it has neither a steward nor a data owner.',
    );
  }
  return target.seesDataset
    ? []
    : fault('sharing.dataset-unseen-there', 'Its people may not see this dataset, so they could not answer.');
}

function passOn({ organisation, reason }: PassOnQuestion, question: DatasetQuestion, { facts }: Seen): Decision {
  const faults = [
    ...faultOfTarget(organisation, question, facts),
    ...faultsOfText(
      reason,
      longestOfQuestion.reason,
      'reason',
      'Say why: the asker and the other organisation read it.',
    ),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted([{ type: 'question-passed-on', facts: { organisation }, content: { passReason: reason.trim() } }]);
}

function close({ reason = '' }: CloseQuestion, takenBack: boolean): Decision {
  const faults =
    takenBack && blank(reason)
      ? []
      : faultsOfText(reason, longestOfQuestion.reason, 'reason', 'Say why: the asker reads it.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    { type: 'question-closed', facts: { takenBack }, content: blank(reason) ? {} : { closeReason: reason.trim() } },
  ]);
}

/** Decides about a question; states and standings have been checked against `questionRights` before. */
export function decideQuestion(
  command: QuestionCommand,
  question: DatasetQuestion | undefined,
  { actor, standing, at, facts }: Circumstances<QuestionFacts>,
): Decision {
  const seen = { actor, at, facts };
  if (command.type === 'ask-question') return ask(command, seen);
  if (!question) return refused(unseen);
  switch (command.type) {
    case 'answer-question':
      return answer(command);
    case 'pass-on-question':
      return passOn(command, question, seen);
    case 'close-question':
      return close(command, standing === 'asker');
    case 'withdraw-publication':
      return accepted(question.published ? [{ type: 'question-publication-withdrawn', facts: {} }] : []);
  }
}
