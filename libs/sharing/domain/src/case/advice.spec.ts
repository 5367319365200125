import { describe, expect, test } from '@jest/globals';
import {
  acceptRisk,
  advise,
  approved,
  askAdvice,
  asker,
  assign,
  CaseStory,
  conflict,
  decide,
  fullOffice,
  fullRecord,
  goOn,
  hold,
  ids,
  office,
  officer,
  people,
  refuse,
  returned,
  validate,
} from '#testing/sharing';
import type { StandingAdvice } from './facts.ts';
import type { Lane } from '../lane.ts';

/** A case of the lane, checked: its advice is asked for. */
const checked = (lane: Lane, more: Parameters<typeof CaseStory.opened>[1] = {}, care = false): CaseStory =>
  CaseStory.opened({ lane, care }, more).then(office.steward, validate());
const statesOf = ({ subject }: CaseStory) => Object.fromEntries(subject.tasks.map(({ id, state }) => [id, state]));

describe('the advice that a lane wants', () => {
  test.each<[Lane, boolean, string[]]>([
    ['A', false, []],
    ['B', false, ['advise:data-protection', 'advise:legal']],
    ['B', true, ['advise:data-protection', 'advise:legal']],
    ['C', false, ['advise:data-protection', 'advise:legal', 'advise:security']],
    ['C', true, ['advise:data-protection', 'advise:legal', 'advise:security', 'advise:caldicott']],
  ])('of lane %s (care: %s) is asked side by side: %j', (lane, care, expected) => {
    const { subject } = checked(lane, {}, care);
    expect(subject.tasks.filter(({ kind }) => kind === 'advise').map(({ id }) => id)).toEqual(expected);
    expect(subject.stage).toBe(lane === 'A' ? 'decide' : 'advise');
  });

  test('of a post that nobody holds is not applicable: nobody waits for it', () => {
    const story = checked('B', { officers: [office.steward, office.owner, office.administrator] });
    expect(statesOf(story)).toMatchObject({
      ...{ 'advise:data-protection': 'not-applicable', 'advise:legal': 'not-applicable', 'decide:1': 'open' },
    });
    expect(story.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });

  test('of a post whose holder may not advise is a gap, never left out', () => {
    const asked = { person: people.dee, people: [people.dee], organisation: ids.council, unit: ids.parks };
    const story = CaseStory.opened({ lane: 'B', asker: asked }).then(office.steward, validate());
    expect(story.subject.tasks).toContainEqual(
      expect.objectContaining({ id: 'advise:data-protection', state: 'open', gap: true }),
    );
    const assigned = story.then(office.administrator, assign('advise:data-protection', people.max));
    expect(assigned.no(office.colleague, advise('data-protection'))).toEqual([]);
  });
});

describe('giving advice', () => {
  const story = checked('B');

  test('is for the adviser of the label, with words, once', () => {
    expect(story.no(office.legal, advise('data-protection'))).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.dpo, advise('legal'))).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.owner, advise('legal'))).toEqual([['ledger.not-allowed', undefined]]);
    expect(story.no(office.legal, advise('legal', 'support', ' '))).toEqual([['sharing.advice-missing', 'text']]);
    expect(story.no(office.legal, { ...advise('legal'), task: 'decide:1' } as never)).toEqual([
      ['sharing.task-not-open', undefined],
    ]);
    const after = story.then(office.legal, advise('legal'));
    expect(after.no(office.legal, advise('legal'))).toEqual([['sharing.not-your-task', undefined]]);
    expect(after.subject.advice).toEqual([
      { task: 'advise:legal', label: 'legal', verdict: 'support', by: people.leo },
    ]);
  });

  test('is advice, not some other work', () => {
    const assigned = CaseStory.opened({ lane: 'A' })
      .then(office.steward, askAdvice('legal'))
      .then(office.administrator, assign('validate', people.leo));
    expect(assigned.no(office.legal, { ...advise('legal'), task: 'validate' } as never)).toEqual([
      ['sharing.task-unknown', 'task'],
    ]);
  });

  test('from all takes the case on to the decision in lane B, to the risk in lane C', () => {
    expect(story.then(office.dpo, advise('data-protection')).subject.stage).toBe('advise');
    const all = story.then(office.dpo, advise('data-protection')).then(office.legal, advise('legal', 'object'));
    expect(all.subject.stage).toBe('decide');
    const sensitive = checked('C')
      .then(office.dpo, advise('data-protection'))
      .then(office.legal, advise('legal'))
      .then(office.security, advise('security', 'support-if'));
    expect(sensitive.subject.stage).toBe('accept');
    expect(sensitive.subject.tasks).toContainEqual(
      expect.objectContaining({ id: 'accept', roles: ['siro'], state: 'open' }),
    );
  });

  test('is for whoever stands in for the adviser', () => {
    const deputy = officer(people.max, [], {
      standsInFor: [{ person: people.leo, roles: ['adviser:legal'] }],
    });
    const away = story.knowing({ officers: [...fullOffice.filter(({ person }) => person !== people.max), deputy] });
    expect(away.then(deputy, advise('legal')).subject.advice).toMatchObject([{ by: people.max }]);
  });
});

