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
  extend,
  ids,
  kerbs,
  machine,
  office,
  officer,
  people,
  plain,
  redirect,
  refuse,
  rescind,
  returned,
  streets,
  validate,
} from '#testing/sharing';
import { awaitsForms } from './guards.ts';

const notAllowed = [['ledger.not-allowed', undefined]];
const openWork = ({ subject }: CaseStory) => subject.tasks.filter(({ state }) => state === 'open').map(({ id }) => id);
const checked = CaseStory.opened().then(office.steward, validate());
const approvedFully = checked.then(office.owner, decide());
const banded = checked.then(office.owner, decide([approved(ids.kerbs, kerbs.columns, 'banded')]));
const refused = CaseStory.opened().then(office.owner, refuse());

describe('taking a decision back', () => {
  test('has reasons, and brings the case back to be decided', () => {
    expect(approvedFully.no(office.owner, rescind(' '))).toEqual([['sharing.reasons-missing', 'reasons']]);
    const back = approvedFully.then(office.owner, rescind());
    expect(back.subject).toMatchObject({ state: 'open', stage: 'decide', decisions: [], deciders: [] });
    expect([back.subject.outcome, back.subject.decidedOn]).toEqual([undefined, undefined]);
    expect(openWork(back)).toEqual(['decide:2']);
    expect(back.no(office.owner, decide([approved()], { task: 'decide:2' }))).toEqual([]);
  });

  test('of an early refusal brings back the work that was left, from where it was', () => {
    const back = refused.then(office.owner, rescind());
    expect(back.subject).toMatchObject({ state: 'open', stage: 'validate' });
    expect(back.subject.decidedBy).toBeUndefined();
    expect(openWork(back)).toEqual(['validate:2']);
    expect(back.no(office.steward, validate())).toEqual([]);
    const advising = CaseStory.opened({ lane: 'B' })
      .then(office.steward, validate())
      .then(office.dpo, advise('data-protection'))
      .then(office.owner, refuse())
      .then(office.siro, rescind());
    expect(advising.subject.stage).toBe('advise');
    expect(openWork(advising)).toEqual(['advise:legal:2']);
  });

  test('of a refusal while returned brings it back open, not returned', () => {
    const back = checked.then(office.owner, returned()).then(office.owner, refuse()).then(office.owner, rescind());
    expect(back.subject.state).toBe('open');
    expect(back.subject.returned).toBeUndefined();
  });

  test('is for those who decided, owners of the data, and the SIRO', () => {
    expect(approvedFully.no(office.otherOwner, rescind())).toEqual([['sharing.not-your-task', undefined]]);
    expect(approvedFully.no(office.steward, rescind())).toEqual(notAllowed);
    expect(approvedFully.no(asker, rescind())).toEqual(notAllowed);
    expect(approvedFully.no(office.siro, rescind())).toEqual([]);
    const named = checked.then(office.administrator, assign('decide:1', people.max)).then(office.colleague, decide());
    expect(named.no(office.colleague, rescind())).toEqual([]);
  });

  test('is for decisions on the data alone', () => {
    const passedOn = checked.then(office.owner, redirect());
    expect(passedOn.no(office.owner, rescind())).toEqual([['sharing.not-rescindable', undefined]]);
  });
});

describe('asking for a review', () => {
  test('is for what is no full approval', () => {
    expect(refused.no(asker, askReview(''))).toEqual([['sharing.reasons-missing', 'reasons']]);
    expect(approvedFully.no(asker, askReview())).toEqual([['sharing.nothing-to-review', undefined]]);
    expect(banded.no(asker, askReview())).toEqual([]);
    expect(checked.then(office.owner, redirect()).no(asker, askReview())).toEqual([]);
    const conditional = checked.then(office.owner, decide([approved()], { conditions: ['Cite us.'] }));
    expect(conditional.no(asker, askReview())).toEqual([]);
    expect(refused.no(office.owner, askReview())).toEqual(notAllowed);
  });

  test('brings work to the SIRO, who has 20 working days', () => {
    const { subject } = refused.then(asker, askReview());
    expect(subject).toMatchObject({ state: 'under-review', review: { on: '2026-11-23', from: 'decided', count: 1 } });
    expect(subject.tasks.at(-1)).toEqual({
      ...{ id: 'review:1', kind: 'review', roles: ['siro'], state: 'open', due: '2026-12-21' },
    });
  });

  test('of an open case waits until its legal deadline has passed, as extended', () => {
    const story = CaseStory.opened().then(office.steward, validate({ regime: 'foi' }));
    expect(story.on('2026-12-22').no(asker, askReview())).toEqual([['sharing.nothing-to-review', undefined]]);
    expect(story.on('2026-12-23').no(asker, askReview())).toEqual([]);
    const extended = story.then(office.steward, extend('2027-01-29'));
    expect(extended.on('2027-01-29').no(asker, askReview())).toEqual([['sharing.nothing-to-review', undefined]]);
    expect(extended.on('2027-01-30').no(asker, askReview())).toEqual([]);
  });

  test.each<[string, CaseStory]>([
    ['nobody has checked', CaseStory.opened()],
    ['no law sets a day', CaseStory.opened().then(office.steward, validate({ regime: 'none' }))],
  ])('of an open case that %s waits until the target has passed', (_, story) => {
    expect(story.on('2026-12-21').no(asker, askReview())).toEqual([['sharing.nothing-to-review', undefined]]);
    expect(story.on('2026-12-22').no(asker, askReview())).toEqual([]);
  });
});

