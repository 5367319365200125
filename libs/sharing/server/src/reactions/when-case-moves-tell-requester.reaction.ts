import type { Announcement, Reaction } from '#ledger/server';
import { awaitsForms, outcomeLabels, type CaseEvent } from '#sharing/domain';
import { announcedCases, askers, factsOf, type AnnouncedCase } from './case-people.ts';
import { quoted, tell, type Told } from './notices-of-cases.ts';

type Said = Pick<Told, 'kind' | 'topic' | 'sentence'>;

const tells = (topic: string, sentence: string): Said => ({ kind: 'tells', topic, sentence });

function decided(about: AnnouncedCase): Said {
  const { outcome } = about.state;
  const title = quoted(about.title);
  if (!outcome) return tells('case-decided', `${about.organisationName} has decided on ${title}.`);
  const label = outcomeLabels[outcome.code].toLowerCase();
  if (outcome.code !== 'refused' && awaitsForms(about.state)) {
    return {
      kind: 'asks',
      topic: 'case-needs-forms',
      sentence: `${about.organisationName}, on ${title}: ${label}, some of it in a coarser form. Say whether you take it.`,
    };
  }
  return tells('case-decided', `${about.organisationName}, on ${title}: ${label}.`);
}

/** What those who wait are told, by what happened. */
const said: Partial<Record<CaseEvent['type'], (about: AnnouncedCase) => Said>> = {
  'case-opened': ({ organisationName, title }) =>
    tells('case-received', `${organisationName} has received ${quoted(title)}.`),
  'case-validated': ({ organisationName, title }) =>
    tells('case-checked', `${organisationName} has checked ${quoted(title)}: it is complete.`),
  'case-returned': ({ organisationName, title }) => ({
    kind: 'asks',
    topic: 'case-needs-answer',
    sentence: `${organisationName} needs more information on ${quoted(title)}.`,
  }),
  'case-requester-reminded': (about) => ({
    kind: 'asks',
    topic: 'case-needs-answer',
    sentence: `${about.organisationName} still waits for your answer on ${quoted(about.title)}; after ${factsOf<'case-requester-reminded'>(about).lapsesOn} it closes.`,
  }),
  'case-held': ({ organisationName, title }) =>
    tells('case-held', `${organisationName} has put ${quoted(title)} on hold.`),
  'case-resumed': ({ organisationName, title }) =>
    tells('case-resumed', `${organisationName} works on ${quoted(title)} again.`),
  'case-deadline-extended': (about) =>
    tells(
      'case-extended',
      `${about.organisationName} needs longer for ${quoted(about.title)}: until ${factsOf<'case-deadline-extended'>(about).until}.`,
    ),
  'case-decided': decided,
  'case-decision-rescinded': ({ organisationName, title }) =>
    tells('case-rescinded', `${organisationName} has taken back its decision on ${quoted(title)}, and decides anew.`),
  'case-review-concluded': (about) =>
    tells(
      'case-reviewed',
      factsOf<'case-review-concluded'>(about).result === 'confirmed'
        ? `${about.organisationName} has reviewed ${quoted(about.title)}: its decision stands.`
        : `${about.organisationName} has reviewed ${quoted(about.title)}: somebody else decides it anew.`,
    ),
  'case-lapsed': ({ organisationName, title }) =>
    tells(
      'case-lapsed',
      `${organisationName} has closed ${quoted(title)}, since there was no answer. You can reopen it once.`,
    ),
};

const stillTrue = ({ type }: Announcement, { state }: AnnouncedCase): boolean =>
  (type !== 'case-returned' && type !== 'case-requester-reminded') || state.state === 'returned';

/** When a case moves, those who wait for it are told; when it is theirs to move it, they are asked. */
export const whenCaseMovesTellRequester: Reaction = {
  name: 'when-case-moves-tell-requester',
  hears: Object.keys(said),
  react: async (transaction, announcement, { at }) => {
    for (const about of await announcedCases(transaction, announcement, at)) {
      if (!stillTrue(announcement, about)) continue;
      const words = said[announcement.type as CaseEvent['type']]?.(about);
      if (words) await tell(transaction, about, [{ ...words, persons: askers(about), side: 'requester' }], at);
    }
  },
};
