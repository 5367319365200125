import type { Reaction } from '#ledger/server';
import { settleNotices } from '#notices/server';
import { awaitsForms, isClosed } from '#sharing/domain';
import { announcedCases, topicOfTask, type AnnouncedCase } from './case-people.ts';

/** Topics that still ask: everything else about the case is settled. */
function settledTopics({ state }: AnnouncedCase): string[] {
  const done = state.tasks.filter((task) => task.state !== 'open' || isClosed(state) || state.state === 'returned');
  return [
    ...done.map(({ id }) => topicOfTask(id)),
    ...(state.state === 'returned' ? [] : ['case-needs-answer']),
    ...(state.state === 'decided' && awaitsForms(state) ? [] : ['case-needs-forms']),
  ];
}

/** When work of a case is done, or the case closes, nothing about it asks anybody any more. */
export const whenCaseWorkIsDoneSettleWhatAsked: Reaction = {
  name: 'when-case-work-is-done-settle-what-asked',
  hears: [
    'case-validated',
    'case-lane-set',
    'case-submission-handed-over',
    'case-owners-changed',
    'case-advice-given',
    'case-went-on-without-advice',
    'case-risk-accepted',
    'case-task-decided',
    'case-decided',
    'case-returned',
    'case-answered',
    'case-withdrawn',
    'case-lapsed',
    'case-review-concluded',
    'case-forms-accepted',
    'case-forms-declined',
  ],
  react: async (transaction, announcement, { at }) => {
    for (const about of await announcedCases(transaction, announcement, at)) {
      await settleNotices(transaction, { subject: about.id, topics: settledTopics(about) }, at);
    }
  },
};