describe('advice beyond the route', () => {
  test('is waited for: a case that was to be decided goes back, and its decision has its whole target again', () => {
    const story = CaseStory.opened().then(office.steward, validate()).on('2026-12-07');
    const asked = story.then(office.owner, askAdvice('security'));
    expect(asked.subject).toMatchObject({ stage: 'advise' });
    expect(asked.no(office.owner, decide())).toEqual([['sharing.stage-not-reached', undefined]]);
    const given = asked.then(office.security, advise('security'));
    expect(given.subject).toMatchObject({ stage: 'decide', tasks: [{}, { id: 'decide:1', due: '2026-12-14' }, {}] });
    expect(given.no(office.owner, decide())).toEqual([]);
  });

  test('is asked once at a time, and again when it was given', () => {
    const asked = CaseStory.opened().then(office.steward, askAdvice('legal'));
    expect(asked.no(office.owner, askAdvice('legal'))).toEqual([['sharing.advice-asked-already', 'label']]);
    const again = asked.then(office.legal, advise('legal')).then(office.owner, askAdvice('legal'));
    expect(again.subject.tasks.map(({ id }) => id)).toEqual(['validate', 'advise:legal', 'advise:legal:2']);
    expect(again.then(office.legal, advise('legal:2')).subject.advice).toHaveLength(2);
  });

  test('is not asked of a post that nobody holds', () => {
    const story = CaseStory.opened({}, { officers: [office.steward, office.administrator, office.owner] });
    expect(story.no(office.steward, askAdvice('security'))).toEqual([['sharing.adviser-unknown', undefined]]);
    const one = CaseStory.opened({}, { officers: [office.steward, office.administrator, office.legal] });
    expect(one.no(office.steward, askAdvice('security'))).toEqual([['sharing.adviser-unknown', 'label']]);
    const asked = one.then(office.steward, askAdvice('legal'));
    expect(asked.no(office.steward, askAdvice('security'))).toEqual([['sharing.adviser-unknown', undefined]]);
  });

  test('satisfies the route when the lane wants it later', () => {
    const story = CaseStory.opened().then(office.steward, askAdvice('legal')).then(office.legal, advise('legal'));
    const { subject } = story.then(office.steward, validate({ lane: 'B' }));
    expect(subject.tasks.filter(({ label }) => label === 'legal')).toHaveLength(1);
  });

  test('given by an owner leaves the decision to somebody else, and the administrator is shown where there is none', () => {
    const both = officer(people.olu, ['owner', 'adviser:security']);
    const officers = [office.steward, office.administrator, both];
    const deciding = CaseStory.opened({}, { officers }).then(office.steward, validate());
    const advised = deciding.then(office.steward, askAdvice('security')).then(both, advise('security'));
    expect(advised.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', gap: true }));
    expect(advised.no(both, decide())).toEqual([['sharing.advised-already', undefined]]);
    const named = advised.then(office.administrator, assign('decide:1', people.stew));
    expect(named.no(office.steward, decide())).toEqual([]);
  });
});

describe('going on without advice', () => {
  const story = checked('B');

  test('needs its target to have passed, and a reason; the case goes on', () => {
    expect(story.on('2026-12-02').no(office.owner, goOn())).toEqual([['sharing.advice-not-overdue', undefined]]);
    const late = story.on('2026-12-03');
    expect(late.no(office.owner, goOn(' '))).toEqual([['sharing.reason-missing', 'reason']]);
    expect(late.no(office.steward, goOn())).toEqual([['ledger.not-allowed', undefined]]);
    const gone = late.then(office.siro, goOn());
    expect(statesOf(gone)).toMatchObject({ 'advise:data-protection': 'passed-over', 'advise:legal': 'passed-over' });
    expect(gone.subject.stage).toBe('decide');
    expect(gone.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });

  test('passes over what is late and nothing else', () => {
    const asked = story.on('2026-12-01').then(office.owner, askAdvice('security')).on('2026-12-04');
    expect(statesOf(asked.then(office.owner, goOn()))).toMatchObject({
      ...{ 'advise:legal': 'passed-over', 'advise:security': 'open' },
    });
  });
});

describe('the risk that remains', () => {
  const story = checked('C')
    .then(office.dpo, advise('data-protection'))
    .then(office.legal, advise('legal'))
    .then(office.security, advise('security'));

  test('is accepted by whoever answers for it, with a reason', () => {
    expect(story.no(office.siro, acceptRisk(''))).toEqual([['sharing.reason-missing', 'reason']]);
    expect(story.no(office.owner, acceptRisk())).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.steward, acceptRisk())).toEqual([['ledger.not-allowed', undefined]]);
    const after = story.then(office.siro, acceptRisk());
    expect(after.subject).toMatchObject({ acceptedBy: people.sid, stage: 'decide' });
    expect(after.no(office.siro, acceptRisk())).toEqual([['sharing.task-not-open', undefined]]);
  });

  test('that is high is accepted by nobody: the regulator comes first, and a refusal is free', () => {
    const high = story.knowing({ remainingRisk: 'high' });
    expect(high.no(office.siro, acceptRisk())).toEqual([['sharing.regulator-first', undefined]]);
    expect(high.no(office.siro, hold())).toEqual([]);
    expect(high.no(office.owner, refuse())).toEqual([]);
    expect(high.knowing({ remainingRisk: 'medium' }).no(office.siro, acceptRisk())).toEqual([]);
  });

  test.each([
    [['signatory', 'owner'], 'signatory'],
    [['owner'], 'owner'],
  ] as const)('without a SIRO, of %j, is for the %s', (posts, expected) => {
    const officers = [office.steward, office.administrator, ...posts.map((post) => office[post])];
    const { subject } = CaseStory.opened({ lane: 'C' }, { officers }).then(office.steward, validate());
    expect(subject.tasks).toContainEqual(expect.objectContaining({ id: 'accept', roles: [expected] }));
  });
});

