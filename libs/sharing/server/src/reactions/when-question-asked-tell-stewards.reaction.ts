import { localDate } from '#kernel';
import type { Announcement, Reaction } from '#ledger/server';
import { settleNotices, writeNotices, type NewNotice } from '#notices/server';
import { peopleOfOrganisations } from '#organisations/server';
import type { Transaction } from '#platform/database';
import type { DatasetQuestion } from '#sharing/domain';
import { whoAnswers } from '../talk/who-answers.ts';

interface WaitingRow {
  readonly state: DatasetQuestion;
  readonly slug: string;
  readonly title: string;
  readonly passed_by: string | null;
}

/** Held until this has written: who answers meanwhile waits, so that nobody is asked for what is done. */
const waiting = (transaction: Transaction, { streams }: Announcement): Promise<WaitingRow[]> =>
  transaction.rows<WaitingRow>(
    `select question.state, dataset.slug, dataset.content->>'title' as title,
       (select organisation.name from organisation
        where organisation.id = (question.state->'passedBy'->>-1)::uuid) as passed_by
     from question join dataset on dataset.id = question.dataset
     where question.id = any($1::uuid[]) and question.waits order by question.id for share of question`,
    [streams],
  );

const sentenceOf = ({ title, passed_by: by }: WaitingRow): string =>
  by === null
    ? `A question about “${title}” waits for an answer.`
    : `${by} passed on to you a question about “${title}”.`;

/** When somebody asks about a dataset, or the question is passed on, those who answer there are asked, and nobody else any more. */
export const whenQuestionAskedTellStewards: Reaction = {
  name: 'when-question-asked-tell-stewards',
  hears: ['question-asked', 'question-passed-on'],
  react: async (transaction, announcement, { at }) => {
    const rows = await waiting(transaction, announcement);
    if (rows.length === 0) return;
    const organisations = [...new Set(rows.map(({ state }) => state.organisation))];
    const people = await peopleOfOrganisations(transaction, organisations, localDate(at.toISOString()));
    await settleNotices(transaction, { subject: rows.map(({ state }) => state.id) }, at);
    const notices = rows.flatMap((row) =>
      whoAnswers(people.get(row.state.organisation) ?? []).map((person): NewNotice => ({
        ...{ person, kind: 'asks', topic: 'question-to-answer', subjectKind: 'question', subject: row.state.id },
        ...{ sentence: sentenceOf(row), href: `/datasets/${row.slug}/questions`, source: announcement.id, at },
      })),
    );
    await writeNotices(transaction, notices);
  },
};
