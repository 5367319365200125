import { formatDate, textTable } from '#ui';

export const coverTexts = textTable({
  title: 'Cover while away',
  note: 'Whoever covers may do what the roles below let the person who is away do, from the first day to the last. Only people of this organisation see this list.',
  none: 'Nobody is covered now, and nobody will be.',
  away: 'Who is away',
  covering: 'Covered by',
  roles: 'For which roles',
  days: 'Days',
  from: (from: string, until: string) =>
    from === until ? formatDate(from) : `${formatDate(from)} to ${formatDate(until)}`,
  now: 'Holds today',
  later: 'To come',
  end: 'End it',
  endOf: (away: string, covering: string) => `${covering} covers ${away}`,
  endTitle: 'End this cover?',
  endText: (away: string, covering: string) =>
    `${covering} no longer acts for ${away} from now on. What ${covering} did so far stands.`,
  cancel: 'Cancel',
  ended: 'The cover is ended.',
  whoEnds: 'The person who is away, the person who covers, or an administrator may end it.',
  add: 'Name who covers',
  whoNames: (administrators: string) =>
    administrators === ''
      ? 'Whoever has a role here names their own cover. An administrator can do it for anybody.'
      : `Whoever has a role here names their own cover. An administrator can do it for anybody: ${administrators}.`,
  awayHint: 'Only roles that this person has can be covered.',
  choose: 'Choose a person',
  first: 'First day',
  last: 'Last day',
  lastHint: 'Cover ends by itself after this day. It lasts 12 months at most.',
  give: 'Name who covers',
  working: 'Working …',
  named: (away: string, covering: string) => `${covering} covers ${away}.`,
  faults: 'There is a problem',
  refused: 'That did not work',
  awayMissing: 'Choose who is away',
  coveringMissing: 'Choose who covers',
  rolesMissing: 'Choose at least one role to be covered',
  firstMissing: 'Give the first day',
  lastMissing: 'Give the last day',
  lastBeforeFirst: 'The last day must not lie before the first day',
  stale: 'Somebody changed this in the meantime. The list shows how it is now.',
  forbidden: 'You may not do this any more. Ask an administrator of your organisation.',
});
