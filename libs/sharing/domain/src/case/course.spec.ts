import { describe, expect, test } from '@jest/globals';
import {
  advise,
  answer,
  approved,
  asker,
  CaseStory,
  decide,
  extend,
  handOver,
  hold,
  ids,
  kerbs,
  knownFacts,
  machine,
  office,
  people,
  plain,
  raise,
  redirect,
  refuse,
  returned,
  streets,
  validate,
} from '#testing/sharing';
import { targetClock } from '../clocks/index.ts';
import { isClosed } from './case.ts';

const notAllowed = [['ledger.not-allowed', undefined]];
const openWork = ({ subject }: CaseStory) => subject.tasks.filter(({ state }) => state === 'open').map(({ id }) => id);

/** Working days of the owner's target that are used. */
const used = ({ subject, facts }: CaseStory): number =>
  targetClock({ ...subject, ...facts, workingDays: subject.target, startedOn: subject.arrivedOn }).used;

describe('a return', () => {
  const story = CaseStory.opened({ lane: 'B' })
    .then(office.steward, validate({ regime: 'foi' }))
    .on('2026-11-26');

  test('says what is needed, and waits for the requester', () => {
    expect(story.no(office.dpo, returned({ comments: [{ question: 'aims', text: ' ' }] }))).toEqual([
      ['sharing.comment-missing', 'comments'],
    ]);
    const back = story.then(office.dpo, returned());
    expect(back.subject).toMatchObject({
      ...{ state: 'returned', stage: 'advise', pauses: [{ from: '2026-11-26' }] },
      returned: { on: '2026-11-26', cannotIdentify: false, reminders: 0 },
    });
    expect(back.last).toMatchObject([{ type: 'case-returned', facts: { questions: ['aims'] } }]);
    for (const command of [advise('legal'), raise('C'), hold(), returned()]) {
      expect(back.no(office.legal, command)).toEqual(notAllowed);
    }
  });

  test('is answered to the stage that it came from, with whole targets, while the target stood still', () => {
    const back = story.then(office.dpo, advise('data-protection')).then(office.legal, returned()).on('2026-12-04');
    expect(used(back)).toBe(3);
    const answered = back.then(asker, answer());
    expect(answered.subject).toMatchObject({
      ...{ state: 'open', stage: 'advise', submission: 2, pauses: [{ from: '2026-11-26', until: '2026-12-04' }] },
      ...{ arrivedOn: '2026-11-23', legalDeadline: '2026-12-22' },
    });
    expect(answered.subject.returned).toBeUndefined();
    expect(answered.subject.legalFrom).toBeUndefined();
    expect(openWork(answered)).toEqual(['advise:legal']);
    expect(answered.subject.tasks).toContainEqual(expect.objectContaining({ id: 'advise:legal', due: '2026-12-15' }));
    expect(used(answered.on('2026-12-07'))).toBe(4);
  });

  test('since it cannot be told what is wanted starts the legal clock anew, and the legal clock alone', () => {
    const back = story.then(office.legal, returned({ cannotIdentify: true })).on('2026-12-04');
    const answered = back.then(asker, answer());
    expect(answered.subject).toMatchObject({
      ...{ arrivedOn: '2026-11-23', legalFrom: '2026-12-04', legalDeadline: '2027-01-07' },
    });
    expect(used(answered.on('2026-12-07'))).toBe(4);
    const unchecked = CaseStory.opened()
      .then(office.steward, returned({ cannotIdentify: true }))
      .on('2026-12-04');
    const later = unchecked.then(asker, answer()).then(office.steward, validate({ regime: 'foi' }));
    expect(later.subject.legalDeadline).toBe('2027-01-07');
  });

  test('that starts it anew ends an extension of the time before', () => {
    const extended = story.then(office.steward, extend('2027-01-29'));
    const plainly = extended.then(office.legal, returned()).then(asker, answer());
    expect(plainly.subject.extendedTo).toBe('2027-01-29');
    const anew = extended
      .then(office.legal, returned({ cannotIdentify: true }))
      .on('2026-12-04')
      .then(asker, answer());
    expect(anew.subject.extendedTo).toBeUndefined();
    expect(anew.no(office.steward, extend('2027-02-26'))).toEqual([]);
  });

  test('can be refused or passed on all the same', () => {
    const back = story.then(office.legal, returned()).on('2026-12-04');
    expect(back.then(office.owner, refuse()).subject).toMatchObject({
      ...{ state: 'decided', pauses: [{ from: '2026-11-26', until: '2026-12-04' }] },
    });
    expect(back.then(office.owner, refuse()).subject.returned).toBeUndefined();
    expect(back.no(office.steward, redirect())).toEqual([]);
  });
});

