import type { Announcement, Reaction } from '#ledger/server';
import { settleNotices, writeNotices, type NewNotice } from '#notices/server';
import type { Transaction } from '#platform/database';
import type { DatasetQuestion } from '#sharing/domain';

interface QuestionRow {
  readonly state: DatasetQuestion;
  readonly slug: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly asker_open: boolean;
}

const questionsOf = (transaction: Transaction, { streams }: Announcement): Promise<QuestionRow[]> =>
  transaction.rows<QuestionRow>(
    `select question.state, dataset.slug, dataset.content->>'title' as title,
       organisation.name as organisation_name, not person.closed as asker_open
     from question
     join dataset on dataset.id = question.dataset
     join organisation on organisation.id = question.organisation
     join person on person.id = question.asker
     where question.id = any($1::uuid[]) order by question.id`,
    [streams],
  );

/** What the asker is told; undefined for what they did themself, and for what has changed again meanwhile. */
function sentenceOf({ state, title, organisation_name: name }: QuestionRow, type: string): string | undefined {
  if (type === 'question-answered' && state.state === 'answered')
    return `${name} answered your question about “${title}”.`;
  if (type === 'question-closed' && state.state === 'closed' && !state.takenBack) {
    return `${name} closed your question about “${title}” without an answer.`;
  }
  return type === 'question-passed-on' && state.state === 'asked'
    ? `Your question about “${title}” was passed on to ${name}.`
    : undefined;
}

/** When a question is answered, closed or passed on, its asker is told, and what is done asks nobody any more. */
export const whenQuestionAnsweredTellAsker: Reaction = {
  name: 'when-question-answered-tell-asker',
  hears: ['question-answered', 'question-closed', 'question-passed-on'],
  react: async (transaction, announcement, { at }) => {
    const rows = await questionsOf(transaction, announcement);
    const done = rows.filter(({ state }) => state.state !== 'asked').map(({ state }) => state.id);
    if (done.length > 0) await settleNotices(transaction, { subject: done, topics: ['question-to-answer'] }, at);
    const notices = rows.flatMap((row): NewNotice[] => {
      const sentence = sentenceOf(row, announcement.type);
      if (sentence === undefined || !row.asker_open) return [];
      const { id: subject, asker } = row.state;
      return [
        {
          ...{ person: asker.person, kind: 'tells', topic: announcement.type, subjectKind: 'question', subject },
          ...{ sentence, href: `/datasets/${row.slug}/questions`, source: announcement.id, at },
        },
      ];
    });
    await writeNotices(transaction, notices);
  },
};
