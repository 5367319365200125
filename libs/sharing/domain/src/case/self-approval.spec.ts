import { describe, expect, test } from '@jest/globals';
import type { PersonActor, Role } from '#kernel';
import {
  acceptRisk,
  actingOfficer,
  advise,
  answer,
  approved,
  asker,
  askReview,
  assign,
  CaseStory,
  conclude,
  conflict,
  decide,
  fullOffice,
  fullRecord,
  goOn,
  handOver,
  helper,
  hold,
  ids,
  lower,
  member,
  office,
  officer,
  people,
  personIn,
  plain,
  raise,
  redirect,
  refuse,
  rescind,
  returned,
  validate,
} from '#testing/sharing';
import type { Asker } from './case.ts';
import type { Officer } from './facts.ts';

/* Asking and deciding never meet: not in one person, one unit, or one who belongs to both sides. */

const among = (officers: readonly Officer[]) => ({
  officers: [...officers, ...fullOffice.filter(({ person }) => !officers.some((one) => one.person === person))],
});

/** The parks of the council ask its owners; Max helped. */
const within: Asker = {
  person: people.amy,
  people: [people.amy, people.max],
  organisation: ids.council,
  unit: ids.parks,
};

/** Owners of the kerbs of specs who all hold every role that could decide. */
const every: readonly Role[] = ['owner', 'siro', 'steward', 'signatory', 'adviser:data-protection', 'adviser:legal'];
const as = (person: string, unit?: string): Officer => officer(person, every, unit === undefined ? {} : { unit });
const facts = (...officers: readonly Officer[]) => ({
  ...among(officers),
  datasets: [
    {
      ...({ dataset: ids.kerbs, organisation: ids.council, owners: [], lane: 'A', requestable: true } as const),
      columns: [
        { id: ids.ward, lane: 'A' },
        { id: ids.width, lane: 'A' },
      ] as const,
    },
  ],
});