describe('an answer', () => {
  const back = CaseStory.opened().then(office.steward, validate()).then(office.owner, returned());

  test('comes with a newer submission, once, by those who ask', () => {
    expect(back.no(asker, answer({ submission: 1 }))).toEqual([['sharing.submission-not-newer', 'submission']]);
    expect(back.no(office.steward, answer())).toEqual(notAllowed);
    expect(back.then(asker, answer()).no(asker, answer({ submission: 3 }))).toEqual(notAllowed);
  });

  test('raises the lane by itself, and lowers neither lane nor care', () => {
    const raised = back.then(asker, answer({ lane: 'B', care: true })).subject;
    expect(raised).toMatchObject({ lane: 'B', care: true, stage: 'advise' });
    const columns = [{ ...kerbs, columns: [ids.health] }];
    const again = back
      .then(asker, answer({ datasets: columns, care: true }))
      .then(office.steward, returned())
      .then(asker, answer({ submission: 3 }));
    expect(again.subject).toMatchObject({ lane: 'C', care: true, datasets: [kerbs] });
  });

  test('asks at least for one dataset, and new ones must be offered by this owner', () => {
    expect(back.no(asker, answer({ datasets: [] }))).toEqual([['sharing.dataset-missing', 'basket']]);
    const poles = { ...streets, dataset: ids.poles };
    expect(back.no(asker, answer({ datasets: [kerbs, poles] }))).toEqual([
      ['sharing.dataset-not-requestable', `basket.${ids.poles}`],
    ]);
  });

  test('with a dataset of another owner brings a decision of theirs', () => {
    const more = back.then(asker, answer({ datasets: [kerbs, streets] }));
    expect(more.subject.datasets[1]).toEqual({ ...streets, owners: [people.otto] });
    expect(more.subject.tasks.filter(({ kind }) => kind === 'decide')).toMatchObject([
      { id: 'decide:1', datasets: [ids.kerbs], state: 'open' },
      { id: 'decide:2', datasets: [ids.streets], state: 'open' },
    ]);
    expect(more.no(office.otherOwner, decide([approved(ids.streets, streets.columns)], { task: 'decide:2' }))).toEqual(
      [],
    );
  });

  test('without a dataset leaves nobody to decide about it', () => {
    const two = CaseStory.opened({ datasets: [kerbs, streets] }).then(office.steward, validate());
    const less = two.then(office.owner, returned()).then(asker, answer());
    expect(openWork(less)).toEqual(['decide:1']);
    expect(less.then(office.owner, decide()).subject).toMatchObject({
      state: 'decided',
      outcome: { code: 'approved' },
    });
  });

  test('with a dataset dropped from among those of one owner asks that owner about the rest', () => {
    const owners = [people.olu];
    const datasets = knownFacts.datasets.map((one) => ({ ...one, owners }));
    const one = CaseStory.opened({ datasets: [kerbs, streets] }, { datasets }).then(office.steward, validate());
    const less = one.then(office.owner, returned()).then(asker, answer());
    expect(less.subject.tasks.at(-1)).toMatchObject({ id: 'decide:2', datasets: [ids.kerbs], state: 'open' });
    expect(openWork(less)).toEqual(['decide:2']);
  });

  test('is decided on anew by all: what was decided was another submission', () => {
    const part = CaseStory.opened({ datasets: [kerbs, streets] })
      .then(office.steward, validate())
      .then(office.owner, decide())
      .then(office.otherOwner, returned());
    const answered = part.then(asker, answer({ datasets: [{ ...kerbs, columns: [ids.ward] }, streets] }));
    expect(answered.subject).toMatchObject({ decisions: [], stage: 'decide' });
    expect(openWork(answered)).toEqual(['decide:2', 'decide:3']);
    expect(answered.no(office.owner, decide([approved()], { task: 'decide:3' }))).toEqual([
      ['sharing.column-not-requested', `datasets.${ids.kerbs}`],
    ]);
  });
});