describe('a review of a decision', () => {
  const reviewed = banded.then(asker, askReview());

  test('is for somebody who did not decide, with reasons', () => {
    expect(reviewed.no(office.siro, conclude('confirmed', ''))).toEqual([['sharing.reasons-missing', 'reasons']]);
    expect(reviewed.no(office.owner, conclude('confirmed'))).toEqual([['sharing.not-your-task', undefined]]);
    expect(reviewed.no(office.administrator, conclude('confirmed'))).toEqual(notAllowed);
    const named = reviewed.then(office.administrator, assign('review:1', people.max));
    expect(named.no(office.colleague, conclude('confirmed'))).toEqual([]);
    expect(named.no(office.administrator, assign('review:1', people.olu))).toEqual([
      ['sharing.person-barred', 'person'],
    ]);
  });

  test('confirmed leaves the decision as it was', () => {
    const { subject, last } = reviewed.then(office.siro, conclude('confirmed'));
    expect(last).toHaveLength(1);
    expect(subject).toMatchObject({
      state: 'decided',
      outcome: banded.subject.outcome,
      decisions: banded.subject.decisions,
    });
    expect(subject.tasks.at(-1)).toMatchObject({ id: 'review:1', state: 'done' });
  });

  test('can be asked for again, by a review of its own', () => {
    const again = reviewed.then(office.siro, conclude('confirmed')).then(asker, askReview());
    expect(again.subject).toMatchObject({ state: 'under-review', review: { count: 2 } });
    expect(openWork(again)).toEqual(['review:2']);
  });

  test('is not withdrawn: the decision stands', () => {
    expect(reviewed.no(asker, plain('withdraw-case'))).toEqual([['sharing.decision-stands', undefined]]);
  });

  test('changed brings it to a decision by another, and all who ever decided stay away', () => {
    const changed = reviewed.then(office.siro, conclude('changed'));
    expect(changed.subject).toMatchObject({ state: 'open', stage: 'decide', deciders: [people.olu] });
    expect([changed.subject.outcome, changed.subject.formsAccepted]).toEqual([undefined, undefined]);
    const second = changed
      .then(office.siro, decide([approved(ids.kerbs, [ids.ward])], { task: 'decide:2' }))
      .then(asker, askReview());
    expect(second.subject.tasks.at(-1)).toMatchObject({ id: 'review:2', roles: ['owner'] });
    const third = second.then(office.otherOwner, conclude('changed'));
    expect(third.subject.deciders).toEqual([people.olu, people.sid]);
    expect(third.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:3', gap: true }));
  });

  test('of what was passed on opens it again', () => {
    const back = checked
      .then(office.steward, redirect())
      .then(asker, askReview())
      .then(office.siro, conclude('changed'));
    expect(back.subject).toMatchObject({ state: 'open', deciders: [people.stew] });
    expect(back.subject.redirect).toBeUndefined();
  });
});

describe('a review of an open case that is late', () => {
  const two = CaseStory.opened({ datasets: [kerbs, streets] }).then(office.steward, validate());
  const late = two.then(office.owner, decide()).on('2026-12-23').then(asker, askReview());

  test('leaves its work open behind it', () => {
    expect(late.subject).toMatchObject({ state: 'under-review', review: { from: 'open' } });
    expect(openWork(late)).toEqual(['decide:2', 'review:1']);
    expect(late.no(office.otherOwner, decide([approved(ids.streets, streets.columns)], { task: 'decide:2' }))).toEqual(
      notAllowed,
    );
  });

  test('confirmed lets it go on, with whole targets', () => {
    const on = late.then(office.siro, conclude('confirmed'));
    expect(on.subject).toMatchObject({ state: 'open', stage: 'decide', decisions: [{ task: 'decide:1' }] });
    expect(on.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:2', due: '2027-01-04' }));
  });

  test('changed has what was decided decided anew, by others', () => {
    const changed = late.then(office.siro, conclude('changed'));
    expect(changed.subject).toMatchObject({ state: 'open', decisions: [], deciders: [people.olu] });
    expect(openWork(changed)).toEqual(['decide:2', 'decide:3']);
    expect(changed.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:3', roles: ['siro'] }));
  });

  test('goes on even where advice fell away while it was reviewed', () => {
    const advising = CaseStory.opened({ lane: 'B' })
      .then(office.steward, validate())
      .then(office.dpo, advise('data-protection'))
      .on('2026-12-23')
      .then(asker, askReview());
    const officers = advising.facts.officers.filter(({ person }) => person !== people.leo);
    const gone = advising.knowing({ officers }).then(machine, plain('review-holders'));
    expect(gone.then(office.siro, conclude('confirmed')).subject.stage).toBe('decide');
  });

  test('is withdrawn with the case', () => {
    const { subject } = late.then(asker, plain('withdraw-case'));
    expect(subject.state).toBe('withdrawn');
    expect(subject.tasks.some(({ state }) => state === 'open')).toBe(false);
  });
});

describe('columns in a coarser form', () => {
  test('are the requester’s to take, once', () => {
    expect(awaitsForms(banded.subject)).toBe(true);
    expect(banded.no(office.owner, plain('accept-forms'))).toEqual(notAllowed);
    const taken = banded.then(asker, plain('accept-forms'));
    expect(taken.subject).toMatchObject({ state: 'decided', formsAccepted: true });
    for (const command of [plain('accept-forms'), plain('decline-forms')]) {
      expect(taken.no(asker, command)).toEqual([['sharing.nothing-coarser', undefined]]);
      expect(approvedFully.no(asker, command)).toEqual([['sharing.nothing-coarser', undefined]]);
    }
  });

  test('not taken end the case: nothing is to be delivered', () => {
    const { subject } = banded.then(asker, plain('decline-forms'));
    expect(subject.state).toBe('not-taken-up');
  });

  test('wait again after a decision was taken back', () => {
    const again = banded
      .then(asker, plain('accept-forms'))
      .then(office.owner, rescind())
      .then(office.owner, decide([approved(ids.kerbs, kerbs.columns, 'rounded')], { task: 'decide:2' }));
    expect(awaitsForms(again.subject)).toBe(true);
  });
});

describe('passing on', () => {
  test('says why and, for what is open already, where', () => {
    expect(checked.no(office.owner, redirect({ kind: 'open-already', reasons: '' }))).toEqual([
      ['sharing.reasons-missing', 'reasons'],
      ['sharing.address-missing', 'address'],
    ]);
    const passed = checked.then(
      office.steward,
      redirect({ kind: 'open-already', address: 'https://data.example/kerbs', organisation: undefined, datasets: [] }),
    );
    expect(passed.subject).toMatchObject({
      ...{ state: 'decided', outcome: { code: 'redirected', conditional: false }, decidedBy: people.stew },
      redirect: { kind: 'open-already', datasets: [], followed: false },
    });
    expect(passed.content['outcome']).toEqual({ reasons: 'The grid holds it.', address: 'https://data.example/kerbs' });
  });

  test('to another organisation names what that offers, and never one’s own', () => {
    expect(checked.no(office.owner, redirect({ datasets: [ids.unknown] }))).toEqual([
      ['sharing.dataset-not-requestable', 'datasets'],
    ]);
    expect(checked.no(office.owner, redirect({ organisation: ids.council, datasets: [] }))).toEqual([
      ['sharing.redirect-to-oneself', 'organisation'],
    ]);
  });

  test('is not done once a part is decided', () => {
    const part = CaseStory.opened({ datasets: [kerbs, streets] })
      .then(office.steward, validate())
      .then(office.owner, decide());
    expect(part.no(office.siro, redirect())).toEqual([['sharing.partly-decided', undefined]]);
  });

  test('is followed once, where the data is held by one of ours', () => {
    const follow = { type: 'note-redirect-followed', case: ids.otherCase } as const;
    const passed = checked.then(office.owner, redirect());
    const followed = passed.then(asker, follow);
    expect(followed.subject.redirect).toMatchObject({ followed: true });
    expect(followed.no(asker, follow)).toEqual([['sharing.redirect-not-open', undefined]]);
    expect(refused.no(asker, follow)).toEqual([['sharing.redirect-not-open', undefined]]);
    for (const more of [{ organisation: undefined, datasets: [] }, { datasets: [] }]) {
      expect(checked.then(office.owner, redirect(more)).no(asker, follow)).toEqual([
        ['sharing.redirect-not-open', undefined],
      ]);
    }
    const rights = checked.then(office.owner, redirect({ kind: 'information-rights' }));
    expect(rights.no(asker, follow)).toEqual([['sharing.redirect-not-open', undefined]]);
    expect(passed.no(office.owner, follow)).toEqual(notAllowed);
  });
});

test('an office without owner and SIRO reviews by whom its administrator names', () => {
  const officers = [office.steward, office.administrator, office.colleague, officer(people.cal, [])];
  const story = CaseStory.opened({}, { officers })
    .then(office.steward, validate())
    .then(office.administrator, assign('decide:1', people.cal))
    .then(officer(people.cal, []), decide([approved(ids.kerbs, [ids.ward])]))
    .then(asker, askReview());
  expect(story.subject.tasks.at(-1)).toMatchObject({ id: 'review:1', gap: true });
  const named = story.then(office.administrator, assign('review:1', people.max));
  expect(named.subject.tasks.at(-1)).toMatchObject({ assignee: people.max });
  expect(named.subject.tasks.at(-1)?.gap).toBeUndefined();
  expect(named.no(office.colleague, conclude('changed'))).toEqual([]);
});
