import type { Reaction } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { taskOf, type CaseEvent } from '#sharing/domain';
import {
  announcedCases,
  chairsOfBoards,
  factsOf,
  holdersOfTask,
  topicOfTask,
  withRole,
  type AnnouncedCase,
} from './case-people.ts';
import { quoted, tell, type Told } from './notices-of-cases.ts';

type Telling = (about: AnnouncedCase, transaction: Transaction) => Promise<readonly Told[]> | readonly Told[];

const owner = { side: 'owner', kind: 'tells' } as const;

/** Everybody who has had to do with the case for its organisation. */
const involved = (about: AnnouncedCase): string[] => [
  ...about.state.decisions.map(({ by }) => by),
  ...about.state.tasks.flatMap(({ assignee }) => assignee ?? []),
  ...about.state.advice.map(({ by }) => by),
  ...about.state.datasets.flatMap(({ owners }) => owners),
];

/** Data owners named on the datasets, or whoever holds the role where none are. */
const ownersOf = (about: AnnouncedCase): string[] => {
  const named = about.state.datasets.flatMap(({ owners }) => owners);
  return named.length > 0 ? named : withRole(about, 'owner');
};

const reasonOfSample = ({ content }: AnnouncedCase): string =>
  ((content['sample'] ?? {}) as { readonly reason?: string }).reason ?? '';

const told = (about: AnnouncedCase, topic: string, persons: readonly string[], sentence: string): readonly Told[] => [
  { ...owner, topic, persons, sentence: sentence.replace('{title}', quoted(about.title)) },
];

/** What the organisation that decides, and its boards, are told beside their tasks. */
const turns: Partial<Record<CaseEvent['type'], Telling>> = {
  'case-task-assigned': (about) => {
    const { task: id, person } = factsOf<'case-task-assigned'>(about);
    const task = taskOf(about.state, id);
    if (task?.state !== 'open' || task.assignee !== person) return [];
    const sentence = `You are asked to work on ${quoted(about.title)}.`;
    return [{ side: 'owner', kind: 'asks', topic: topicOfTask(id), persons: [person], sentence }];
  },
  'case-tasks-escalated': (about) => {
    const { tasks } = factsOf<'case-tasks-escalated'>(about);
    const late = tasks.flatMap((id) => taskOf(about.state, id) ?? []).filter(({ state }) => state === 'open');
    if (late.length === 0) return [];
    const persons = [...late.flatMap((task) => holdersOfTask(about, task)), ...withRole(about, 'siro')];
    return told(about, 'case-late', persons, 'The target of a step of {title} has passed.');
  },
  'case-went-on-without-advice': (about) =>
    told(about, 'case-without-advice', withRole(about, 'siro'), '{title} goes on without advice that was late.'),
  'case-task-decided': async (about, transaction) =>
    factsOf<'case-task-decided'>(about).againstObjection
      ? told(
          about,
          'case-against-objection',
          [...(await chairsOfBoards(transaction, about)), ...withRole(about, 'siro')],
          `${about.organisationName} decided on {title} against an objection.`,
        )
      : [],
  'case-withdrawn': (about) =>
    told(about, 'case-withdrawn', involved(about), '{title} was withdrawn by those who asked.'),
  'case-forms-accepted': (about) =>
    told(about, 'case-forms-accepted', involved(about), 'The coarser form for {title} was accepted.'),
  'case-forms-declined': (about) =>
    told(
      about,
      'case-forms-declined',
      involved(about),
      'The coarser form for {title} was declined: nothing is to be delivered.',
    ),
  'case-owners-changed': (about) =>
    told(about, 'case-owners-changed', involved(about), 'The datasets of {title} have other owners now.'),
  'case-sample-opened': (about) =>
    told(
      about,
      'case-sample-opened',
      [...involved(about), ...ownersOf(about), ...withRole(about, 'adviser:data-protection')],
      `A board opened the answers to {title} as a sample: ${reasonOfSample(about)}`,
    ),
  'case-lane-set': (about) =>
    told(
      about,
      'case-lane-set',
      [...withRole(about, 'siro'), ...withRole(about, 'adviser:data-protection')],
      factsOf<'case-lane-set'>(about).lowered
        ? '{title} is handled with less care now.'
        : '{title} needs more care now.',
    ),
};

/** When a case turns, those who must know are told. */
export const whenCaseTurnsTellItsOffice: Reaction = {
  name: 'when-case-turns-tell-its-office',
  hears: Object.keys(turns),
  react: async (transaction, announcement, { at }) => {
    for (const about of await announcedCases(transaction, announcement, at)) {
      const telling = turns[announcement.type as CaseEvent['type']];
      if (telling) await tell(transaction, about, await telling(about, transaction), at);
    }
  },
};