describe('within one organisation', () => {
  const amy = as(people.amy, ids.parks);
  const max = as(people.max, ids.roads);
  const ben = as(people.ben, ids.parks);
  const ian = as(people.ian, ids.roads);
  const story = CaseStory.opened({ asker: within }, facts(amy, max, ben, ian)).then(office.steward, validate());

  test.each<[string, Officer, string]>([
    ['who asks', amy, 'sharing.own-request'],
    ['who helped, of another unit', max, 'sharing.own-request'],
    ['of the same unit', ben, 'sharing.own-unit'],
  ])('one %s neither decides, refuses, passes it on nor goes on without advice', (_, who, code) => {
    for (const command of [decide(), refuse(), redirect(), goOn()]) {
      expect([command.type, story.no(who, command)]).toEqual([command.type, [[code, undefined]]]);
    }
  });

  test('one of another unit does', () => {
    expect(story.no(ian, decide())).toEqual([]);
    expect(story.no(ian, refuse())).toEqual([]);
    expect(story.no(ian, redirect())).toEqual([]);
  });

  test('those who ask have no part in the office at all; those of their unit check and advise', () => {
    const fresh = CaseStory.opened({ asker: within, lane: 'B' }, facts(amy, max, ben, ian));
    const works = [raise('C'), { type: 'ask-advice', label: 'security' }, returned(), hold()] as const;
    for (const command of works) {
      expect(fresh.no(amy, command)).toEqual([['sharing.own-request', undefined]]);
      expect(fresh.no(max, command)).toEqual([['sharing.own-request', undefined]]);
      expect(fresh.no(ben, command)).toEqual([]);
    }
    expect(fresh.no(amy, validate())).toEqual([['sharing.own-request', undefined]]);
    expect(fresh.no(ben, validate())).toEqual([]);
    const checked = fresh.then(ben, validate());
    expect(checked.no(max, advise('legal'))).toEqual([['sharing.own-request', undefined]]);
    expect(checked.no(ben, advise('legal'))).toEqual([]);
    expect(checked.no(ben, lower('A'))).toEqual([['sharing.own-unit', undefined]]);
    expect(checked.no(amy, lower('A'))).toEqual([['sharing.own-request', undefined]]);
    expect(checked.no(ian, lower('A'))).toEqual([]);
  });

  test('no unit is one of its own: the organisation as a whole', () => {
    const whole: Asker = { person: people.amy, people: [people.amy], organisation: ids.council };
    const nobody = CaseStory.opened({ asker: whole }, facts(as(people.ben), ian)).then(office.steward, validate());
    expect(nobody.no(as(people.ben), decide())).toEqual([['sharing.own-unit', undefined]]);
    expect(nobody.no(ian, decide())).toEqual([]);
  });

  test('who takes the request over asks from then on, and so do those who help later', () => {
    const taken = story.then(ian, plain('note-asker'));
    expect(taken.subject.asker).toEqual({ ...within, person: people.ian, people: [...within.people, people.ian] });
    expect(taken.no(ian, decide())).toEqual([['sharing.own-request', undefined]]);
    expect(taken.then(ian, plain('note-asker')).last).toEqual([]);
    const again = story.then(ben, returned()).then(amy, answer({ people: [people.amy, people.ian] }));
    expect(again.no(ian, decide([approved()], { task: 'decide:2' }))).toEqual([['sharing.own-request', undefined]]);
    const handed = story.then(amy, handOver({ people: [people.ian] }));
    expect(handed.subject.asker.people).toEqual([people.amy, people.max, people.ian]);
    expect(handed.no(ian, refuse())).toEqual([['sharing.own-request', undefined]]);
  });

  test('nobody takes back a decision on their own request, nor reviews it', () => {
    const decided = story.then(ian, decide([approved()], { conditions: ['Cite us.'] }));
    expect(decided.no(amy, rescind())).toEqual([['sharing.own-request', undefined]]);
    expect(decided.no(ben, rescind())).toEqual([['sharing.own-unit', undefined]]);
    expect(decided.no(ian, rescind())).toEqual([]);
    const reviewed = decided.then(amy, askReview());
    expect(reviewed.no(amy, conclude('changed'))).toEqual([['sharing.own-request', undefined]]);
    expect(reviewed.no(ben, conclude('changed'))).toEqual([['sharing.own-unit', undefined]]);
    expect(reviewed.no(office.siro, conclude('changed'))).toEqual([]);
  });

  test('nobody may be named whom this keeps from it, not even by an administrator', () => {
    for (const person of [people.amy, people.max, people.ben]) {
      expect(story.no(office.administrator, assign('decide:1', person))).toEqual([['sharing.person-barred', 'person']]);
    }
    expect(story.no(office.administrator, assign('decide:1', people.ian))).toEqual([]);
  });

  test('one who asks names nobody, unless as administrator, since somebody must', () => {
    expect(story.no(amy, assign('decide:1', people.ian))).toEqual([['sharing.own-request', undefined]]);
    const administrator = officer(people.amy, ['administrator']);
    const alone = CaseStory.opened({ asker: within }, facts(administrator, ian)).then(office.steward, validate());
    expect(alone.no(administrator, assign('decide:1', people.ian))).toEqual([]);
    expect(alone.no(administrator, assign('decide:1', people.amy))).toEqual([['sharing.person-barred', 'person']]);
  });

  test('holds in an office of one, too', () => {
    const alone = { ...facts(), officers: [as(people.amy, ids.roads)] };
    const story = CaseStory.opened({ asker: within }, alone);
    expect(story.no(as(people.amy, ids.roads), refuse())).toEqual([['sharing.own-request', undefined]]);
    expect(story.subject.tasks).toMatchObject([{ id: 'validate', gap: true }]);
  });
});

