import { describe, expect, test } from '@jest/globals';
import {
  advise,
  approved,
  asker,
  askReview,
  assign,
  CaseStory,
  conclude,
  decide,
  fullOffice,
  hold,
  ids,
  kerbs,
  knownFacts,
  machine,
  office,
  officer,
  people,
  plain,
  refuse,
  returned,
  streets,
  validate,
} from '#testing/sharing';
import type { DatasetToday } from './facts.ts';
import { ownsAll } from './holders.ts';

const [kerbsToday, streetsToday] = knownFacts.datasets as readonly [DatasetToday, DatasetToday];
const without = (...persons: readonly string[]) => fullOffice.filter(({ person }) => !persons.includes(person));
const checked = CaseStory.opened().then(office.steward, validate());
const reviewed = (story: CaseStory) => story.then(machine, plain('review-holders'));
const openTasks = ({ subject }: CaseStory) => subject.tasks.filter(({ state }) => state === 'open');

describe('asking somebody to do it', () => {
  test('is for members whom nothing keeps from it, for work that is open', () => {
    const unknown = '0198e000-0000-7000-8000-000000000999';
    expect(checked.no(office.administrator, assign('validate', people.max))).toEqual([
      ['sharing.task-not-open', undefined],
    ]);
    expect(checked.no(office.administrator, assign('decide:1', unknown))).toEqual([
      ['sharing.person-unknown', 'person'],
    ]);
    expect(checked.no(office.legal, assign('decide:1', people.max))).toEqual([['ledger.not-allowed', undefined]]);
    expect(checked.no(asker, assign('decide:1', people.max))).toEqual([['ledger.not-allowed', undefined]]);
  });

  test('is an administrator’s choice among all, others’ among those whose it is', () => {
    expect(checked.no(office.owner, assign('decide:1', people.max))).toEqual([
      ['sharing.person-without-role', 'person'],
    ]);
    const named = checked.then(office.administrator, assign('decide:1', people.max));
    expect(named.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', assignee: people.max }));
    expect(named.no(office.colleague, decide())).toEqual([]);
    expect(named.no(office.owner, decide())).toEqual([]);
    expect(named.then(office.administrator, assign('decide:1', people.max)).last).toEqual([]);
  });

  test('never makes an owner of one who owns other data', () => {
    expect(checked.no(office.siro, assign('decide:1', people.otto))).toEqual([
      ['sharing.person-without-role', 'person'],
    ]);
    expect(checked.no(office.administrator, assign('decide:1', people.otto))).toEqual([]);
  });

  test('may be given to whoever stands in', () => {
    const deputy = officer(people.max, [], { standsInFor: [{ person: people.olu, roles: ['owner'] }] });
    const away = checked.knowing({ officers: [...without(people.max), deputy] });
    expect(away.no(office.steward, assign('decide:1', people.max))).toEqual([]);
  });

  test('is free to an administrator who holds other roles besides', () => {
    const both = officer(people.olu, ['owner', 'administrator', 'steward', 'siro']);
    const story = checked.knowing({ officers: [...without(people.olu), both] });
    expect(story.no(both, assign('decide:1', people.max))).toEqual([]);
    const deputy = officer(people.max, [], { standsInFor: [{ person: people.adi, roles: ['administrator'] }] });
    const away = checked.knowing({ officers: [...without(people.max), deputy] });
    expect(away.no(deputy, assign('decide:1', people.cal))).toEqual([]);
  });

  test('never is naming oneself to decide, unless nobody else is there', () => {
    expect(checked.no(office.administrator, assign('decide:1', people.adi))).toEqual([
      ['sharing.assigned-to-oneself', 'person'],
    ]);
    expect(CaseStory.opened().no(office.administrator, assign('validate', people.adi))).toEqual([]);
    const both = { officers: [office.administrator, office.steward] };
    const two = CaseStory.opened({}, both).then(office.steward, validate());
    expect(two.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', gap: true }));
    const named = two.then(office.administrator, assign('decide:1', people.adi));
    expect(named.no(office.administrator, decide())).toEqual([]);
    expect(named.subject.tasks.some(({ gap }) => gap)).toBe(false);
  });
});

describe('stand-ins', () => {
  const deputy = officer(people.max, [], { standsInFor: [{ person: people.olu, roles: ['owner'] }] });
  const away = checked.knowing({ officers: [...without(people.max), deputy] });

  test('decide for the owner who is away, whose place they take for that data alone', () => {
    expect(away.then(deputy, decide()).subject.decisions).toMatchObject([{ by: people.max }]);
    expect(ownsAll({ ...deputy, person: people.max }, checked.subject)).toBe(true);
    const other = officer(people.max, [], { standsInFor: [{ person: people.otto, roles: ['owner'] }] });
    expect(checked.knowing({ officers: [...without(people.max), other] }).no(other, decide())).toEqual([
      ['sharing.not-your-task', undefined],
    ]);
  });

  test('are kept from it by what keeps anybody from it', () => {
    const asks = CaseStory.opened({ asker: { ...asksWith, people: [people.ada, people.max] } });
    const story = asks.then(office.steward, validate()).knowing({ officers: away.facts.officers });
    expect(story.no(deputy, decide())).toEqual([['sharing.own-request', undefined]]);
  });
});

const asksWith = { person: people.ada, people: [people.ada], organisation: ids.firm };

describe('when people come and go', () => {
  test('work goes to the next in order, or is shown as a gap, and comes back', () => {
    const left = reviewed(checked.knowing({ officers: without(people.olu) }));
    expect(openTasks(left)).toMatchObject([{ id: 'decide:1', roles: ['siro'] }]);
    const empty = reviewed(left.knowing({ officers: without(people.olu, people.sid) }));
    expect(openTasks(empty)).toMatchObject([{ id: 'decide:1', roles: ['owner'], gap: true }]);
    const back = reviewed(empty.knowing({ officers: fullOffice }));
    expect(openTasks(back)).toMatchObject([{ id: 'decide:1', roles: ['owner'] }]);
    expect(openTasks(back)[0]?.gap).toBeUndefined();
    expect(reviewed(back).last).toEqual([]);
  });

  test('whoever was asked and has left is asked no more', () => {
    const named = checked.then(office.administrator, assign('decide:1', people.max));
    const left = reviewed(named.knowing({ officers: without(people.max, people.olu, people.sid) }));
    expect(openTasks(left)).toMatchObject([{ id: 'decide:1', gap: true }]);
    expect(openTasks(left)[0]?.assignee).toBeUndefined();
    const stays = reviewed(named.knowing({ officers: without(people.olu, people.sid) }));
    expect(openTasks(stays)).toMatchObject([{ id: 'decide:1', assignee: people.max }]);
    expect(openTasks(stays)[0]?.gap).toBeUndefined();
  });

  test('advice of a post that stands empty is not applicable, and the case goes on', () => {
    const story = CaseStory.opened({ lane: 'B' })
      .then(office.steward, validate())
      .then(office.dpo, advise('data-protection'))
      .knowing({ officers: without(people.leo) });
    const gone = reviewed(story);
    expect(gone.subject).toMatchObject({ stage: 'decide' });
    expect(gone.subject.tasks).toContainEqual(expect.objectContaining({ id: 'advise:legal', state: 'not-applicable' }));
  });

  test('a case that rests is put right and stays where it is', () => {
    for (const story of [checked.then(office.owner, returned()), checked.then(office.owner, hold())]) {
      const left = reviewed(story.knowing({ officers: without(people.olu) }));
      expect(left.subject.state).toBe(story.subject.state);
      expect(openTasks(left)).toMatchObject([{ id: 'decide:1', roles: ['siro'] }]);
    }
    const underReview = CaseStory.opened().then(office.owner, refuse()).then(asker, askReview());
    const left = reviewed(underReview.knowing({ officers: without(people.sid) }));
    expect(openTasks(left)).toMatchObject([{ id: 'review:1', roles: ['owner'] }]);
    expect(left.no(office.otherOwner, conclude('confirmed'))).toEqual([]);
  });

  test('is the machine’s to see to', () => {
    expect(checked.no(office.administrator, plain('review-holders'))).toEqual([['ledger.not-allowed', undefined]]);
    expect(checked.then(office.owner, decide()).no(machine, plain('review-holders'))).toEqual([
      ['ledger.not-allowed', undefined],
    ]);
  });
});

describe('when datasets change hands', () => {
  const owned = (kerbsOwners: readonly string[], streetsOwners: readonly string[], unit?: string) => [
    { ...kerbsToday, owners: kerbsOwners, ...(unit === undefined ? {} : { unit }) },
    { ...streetsToday, owners: streetsOwners },
  ];
  const olus = CaseStory.opened(
    { datasets: [kerbs, streets] },
    { datasets: owned([people.olu], [people.olu], ids.parks) },
  );
  const deciding = olus.then(office.steward, validate());

  test('a decision about all of them becomes one each', () => {
    expect(openTasks(deciding)).toMatchObject([{ id: 'decide:1', datasets: [ids.kerbs, ids.streets] }]);
    const split = reviewed(deciding.knowing({ datasets: owned([people.olu], [people.otto]) }));
    expect(split.last.map(({ type }) => type)).toEqual(['case-owners-changed', 'case-tasks-set', 'case-tasks-set']);
    expect(openTasks(split)).toMatchObject([
      { id: 'decide:2', datasets: [ids.kerbs], roles: ['owner'] },
      { id: 'decide:3', datasets: [ids.streets], roles: ['owner'] },
    ]);
    expect(split.no(office.owner, decide([approved()], { task: 'decide:2' }))).toEqual([]);
    expect(split.no(office.owner, decide([approved(ids.streets, streets.columns)], { task: 'decide:3' }))).toEqual([
      ['sharing.not-your-task', undefined],
    ]);
  });

  test('two decisions that split at once are four, none lost', () => {
    const four = [ids.kerbs, ids.streets, ids.poles, ids.grid];
    const places = (owners: readonly (readonly string[])[]) =>
      four.map((dataset, index): DatasetToday => ({ ...kerbsToday, dataset, owners: owners[index] ?? [] }));
    const { olu, otto, sid, cal } = people;
    const asked = four.map((dataset) => ({ ...kerbs, dataset }));
    const story = CaseStory.opened({ datasets: asked }, { datasets: places([[olu], [olu], [otto], [otto]]) });
    const split = reviewed(
      story.then(office.steward, validate()).knowing({ datasets: places([[olu], [sid], [otto], [cal]]) }),
    );
    expect(openTasks(split).flatMap(({ datasets }) => datasets)).toEqual(four);
    expect(new Set(openTasks(split).map(({ id }) => id)).size).toBe(4);
  });

  test('a new owner holds it, and a unit that is no more is none', () => {
    const changed = reviewed(deciding.knowing({ datasets: owned([people.otto], [people.otto]) }));
    expect(changed.subject.datasets).toMatchObject([{ owners: [people.otto] }, { owners: [people.otto] }]);
    expect(changed.subject.datasets[0]?.unit).toBeUndefined();
    expect(reviewed(changed).last).toEqual([]);
    expect(changed.no(office.otherOwner, decide([approved(), approved(ids.streets, streets.columns)]))).toEqual([]);
    expect(changed.no(office.owner, decide([approved(), approved(ids.streets, streets.columns)]))).toEqual([
      ['sharing.not-your-task', undefined],
    ]);
  });

  test('one that is gone stays theirs whom the case knows', () => {
    expect(reviewed(deciding.knowing({ datasets: [] })).last).toEqual([]);
  });

  test('while it is checked changes whom the decision is for, later', () => {
    const split = reviewed(olus.knowing({ datasets: owned([people.olu], [people.otto]) }));
    expect(openTasks(split)).toMatchObject([{ id: 'validate' }]);
    expect(openTasks(split.then(office.steward, validate()))).toMatchObject([{ id: 'decide:1' }, { id: 'decide:2' }]);
  });
});

describe('a target that has passed', () => {
  test('is told once, for work that can be done', () => {
    expect(checked.on('2026-11-30').then(machine, plain('escalate-tasks')).last).toEqual([]);
    const late = checked.on('2026-12-01').then(machine, plain('escalate-tasks'));
    expect(late.last).toEqual([{ type: 'case-tasks-escalated', facts: { tasks: ['decide:1'] } }]);
    expect(late.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', escalated: true }));
    expect(late.then(machine, plain('escalate-tasks')).last).toEqual([]);
    expect(checked.no(office.administrator, plain('escalate-tasks'))).toEqual([['ledger.not-allowed', undefined]]);
  });

  test('of a decision that waits for advice is not told; that of the advice is', () => {
    const waiting = checked.then(office.steward, { type: 'ask-advice', label: 'legal' }).on('2026-12-03');
    expect(waiting.then(machine, plain('escalate-tasks')).last).toEqual([
      { type: 'case-tasks-escalated', facts: { tasks: ['advise:legal'] } },
    ]);
  });

  test('of a review is told, and not that of the work behind it', () => {
    const late = checked.on('2026-12-23').then(asker, askReview()).on('2027-02-01');
    expect(late.then(machine, plain('escalate-tasks')).last).toEqual([
      { type: 'case-tasks-escalated', facts: { tasks: ['review:1'] } },
    ]);
  });

  test('begins anew when the case comes back', () => {
    const back = checked
      .on('2026-12-01')
      .then(machine, plain('escalate-tasks'))
      .then(office.owner, hold())
      .then(office.owner, plain('resume-case'));
    const task = back.subject.tasks.find(({ id }) => id === 'decide:1');
    expect(task).toMatchObject({ due: '2026-12-08' });
    expect(task?.escalated).toBeUndefined();
  });
});
