import type { Reaction } from '#ledger/server';
import { settleNotices } from '#notices/server';
import { adviceLabelWords, taskOf, type Task, type TasksSet } from '#sharing/domain';
import { announcedCases, holdersOfTask, topicOfTask, withRole, type AnnouncedCase } from './case-people.ts';
import { quoted, tell, type Told } from './notices-of-cases.ts';

const sentences: Record<Task['kind'], (title: string, task: Task) => string> = {
  validate: (title) => `${title} waits to be checked.`,
  advise: (title, { label }) => `${title} waits for ${label ? adviceLabelWords[label] : 'your'} advice.`,
  accept: (title) => `${title} waits until the risk that remains is accepted.`,
  decide: (title) => `${title} waits for your decision.`,
  review: (title) => `A decision on ${title} waits to be reviewed.`,
};

/** The tasks that the announced entries opened or renewed, as far as they are still to do. */
function stillOpen(about: AnnouncedCase): Task[] {
  const named = about.entries.flatMap(({ facts }) => (facts as TasksSet['facts']).tasks);
  const ids = new Set(named.filter(({ state }) => state === 'open').map(({ id }) => id));
  const waiting = about.state.state === 'open' || about.state.state === 'under-review';
  return waiting ? [...ids].flatMap((id) => taskOf(about.state, id) ?? []).filter(({ state }) => state === 'open') : [];
}

function toldOf(about: AnnouncedCase, task: Task): Told {
  const title = quoted(about.title);
  const gap = task.gap && task.assignee === undefined;
  const common = { side: 'owner', kind: 'asks', topic: topicOfTask(task.id) } as const;
  return gap
    ? {
        ...common,
        persons: withRole(about, 'administrator'),
        sentence: `Nobody can do the next step of ${title}: assign it to somebody.`,
      }
    : { ...common, persons: holdersOfTask(about, task), sentence: sentences[task.kind](title, task) };
}

/** When work of a case opens, those whose it is are asked; where nobody can do it, the administrators are. */
export const whenCaseTasksSetAskTheirHolders: Reaction = {
  name: 'when-case-tasks-set-ask-their-holders',
  hears: ['case-tasks-set'],
  react: async (transaction, announcement, { at }) => {
    for (const about of await announcedCases(transaction, announcement, at)) {
      const told = stillOpen(about).map((task) => toldOf(about, task));
      for (const { topic, persons } of told) {
        // Work that moved to somebody else asks those no more whose it was.
        const others = about.officers.map(({ person }) => person).filter((person) => !persons.includes(person));
        await settleNotices(transaction, { subject: about.id, topics: [topic], persons: others }, at);
      }
      await tell(transaction, about, told, at);
    }
  },
};
