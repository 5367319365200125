import type { QuestionEvent } from './events.ts';
import type { DatasetQuestion } from './question.ts';

/** Folds the facts of one event into what the rules know of a question. */
export function evolveQuestion(question: DatasetQuestion | undefined, event: QuestionEvent): DatasetQuestion {
  if (event.type === 'question-asked') {
    const { id, dataset, publisher, asker } = event.facts;
    const begun = { state: 'asked', published: false, takenBack: false } as const;
    return { id, dataset, publisher, organisation: publisher, passedBy: [], asker, ...begun };
  }
  if (!question) throw new Error(`${event.type} cannot begin the history of a question`);
  switch (event.type) {
    case 'question-answered':
      return { ...question, state: 'answered', published: event.facts.published };
    case 'question-passed-on':
      return {
        ...question,
        organisation: event.facts.organisation,
        passedBy: [...question.passedBy, question.organisation],
      };
    case 'question-closed':
      return { ...question, state: 'closed', takenBack: event.facts.takenBack };
    case 'question-publication-withdrawn':
      return { ...question, published: false };
  }
}