describe('handing over a newer submission', () => {
  const story = CaseStory.opened({ datasets: [kerbs, streets] }).then(office.steward, validate());

  test('is the requester’s, while the case is open or on hold, for one that is newer', () => {
    expect(story.no(asker, handOver({ submission: 1 }))).toEqual([['sharing.submission-not-newer', 'submission']]);
    expect(story.no(asker, handOver({ datasets: [] }))).toEqual([['sharing.dataset-missing', 'basket']]);
    expect(story.no(office.owner, handOver())).toEqual(notAllowed);
    expect(story.then(office.owner, returned()).no(asker, handOver())).toEqual(notAllowed);
  });

  test('goes on from where it is, with what the new one asks for; neither clock changes', () => {
    const handed = story.on('2026-11-30').then(asker, handOver({ lane: 'B', datasets: [kerbs] }));
    expect(handed.subject).toMatchObject({
      ...{
        submission: 2,
        lane: 'B',
        stage: 'advise',
        arrivedOn: '2026-11-23',
        legalDeadline: '2026-12-22',
        pauses: [],
      },
      datasets: [kerbs],
    });
    expect(openWork(handed)).toEqual(['decide:1', 'advise:data-protection', 'advise:legal']);
  });

  test('on hold is judged when the case goes on', () => {
    const held = story.then(office.owner, decide()).then(office.otherOwner, hold());
    const handed = held.then(asker, handOver({ lane: 'B', datasets: [kerbs] }));
    expect(handed.subject).toMatchObject({ state: 'on-hold', submission: 2, decisions: [] });
    expect(openWork(handed)).toEqual([]);
    const resumed = handed.then(office.owner, plain('resume-case'));
    expect(resumed.subject).toMatchObject({ state: 'open', stage: 'advise', lane: 'B' });
  });
});

