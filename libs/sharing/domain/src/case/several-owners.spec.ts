import { describe, expect, test } from '@jest/globals';
import {
  advise,
  approved,
  assign,
  CaseStory,
  decide,
  fullOffice,
  fullRecord,
  ids,
  kerbs,
  knownFacts,
  office,
  officer,
  people,
  raise,
  refuse,
  refusedDataset,
  streets,
  validate,
} from '#testing/sharing';
import { isSoleOffice } from './holders.ts';

describe('datasets of several owners', () => {
  const story = CaseStory.opened({ datasets: [kerbs, streets] }).then(office.steward, validate());
  const approve = decide();
  const other = decide([approved(ids.streets, streets.columns)], { task: 'decide:2' });

  test('are one decision each, and the case is decided with the last', () => {
    expect(story.subject.tasks.filter(({ kind }) => kind === 'decide')).toMatchObject([
      { id: 'decide:1', datasets: [ids.kerbs] },
      { id: 'decide:2', datasets: [ids.streets] },
    ]);
    expect(story.no(office.otherOwner, approve)).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.owner, other)).toEqual([['sharing.not-your-task', undefined]]);
    const first = story.then(office.owner, approve);
    expect(first.subject).toMatchObject({ state: 'open', decisions: [{ task: 'decide:1' }] });
    expect(first.then(office.otherOwner, other).subject.outcome?.code).toBe('approved');
  });

  test('decided differently are approved in part; conditions of a refusal count for nothing', () => {
    const no = decide([refusedDataset(ids.streets)], { task: 'decide:2', ground: 'security', conditions: ['None.'] });
    const differing = story.then(office.owner, approve).then(office.otherOwner, no);
    expect(differing.subject.outcome).toEqual({ code: 'partly-approved', conditional: false });
    const both = story.then(office.owner, decide([refusedDataset()], { ground: 'other' })).then(office.otherOwner, no);
    expect(both.subject.outcome).toEqual({ code: 'refused', conditional: false });
  });

  test('are refused as a whole only by one who owns all, and before any is decided', () => {
    expect(story.no(office.owner, refuse())).toEqual([['sharing.not-owner-of-all', undefined]]);
    expect(story.no(office.siro, refuse())).toEqual([['sharing.not-owner-of-all', undefined]]);
    const shared = knownFacts.datasets.map((one, index) => ({
      ...one,
      owners: index === 0 ? [people.olu] : [people.olu, people.otto],
    }));
    const common = CaseStory.opened({ datasets: [kerbs, streets] }, { datasets: shared });
    expect(common.no(office.owner, refuse())).toEqual([]);
    expect(common.no(office.otherOwner, refuse())).toEqual([['sharing.not-owner-of-all', undefined]]);
    const part = common
      .then(office.steward, validate())
      .then(office.otherOwner, decide([approved(ids.streets, streets.columns)], { task: 'decide:2' }));
    expect(part.no(office.owner, refuse())).toEqual([['sharing.partly-decided', undefined]]);
    expect(part.no(office.owner, decide([refusedDataset()], { ground: 'other' }))).toEqual([]);
  });

  test('approved in a lower lane are decided anew in a higher one, a refusal stands', () => {
    const raised = story.then(office.owner, approve).then(office.steward, raise('B'));
    expect(raised.subject).toMatchObject({ decisions: [], stage: 'advise' });
    const back = raised.then(office.dpo, advise('data-protection')).then(office.legal, advise('legal'));
    expect(back.subject.tasks.filter(({ kind, state }) => kind === 'decide' && state === 'open')).toMatchObject([
      { id: 'decide:2', datasets: [ids.streets] },
      { id: 'decide:3', datasets: [ids.kerbs] },
    ]);
    const again = back.then(office.owner, decide([approved()], { ...fullRecord, task: 'decide:3' }));
    expect(again.subject.decisions).toMatchObject([{ task: 'decide:3' }]);
    const refused = story.then(office.owner, decide([refusedDataset()], { ground: 'other' }));
    expect(refused.then(office.steward, raise('B')).subject.decisions).toMatchObject([{ task: 'decide:1' }]);
  });
});

describe('refusing as a whole', () => {
  const story = CaseStory.opened();

  test('needs a ground and reasons, at any stage, and says who did it', () => {
    expect(story.no(office.owner, refuse('mood', ''))).toEqual([
      ['sharing.ground-missing', 'ground'],
      ['sharing.reasons-missing', 'reasons'],
    ]);
    const refused = story.then(office.owner, refuse());
    expect(refused.subject).toMatchObject({
      ...{ state: 'decided', outcome: { code: 'refused' }, decidedBy: people.olu, decisions: [] },
      tasks: [{ id: 'validate', state: 'not-needed' }],
    });
    expect(refused.content['outcome']).toEqual({ reasons: 'It was told in confidence.' });
  });

  test('is for whoever would decide, where the owner has gone', () => {
    const left = story.knowing({ officers: fullOffice.filter(({ person }) => person !== people.olu) });
    expect(left.no(office.otherOwner, refuse())).toEqual([['sharing.not-owner-of-all', undefined]]);
    expect(left.no(office.siro, refuse())).toEqual([]);
    expect(story.no(office.siro, refuse())).toEqual([['sharing.not-owner-of-all', undefined]]);
  });

  test('is for one who was asked to decide all of it', () => {
    const named = story.then(office.steward, validate()).then(office.administrator, assign('decide:1', people.max));
    expect(named.no(office.colleague, refuse())).toEqual([]);
  });
});

describe('the office of one or two', () => {
  const sole = officer(people.olu, ['owner', 'adviser:legal', 'adviser:data-protection', 'steward', 'administrator']);

  test.each([
    [1, true],
    [2, true],
    [3, false],
  ])('of %i may advise and decide: %s', (size, may) => {
    const officers = [sole, ...[office.colleague, officer(people.cal, [])].slice(0, size - 1)];
    expect(isSoleOffice(officers)).toBe(may);
    const story = CaseStory.opened({ lane: 'B' }, { officers })
      .then(sole, validate())
      .then(sole, advise('data-protection'))
      .then(sole, advise('legal'));
    const codes = story.no(sole, decide([approved()], fullRecord));
    expect(codes).toEqual(may ? [] : [['sharing.advised-already', undefined]]);
    if (!may) return;
    const decided = story.then(sole, decide([approved()], fullRecord));
    expect(decided.last[0]).toMatchObject({ type: 'case-task-decided', facts: { soleOfficer: true } });
  });

  test('says nothing of a sole officer where nobody advised', () => {
    const story = CaseStory.opened({}, { officers: [sole] })
      .then(sole, validate())
      .then(sole, decide());
    expect(story.last[0]).toMatchObject({ facts: { soleOfficer: false } });
  });
});