describe('one who works for both organisations', () => {
  const both = officer(people.ben, every, { asks: true });
  const acting: PersonActor = actingOfficer(both);
  const known = facts(both);
  const story = CaseStory.opened({ lane: 'C' }, known).then(both, validate());
  const weighed = story
    .then(both, advise('data-protection'))
    .then(both, advise('legal'))
    .then(office.security, advise('security'));

  test('checks and advises, and neither accepts the risk, decides, lowers the lane nor refuses', () => {
    const no = [['sharing.of-requesting-organisation', undefined]];
    expect(weighed.no(acting, acceptRisk())).toEqual(no);
    expect(weighed.no(acting, lower('B'))).toEqual(no);
    expect(weighed.no(acting, refuse())).toEqual(no);
    expect(weighed.no(acting, redirect())).toEqual(no);
    const deciding = weighed.then(office.siro, acceptRisk());
    expect(deciding.no(acting, decide([approved()], fullRecord))).toEqual(no);
    expect(deciding.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });

  test('is no holder of work that they may not do: another is asked, or the administrator is shown the gap', () => {
    const alone = { ...known, officers: [both, office.administrator, office.colleague] };
    const { subject } = CaseStory.opened({}, alone).then(both, validate());
    expect(subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', gap: true }));
    expect(
      CaseStory.opened({}, alone).then(both, validate()).no(office.administrator, assign('decide:1', people.ben)),
    ).toEqual([['sharing.person-barred', 'person']]);
  });

  test('acts for one of them at a time: for the firm it is the requester, and no more', () => {
    const forFirm = { ...acting, actingFor: ids.firm };
    expect(story.no(forFirm, refuse())).toEqual([['ledger.not-allowed', undefined]]);
    expect(story.no(forFirm, plain('withdraw-case'))).toEqual([]);
    expect(story.no(acting, plain('withdraw-case'))).toEqual([['ledger.not-allowed', undefined]]);
  });
});

describe('advising and deciding', () => {
  const adviser = officer(people.leo, ['adviser:legal', 'owner']);
  const known = facts(adviser);
  const advised = CaseStory.opened({ lane: 'B' }, known)
    .then(office.steward, validate())
    .then(office.dpo, advise('data-protection'))
    .then(adviser, advise('legal'));

  test('do not meet in an office of three or more: not to decide, nor to refuse', () => {
    expect(advised.no(adviser, decide([approved()], fullRecord))).toEqual([['sharing.advised-already', undefined]]);
    expect(advised.no(adviser, refuse())).toEqual([['sharing.advised-already', undefined]]);
    expect(advised.no(office.administrator, assign('decide:1', people.leo))).toEqual([
      ['sharing.person-barred', 'person'],
    ]);
    expect(advised.no(office.owner, decide([approved()], fullRecord))).toEqual([]);
  });

  test('do not meet the other way round: who decided a part gives no advice on it', () => {
    const two = {
      ...known,
      datasets: [...known.datasets, { ...known.datasets[0]!, dataset: ids.streets, owners: [people.otto] }],
    };
    const streets = { dataset: ids.streets, columns: [ids.ward], described: false, whole: false };
    const part = CaseStory.opened({ datasets: [{ ...streets, dataset: ids.kerbs }, streets] }, two)
      .then(office.steward, validate())
      .then(adviser, decide([approved(ids.kerbs, [ids.ward])]))
      .then(office.otherOwner, { type: 'ask-advice', label: 'legal' });
    expect(part.no(adviser, advise('legal'))).toEqual([['sharing.decided-already', undefined]]);
    expect(part.subject.tasks).toContainEqual(
      expect.objectContaining({ id: 'advise:legal', state: 'open', gap: true }),
    );
  });

  test('one who advised accepts the risk, as the person answerable for it', () => {
    const sid = officer(people.sid, ['siro', 'adviser:legal']);
    const story = CaseStory.opened(
      { lane: 'C' },
      { officers: [sid, office.steward, office.administrator, office.owner] },
    )
      .then(office.steward, validate())
      .then(sid, advise('legal'));
    expect(story.no(sid, acceptRisk())).toEqual([]);
  });
});

describe('deciding after a review sent it back', () => {
  const partly = decide([approved(ids.kerbs, [ids.ward])]);
  const changed = CaseStory.opened()
    .then(office.steward, validate())
    .then(office.owner, partly)
    .then(asker, askReview())
    .then(office.siro, conclude('changed'));

  test('is for another one: the next in order, or whom the administrator names', () => {
    expect(changed.subject).toMatchObject({ state: 'open', stage: 'decide', decisions: [], deciders: [people.olu] });
    expect(changed.subject.tasks.at(-1)).toMatchObject({ id: 'decide:2', roles: ['siro'] });
    const again = { ...partly, task: 'decide:2' };
    expect(changed.no(office.owner, again)).toEqual([['sharing.not-your-task', undefined]]);
    expect(changed.no(office.owner, refuse())).toEqual([['sharing.decided-before', undefined]]);
    expect(changed.no(office.administrator, assign('decide:2', people.olu))).toEqual([
      ['sharing.person-barred', 'person'],
    ]);
    const named = changed.then(office.administrator, assign('decide:2', people.otto));
    expect(named.no(office.otherOwner, again)).toEqual([]);
    expect(changed.no(office.siro, again)).toEqual([]);
  });

  test('keeps those who refused it as a whole away, too', () => {
    const refused = CaseStory.opened().then(office.owner, refuse()).then(asker, askReview());
    expect(refused.no(office.owner, conclude('confirmed'))).toEqual([['sharing.not-your-task', undefined]]);
    const back = refused.then(office.siro, conclude('changed'));
    expect(back.subject).toMatchObject({ state: 'open', stage: 'validate', deciders: [people.olu] });
    expect(back.no(office.owner, refuse())).toEqual([['sharing.decided-before', undefined]]);
  });

  test('in an office of one falls to the same person, and the record says so', () => {
    const sole = officer(people.olu, ['owner', 'steward', 'administrator']);
    const story = CaseStory.opened({}, { officers: [sole] })
      .then(sole, validate())
      .then(sole, partly)
      .then(asker, askReview());
    const back = story.then(sole, conclude('changed'));
    expect(back.last[0]).toMatchObject({ type: 'case-review-concluded', facts: { soleOfficer: true } });
    const again = back.then(sole, { ...partly, task: 'decide:2' });
    expect(again.last[0]).toMatchObject({ type: 'case-task-decided', facts: { soleOfficer: true } });
  });
});

describe('a conflict of interest', () => {
  const declared = CaseStory.opened().then(office.steward, validate()).then(office.owner, conflict());

  test('is declared with its reason, by those who work on the case', () => {
    expect(CaseStory.opened().no(office.owner, conflict(' '))).toEqual([['sharing.reason-missing', 'reason']]);
    expect(CaseStory.opened().no(asker, conflict())).toEqual([['ledger.not-allowed', undefined]]);
    expect(declared.subject.conflicts).toEqual([people.olu]);
    expect(declared.content[`conflict:${people.olu}`]).toEqual({ reason: 'My partner works there.' });
    expect(declared.then(office.owner, conflict()).last).toEqual([]);
  });

  test('takes the work away, and the next in order holds it', () => {
    expect(declared.no(office.owner, decide())).toEqual([['sharing.not-your-task', undefined]]);
    for (const command of [refuse(), redirect(), returned(), hold(), raise('B'), assign('decide:1', people.otto)]) {
      expect([command.type, declared.no(office.owner, command)]).toEqual([
        ...[command.type, [['sharing.conflict-declared', undefined]]],
      ]);
    }
    expect(declared.subject.tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', roles: ['siro'] }));
    expect(declared.no(office.siro, decide())).toEqual([]);
  });

  test('of whoever was asked to do it leaves it to those whose it was', () => {
    const named = CaseStory.opened()
      .then(office.steward, validate())
      .then(office.administrator, assign('decide:1', people.max));
    const { tasks } = named.then(office.colleague, conflict()).subject;
    expect(tasks).toContainEqual(expect.objectContaining({ id: 'decide:1', roles: ['owner'] }));
    expect(tasks.some(({ assignee }) => assignee === people.max)).toBe(false);
  });

  test('of the only adviser is a gap, not an end of the advice', () => {
    const story = CaseStory.opened({ lane: 'B' }).then(office.steward, validate()).then(office.dpo, conflict());
    expect(story.subject.tasks).toContainEqual(
      expect.objectContaining({ id: 'advise:data-protection', state: 'open', gap: true }),
    );
  });

  test('of the reviewer leaves the review to another', () => {
    const reviewed = CaseStory.opened()
      .then(office.owner, refuse())
      .then(asker, askReview())
      .then(office.siro, conflict());
    expect(reviewed.subject.state).toBe('under-review');
    expect(reviewed.subject.tasks.at(-1)).toMatchObject({ id: 'review:1', roles: ['owner'] });
    expect(reviewed.no(office.otherOwner, conclude('confirmed'))).toEqual([]);
    expect(reviewed.no(office.owner, conclude('confirmed'))).toEqual([['sharing.decided-before', undefined]]);
  });
});

describe('those who ask and have no place in the office', () => {
  const story = CaseStory.opened().then(office.steward, validate());

  test.each([
    ['who asks', asker],
    ['who helped', helper],
    ['who acts for nobody', personIn(people.ian, member(ids.firm, ['owner', 'siro', 'administrator']))],
  ])('one %s does none of its work', (_, actor) => {
    for (const command of [
      decide(),
      refuse(),
      redirect(),
      rescind(),
      conclude('confirmed'),
      assign('decide:1', people.ada),
    ]) {
      expect(story.no(actor, command)).toEqual([['ledger.not-allowed', undefined]]);
    }
  });
});

describe('one who decided', () => {
  const ian = as(people.ian, ids.roads);
  const amy = as(people.amy, ids.parks);
  const sid = as(people.sid, ids.roads);

  test('never takes the request over: not after the decision, nor once a review sent it back', () => {
    const no = [['sharing.decided-on-it', undefined]];
    const decided = CaseStory.opened({ asker: within }, facts(ian, amy))
      .then(office.steward, validate())
      .then(ian, decide([approved()], { conditions: ['Cite us.'] }));
    expect(decided.no(ian, plain('note-asker'))).toEqual(no);
    expect(decided.no(office.steward, plain('note-asker'))).toEqual([]);
    const changed = decided.then(amy, askReview()).then(office.siro, conclude('changed'));
    expect(changed.no(ian, plain('note-asker'))).toEqual(no);
    const refused = CaseStory.opened({ asker: within }, facts(ian)).then(ian, refuse());
    expect(refused.no(ian, plain('note-asker'))).toEqual(no);
  });

  test('on the risk neither; where they help to ask later, it is accepted anew', () => {
    const accepted = CaseStory.opened({ asker: within, lane: 'C' }, facts(sid, amy))
      .then(office.steward, validate())
      .then(office.dpo, advise('data-protection'))
      .then(office.legal, advise('legal'))
      .then(office.security, advise('security'))
      .then(sid, acceptRisk());
    expect(accepted.no(sid, plain('note-asker'))).toEqual([['sharing.decided-on-it', undefined]]);
    const back = accepted.then(office.steward, returned());
    expect(back.then(amy, answer()).subject).toMatchObject({ stage: 'decide', acceptedBy: people.sid });
    const helped = back.then(amy, answer({ people: [people.sid] }));
    expect(helped.subject.stage).toBe('accept');
    expect(helped.subject.acceptedBy).toBeUndefined();
    expect(helped.no(sid, acceptRisk())).toEqual([['sharing.own-request', undefined]]);
  });
});