describe('a hold', () => {
  const story = CaseStory.opened().then(office.steward, validate());

  test('has a reason and a day that is to come', () => {
    expect(story.no(office.owner, hold({ reason: '', until: '2026-11-23' }))).toEqual([
      ['sharing.reason-missing', 'reason'],
      ['sharing.date-past', 'until'],
    ]);
    expect(story.then(office.owner, hold({ until: '2026-11-24' })).subject).toMatchObject({
      ...{ state: 'on-hold', heldUntil: '2026-11-24', heldFor: 'regulator', pauses: [{ from: '2026-11-23' }] },
    });
  });

  test('ends by those who work on the case, or by itself on its day', () => {
    const held = story.then(office.owner, hold());
    expect(held.no(machine, plain('resume-case'))).toEqual([['sharing.still-held', undefined]]);
    expect(held.no(office.administrator, plain('resume-case'))).toEqual([]);
    expect(held.no(asker, plain('resume-case'))).toEqual(notAllowed);
    const resumed = held.on('2027-01-15').then(machine, plain('resume-case'));
    expect(resumed.subject).toMatchObject({ state: 'open', pauses: [{ from: '2026-11-23', until: '2027-01-15' }] });
    expect(resumed.subject.heldUntil).toBeUndefined();
    expect(resumed.subject.heldFor).toBeUndefined();
    expect(resumed.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', due: '2027-01-22' }));
  });

  test('raised in lane meanwhile goes on with what that wants', () => {
    const raised = story.then(office.owner, hold()).then(office.dpo, raise('C'));
    expect(raised.subject).toMatchObject({ state: 'on-hold', stage: 'decide', lane: 'C' });
    const resumed = raised.then(office.owner, plain('resume-case'));
    expect(resumed.subject.stage).toBe('advise');
    expect(openWork(resumed)).toEqual(['decide:1', 'advise:data-protection', 'advise:legal', 'advise:security']);
  });

  test('can be refused, and what held it is forgotten', () => {
    const { subject } = story.then(office.owner, hold()).then(office.owner, refuse());
    expect(subject).toMatchObject({ state: 'decided' });
    expect([subject.heldUntil, subject.heldFor]).toEqual([undefined, undefined]);
  });
});

describe('extending the legal time', () => {
  const checked = (regime: 'foi' | 'eir' | 'foi-scotland' | 'none') =>
    CaseStory.opened().then(office.steward, validate({ regime }));

  test.each(['foi-scotland', 'none'] as const)('is not had under %s', (regime) => {
    expect(checked(regime).no(office.steward, extend('2027-01-29'))).toEqual([['sharing.not-extendable', undefined]]);
  });

  test('is not had before the law is on record', () => {
    expect(CaseStory.opened().no(office.steward, extend('2027-01-29'))).toEqual([
      ['sharing.not-extendable', undefined],
    ]);
  });

  test('is had once, with notice in time, a reason and a later day', () => {
    const story = checked('foi');
    expect(story.no(office.steward, extend('2026-12-22', ''))).toEqual([
      ['sharing.reason-missing', 'reason'],
      ['sharing.extension-too-long', 'until'],
    ]);
    expect(story.on('2026-12-23').no(office.steward, extend('2027-01-29'))).toEqual([
      ['sharing.notice-too-late', undefined],
    ]);
    const extended = story.on('2026-12-22').then(office.steward, extend('2027-01-29'));
    expect(extended.subject.extendedTo).toBe('2027-01-29');
    expect(extended.no(office.steward, extend('2027-02-26'))).toEqual([['sharing.extended-already', undefined]]);
  });

  test('goes no further than the law allows', () => {
    expect(checked('eir').no(office.steward, extend('2027-01-26'))).toEqual([['sharing.extension-too-long', 'until']]);
    expect(checked('eir').no(office.steward, extend('2027-01-25'))).toEqual([]);
  });
});

describe('withdrawing', () => {
  const story = CaseStory.opened().then(office.steward, validate());

  test.each<[string, CaseStory]>([
    ['open', story],
    ['returned', story.then(office.owner, returned())],
    ['on hold', story.then(office.owner, hold())],
  ])('a case that is %s ends it, with all its work', (_, given) => {
    const { subject } = given.then(asker, plain('withdraw-case'));
    expect(subject.state).toBe('withdrawn');
    expect(subject.tasks.some(({ state }) => state === 'open')).toBe(false);
    expect([subject.returned, subject.heldUntil]).toEqual([undefined, undefined]);
    expect(isClosed(subject)).toBe(true);
  });

  test('is the requester’s alone, and leaves decisions as they are', () => {
    expect(story.no(office.owner, plain('withdraw-case'))).toEqual(notAllowed);
    expect(story.then(office.owner, decide()).no(asker, plain('withdraw-case'))).toEqual(notAllowed);
  });
});

describe('no answer', () => {
  const back = CaseStory.opened().then(office.steward, validate()).then(office.owner, returned());
  const lapsed = back.on('2026-12-23').then(machine, plain('lapse-case'));

  test('is reminded of after 10 and 15 working days, once each, however late', () => {
    const first = back.on('2026-12-07').then(machine, plain('remind-requester'));
    expect(first.last).toEqual([{ type: 'case-requester-reminded', facts: { number: 1, lapsesOn: '2026-12-21' } }]);
    expect(back.on('2026-12-04').then(machine, plain('remind-requester')).last).toEqual([]);
    expect(first.then(machine, plain('remind-requester')).last).toEqual([]);
    const second = first.on('2026-12-15').then(machine, plain('remind-requester'));
    expect(second.subject.returned?.reminders).toBe(2);
    expect(second.then(machine, plain('remind-requester')).last).toEqual([]);
    expect(back.on('2026-12-16').then(machine, plain('remind-requester')).subject.returned?.reminders).toBe(2);
    expect(back.no(office.owner, plain('remind-requester'))).toEqual(notAllowed);
  });

  test('for 20 working days closes it, by itself alone', () => {
    expect(back.on('2026-12-21').no(machine, plain('lapse-case'))).toEqual([['sharing.not-yet-lapsed', undefined]]);
    expect(back.on('2026-12-23').no(office.owner, plain('lapse-case'))).toEqual(notAllowed);
    expect(lapsed.subject).toMatchObject({ state: 'lapsed', lapsedOn: '2026-12-23' });
    expect(openWork(lapsed)).toEqual([]);
  });

  test('can be made good within six months: it is open where it was, and its target stood still', () => {
    const again = lapsed.on('2027-06-23').then(asker, plain('reopen-case'));
    expect(again.subject).toMatchObject({ state: 'open', stage: 'decide', reopened: true });
    expect(openWork(again)).toEqual(['decide:2']);
    expect(used(again)).toBe(0);
    expect(lapsed.on('2027-06-24').no(asker, plain('reopen-case'))).toEqual([['sharing.reopen-too-late', undefined]]);
    expect(lapsed.no(office.owner, plain('reopen-case'))).toEqual(notAllowed);
  });

  test('is made good once', () => {
    const twice = lapsed
      .then(asker, plain('reopen-case'))
      .then(office.owner, returned())
      .on('2027-03-01')
      .then(machine, plain('lapse-case'));
    expect(twice.no(asker, plain('reopen-case'))).toEqual([['sharing.reopen-too-late', undefined]]);
  });
});
