import { describe, expect, test } from '@jest/globals';
import {
  acceptRisk,
  advise,
  approved,
  askAdvice,
  asker,
  assign,
  CaseStory,
  decide,
  fullOffice,
  fullRecord,
  handOver,
  lower,
  office,
  officer,
  people,
  raise,
  validate,
} from '#testing/sharing';
import type { Lane } from '../lane.ts';

const openWork = ({ subject }: CaseStory) => subject.tasks.filter(({ state }) => state === 'open').map(({ id }) => id);
const checked = (lane: Lane): CaseStory => CaseStory.opened({ lane }).then(office.steward, validate());
const advised = checked('B').then(office.dpo, advise('data-protection')).then(office.legal, advise('legal'));

describe('raising the lane', () => {
  test('is for those who check, advise, own or answer for risk, with a reason, upwards', () => {
    const story = checked('B');
    for (const post of ['steward', 'owner', 'siro', 'dpo', 'legal'] as const) {
      expect([post, story.no(office[post], raise('C'))]).toEqual([post, []]);
    }
    for (const post of ['signatory', 'administrator'] as const) {
      expect([post, story.no(office[post], raise('C'))]).toEqual([post, [['ledger.not-allowed', undefined]]]);
    }
    expect(story.no(office.steward, raise('C', ' '))).toEqual([['sharing.reason-missing', 'reason']]);
    expect(story.no(office.steward, raise('B'))).toEqual([['sharing.lane-unchanged', 'lane']]);
    expect(story.no(office.steward, raise('A'))).toEqual([['sharing.lane-unchanged', 'lane']]);
    expect(checked('C').no(office.steward, raise('C'))).toEqual([['sharing.lane-highest', undefined]]);
  });

  test('while it is checked adds nothing yet, and all of it once it is', () => {
    const raised = CaseStory.opened().then(office.steward, raise('C'));
    expect(raised.subject).toMatchObject({ stage: 'validate', lane: 'C' });
    expect(openWork(raised)).toEqual(['validate']);
    expect(openWork(raised.then(office.steward, validate()))).toEqual([
      ...['advise:data-protection', 'advise:legal', 'advise:security'],
    ]);
  });

  test('while it is advised on adds the advice that is missing, and loses none', () => {
    const raised = checked('B').then(office.dpo, advise('data-protection')).then(office.dpo, raise('C'));
    expect(raised.subject).toMatchObject({ stage: 'advise', advice: [{ label: 'data-protection' }] });
    expect(openWork(raised)).toEqual(['advise:legal', 'advise:security']);
  });

  test('before the decision brings back the stages that it needs; what was given stays given', () => {
    const raised = advised.then(office.owner, raise('C'));
    expect(raised.subject).toMatchObject({ stage: 'advise', lane: 'C' });
    expect(openWork(raised)).toEqual(['decide:1', 'advise:security']);
    const weighed = raised.then(office.security, advise('security'));
    expect(weighed.subject.stage).toBe('accept');
    const accepted = weighed.on('2026-12-07').then(office.siro, acceptRisk());
    expect(accepted.subject).toMatchObject({ stage: 'decide', acceptedBy: people.sid });
    expect(accepted.subject.advice).toHaveLength(3);
    expect(accepted.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', due: '2026-12-14' }));
    expect(accepted.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });
});

describe('lowering the lane', () => {
  const story = checked('C');

  test('is for the data protection adviser alone, or whoever stands in for them, with a reason, downwards', () => {
    for (const post of ['legal', 'security'] as const) {
      expect(story.no(office[post], lower('B'))).toEqual([['sharing.lane-needs-data-protection', undefined]]);
    }
    for (const post of ['steward', 'owner', 'siro', 'administrator'] as const) {
      expect([post, story.no(office[post], lower('B'))]).toEqual([post, [['ledger.not-allowed', undefined]]]);
    }
    expect(story.no(office.dpo, lower('B', ''))).toEqual([['sharing.reason-missing', 'reason']]);
    expect(story.no(office.dpo, lower('C'))).toEqual([['sharing.lane-unchanged', 'lane']]);
    expect(checked('B').no(office.dpo, lower('C'))).toEqual([['sharing.lane-unchanged', 'lane']]);
    expect(checked('A').no(office.dpo, lower('A'))).toEqual([['sharing.lane-lowest', undefined]]);
    const deputy = officer(people.max, [], {
      standsInFor: [{ person: people.dee, roles: ['adviser:data-protection'] }],
    });
    const away = story.knowing({ officers: [...fullOffice.filter(({ person }) => person !== people.max), deputy] });
    expect(away.no(deputy, lower('B'))).toEqual([]);
  });

  test('is not had by being asked for the advice', () => {
    const asked = story.then(office.administrator, assign('advise:data-protection', people.max));
    expect(asked.no(office.colleague, lower('B'))).toEqual([['ledger.not-allowed', undefined]]);
  });

  test('lets work fall away that the lane does not want, and leaves what somebody asked for', () => {
    const officers = [...fullOffice, officer(people.out, ['adviser:commercial'])];
    const asked = story.knowing({ officers }).then(office.steward, askAdvice('commercial'));
    const lowered = asked.then(office.dpo, advise('data-protection')).then(office.dpo, lower('A'));
    expect(lowered.subject).toMatchObject({ stage: 'advise', lane: 'A', advice: [{ label: 'data-protection' }] });
    expect(openWork(lowered)).toEqual(['advise:commercial']);
  });

  test('goes on to the decision where nothing is left', () => {
    const accepting = story
      .then(office.dpo, advise('data-protection'))
      .then(office.legal, advise('legal'))
      .then(office.security, advise('security'));
    expect(accepting.subject.stage).toBe('accept');
    const lowered = accepting.then(office.dpo, lower('B'));
    expect(lowered.subject).toMatchObject({ stage: 'decide', lane: 'B' });
    expect(openWork(lowered)).toEqual(['decide:1']);
    const again = lowered.then(office.steward, raise('C'));
    expect(openWork(again)).toEqual(['decide:1', 'accept:2']);
  });

  test('holds against newer answers that say as little, and not against such as say more', () => {
    const lowered = story.then(office.dpo, lower('A'));
    expect(lowered.then(asker, handOver({ lane: 'A' })).subject.lane).toBe('A');
    expect(lowered.then(asker, handOver({ lane: 'B' })).subject.lane).toBe('B');
  });
});