describe('standing advice', () => {
  const standing: StandingAdvice = {
    ...{ id: ids.standing, label: 'legal', verdict: 'support-if', by: people.leo, lane: 'B', until: '2026-11-23' },
    text: 'Fine where nobody is named.',
  };
  const opened = (advice: Partial<StandingAdvice>, more: Parameters<typeof CaseStory.opened>[1] = {}) =>
    checked('B', { standingAdvice: [{ ...standing, ...advice }], ...more });

  test('answers for its class of cases, in the name of its giver, and bars nobody', () => {
    const story = opened({ by: people.olu }, { purposeClass: 'research' });
    expect(story.subject.advice).toEqual([
      { task: 'advise:legal', label: 'legal', verdict: 'support-if', by: people.olu, standing: ids.standing },
    ]);
    expect(story.content['advice:advise:legal']).toEqual({ text: standing.text });
    const decided = story.then(office.dpo, advise('data-protection'));
    expect(decided.subject.stage).toBe('decide');
    expect(decided.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });

  test.each<[string, Partial<StandingAdvice>]>([
    ['that ended yesterday', { until: '2026-11-22' }],
    ['for another lane', { lane: 'C' }],
    ['of another label', { label: 'commercial' }],
    ['for other datasets', { datasets: [ids.streets] }],
    ['for another purpose', { purposeClasses: ['research'] }],
    ['of somebody who took part in asking', { by: people.amy }],
  ])('%s is not used', (_, change) => {
    expect(opened(change).subject.advice).toEqual([]);
  });

  test('for these datasets and this purpose is used', () => {
    const change = { datasets: [ids.kerbs, ids.streets], purposeClasses: ['research'] };
    expect(opened(change, { purposeClass: 'research' }).subject.advice).toHaveLength(1);
  });

  test('that objects is an objection', () => {
    const story = opened({ verdict: 'object' }).then(office.dpo, advise('data-protection'));
    expect(story.no(office.owner, decide([approved()], fullRecord))).toEqual([
      ['sharing.objection-unanswered', 'objectionReason'],
    ]);
  });
});

test('advice is given while the case is open, and stays when it comes back', () => {
  const story = checked('B').then(office.dpo, advise('data-protection')).then(office.owner, returned());
  expect(story.no(office.legal, advise('legal'))).toEqual([['ledger.not-allowed', undefined]]);
  const again = story.then(asker, {
    type: 'answer-case',
    submission: 2,
    lane: 'A',
    care: false,
    datasets: story.subject.datasets,
  });
  expect(statesOf(again)).toMatchObject({ 'advise:data-protection': 'done', 'advise:legal': 'open' });
  expect(again.no(office.dpo, conflict())).toEqual([]);
});
