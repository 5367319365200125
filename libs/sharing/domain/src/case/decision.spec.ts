import { describe, expect, test } from '@jest/globals';
import {
  acceptRisk,
  advise,
  approved,
  assign,
  CaseStory,
  decide,
  fullOffice,
  fullRecord,
  givenCase,
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
import type { Lane } from '../lane.ts';
import { hasObjection } from './approval.ts';
import type { DecideCase } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { isSoleOffice } from './holders.ts';

type Facts = Parameters<typeof CaseStory.opened>[1];

/** A case of the lane with all that comes before its decision. */
function toDecide(lane: Lane, facts: Facts = {}, care = false): CaseStory {
  const checked = CaseStory.opened({ lane, care }, facts).then(office.steward, validate());
  if (lane === 'A') return checked;
  const advised = checked.then(office.dpo, advise('data-protection')).then(office.legal, advise('legal'));
  if (lane === 'B') return advised;
  const secured = advised.then(office.security, advise('security'));
  return (care ? secured.then(office.caldicott, advise('caldicott')) : secured).then(office.siro, acceptRisk());
}

const codesOf = (story: CaseStory, more: Partial<DecideCase>) =>
  story.no(office.owner, decide([approved()], { ...fullRecord, ...more }));

describe('a decision in lane A', () => {
  const story = toDecide('A');

  test('needs its stage, reasons, and nothing about people', () => {
    expect(CaseStory.opened().no(office.owner, decide())).toEqual([['sharing.stage-not-reached', undefined]]);
    expect(story.no(office.owner, decide([approved()], { reasons: ' ' }))).toEqual([
      ['sharing.reasons-missing', 'reasons'],
    ]);
    const decided = story.then(office.owner, decide());
    expect(decided.subject).toMatchObject({
      ...{ state: 'decided', decidedOn: '2026-11-23', outcome: { code: 'approved', conditional: false } },
      decisions: [{ task: 'decide:1', by: people.olu }],
    });
    expect(decided.subject.decidedBy).toBeUndefined();
    expect(decided.content['decision:decide:1']).toMatchObject({ reasons: 'It serves the purpose.' });
  });

  test('is taken by those whose task it is', () => {
    expect(story.no(office.otherOwner, decide())).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.siro, decide())).toEqual([['sharing.not-your-task', undefined]]);
    expect(story.no(office.steward, decide())).toEqual([['ledger.not-allowed', undefined]]);
    expect(story.no(office.owner, decide([approved()], { task: 'validate' }))).toEqual([
      ['sharing.task-unknown', 'task'],
    ]);
    expect(story.no(office.owner, decide([approved()], { task: 'decide:9' }))).toEqual([
      ['sharing.task-unknown', 'task'],
    ]);
  });

  test.each<[string, Parameters<typeof decide>[0] & object, string, string]>([
    ['no dataset', [], 'sharing.dataset-undecided', 'datasets'],
    ['one twice', [approved(), approved()], 'sharing.dataset-undecided', 'datasets'],
    ['a column twice', [approved(ids.kerbs, [ids.ward, ids.ward])], 'sharing.column-twice', `datasets.${ids.kerbs}`],
    ['no columns', [approved(ids.kerbs, [])], 'sharing.columns-none', `datasets.${ids.kerbs}`],
    [
      'a column that is not asked for',
      [approved(ids.kerbs, [ids.ward, ids.postcode])],
      'sharing.column-not-requested',
      `datasets.${ids.kerbs}`,
    ],
    [
      'a column that is not asked for, in a coarser form',
      [approved(ids.kerbs, [ids.postcode], 'generalised')],
      'sharing.column-not-requested',
      `datasets.${ids.kerbs}`,
    ],
    [
      'a dataset that is not asked for',
      [approved(), approved(ids.streets, [ids.name])],
      'sharing.dataset-not-asked',
      `datasets.${ids.streets}`,
    ],
    [
      'columns of a refused dataset',
      [{ ...approved(), outcome: 'refused' }],
      'sharing.refused-with-columns',
      `datasets.${ids.kerbs}`,
    ],
  ])('about %s is none', (_, datasets, code, field) => {
    expect(story.no(office.owner, decide(datasets, { ground: 'other' }))).toEqual([[code, field]]);
  });

  test('to refuse names a ground of the list', () => {
    expect(story.no(office.owner, decide([refusedDataset()]))).toEqual([['sharing.ground-missing', 'ground']]);
    expect(story.no(office.owner, decide([refusedDataset()], { ground: 'mood' }))).toEqual([
      ['sharing.ground-missing', 'ground'],
    ]);
    const refused = story.then(office.owner, decide([refusedDataset()], { ground: 'security' }));
    expect(refused.subject.outcome).toEqual({ code: 'refused', conditional: false });
  });

  test.each<[string, Parameters<typeof decide>[0] & object, Partial<DecideCase>, object]>([
    ['fewer columns', [approved(ids.kerbs, [ids.ward])], {}, { code: 'partly-approved', conditional: false }],
    [
      'a coarser form',
      [approved(ids.kerbs, kerbs.columns, 'banded')],
      {},
      { code: 'partly-approved', conditional: false },
    ],
    ['conditions', [approved()], { conditions: ['Cite us.'] }, { code: 'approved', conditional: true }],
  ])('with %s is told as such', (_, datasets, more, expected) => {
    expect(story.then(office.owner, decide(datasets, more)).subject.outcome).toEqual(expected);
  });

  test('of a dataset asked for as a whole gives it whole', () => {
    const bare = { datasets: [{ ...knownFacts.datasets[0]!, columns: [] }] };
    const whole = CaseStory.opened({ datasets: [{ ...kerbs, columns: [], whole: true }] }, bare);
    const decided = whole.then(office.steward, validate()).then(office.owner, decide([approved(ids.kerbs, [])]));
    expect(decided.subject.outcome?.code).toBe('approved');
  });
});

describe('to approve in lane B', () => {
  const story = toDecide('B');

  test.each<[string, Partial<DecideCase>, string, string]>([
    [
      'no basis of the owner',
      { codes: { ...fullRecord.codes, lawfulBasisOwner: '' } },
      'sharing.lawful-basis-missing',
      'codes.lawfulBasisOwner',
    ],
    [
      'no basis of the requester',
      { codes: { ...fullRecord.codes, lawfulBasisRequester: undefined } },
      'sharing.lawful-basis-missing',
      'codes.lawfulBasisRequester',
    ],
    [
      'a basis that is none',
      { codes: { ...fullRecord.codes, lawfulBasisOwner: 'because' } },
      'sharing.code-unknown',
      'codes.lawfulBasisOwner',
    ],
    [
      'no screening',
      { codes: { ...fullRecord.codes, dpiaScreening: undefined } },
      'sharing.dpia-screening-missing',
      'codes.dpiaScreening',
    ],
    [
      'no outcome of a DPIA that is needed',
      { codes: { ...fullRecord.codes, dpiaOutcome: undefined } },
      'sharing.dpia-outcome-missing',
      'codes.dpiaOutcome',
    ],
    [
      'a high risk',
      { codes: { ...fullRecord.codes, dpiaOutcome: 'high' } },
      'sharing.regulator-first',
      'codes.dpiaOutcome',
    ],
    [
      'no power of a public owner',
      { words: { ...fullRecord.words, legalPowerOwner: ' ' } },
      'sharing.legal-power-missing',
      'words.legalPowerOwner',
    ],
  ])('with %s is refused', (_, more, code, field) => {
    expect(codesOf(story, more)).toEqual([[code, field]]);
  });

  test('needs the power of a requester that is a public body, and of no other', () => {
    expect(codesOf(story, {})).toEqual([]);
    const both = story.knowing({ requesterIsPublic: true });
    expect(codesOf(both, {})).toEqual([['sharing.legal-power-missing', 'words.legalPowerRequester']]);
    expect(codesOf(story.knowing({ ownerIsPublic: false }), { words: {} })).toEqual([]);
  });

  test('needs no outcome where no DPIA is needed, and nothing of lane C', () => {
    const codes = { ...fullRecord.codes, dpiaScreening: 'not-needed', dpiaOutcome: undefined, specialCondition: '' };
    expect(codesOf(story, { codes, words: { legalPowerOwner: 'Localism Act 2011' } })).toEqual([]);
  });

  test('while the submission says that a high risk remains is refused; without people nobody is at risk', () => {
    expect(toDecide('A').knowing({ remainingRisk: 'high' }).no(office.owner, decide())).toEqual([]);
    expect(codesOf(story.knowing({ remainingRisk: 'high' }), {})).toEqual([
      ['sharing.regulator-first', 'codes.dpiaOutcome'],
    ]);
  });

  test('in part needs the same; to refuse needs a ground and reasons alone', () => {
    const part = { codes: {}, words: {} };
    expect(story.no(office.owner, decide([approved(ids.kerbs, [ids.ward])], part)).map(([code]) => code)).toEqual([
      ...['sharing.lawful-basis-missing', 'sharing.lawful-basis-missing', 'sharing.legal-power-missing'],
      'sharing.dpia-screening-missing',
    ]);
    expect(story.no(office.owner, decide([refusedDataset()], { ...part, ground: 'personal-data' }))).toEqual([]);
  });
});

describe('to approve in lane C', () => {
  const story = toDecide('C');

  test.each<[string, Partial<DecideCase>, string, string]>([
    [
      'no condition of article 9 or 10',
      { codes: { ...fullRecord.codes, specialCondition: undefined } },
      'sharing.condition-missing',
      'codes.specialCondition',
    ],
    [
      'no outcome of the DPIA',
      { codes: { ...fullRecord.codes, dpiaScreening: 'not-needed', dpiaOutcome: '' } },
      'sharing.dpia-outcome-missing',
      'codes.dpiaOutcome',
    ],
    [
      'no word on confidence',
      { words: { legalPowerOwner: 'Act' } },
      'sharing.confidentiality-missing',
      'words.confidentiality',
    ],
  ])('with %s is refused', (_, more, code, field) => {
    expect(codesOf(story, more)).toEqual([[code, field]]);
  });

  test('with all of them is done', () => {
    expect(story.then(office.owner, decide([approved()], fullRecord)).subject.outcome?.code).toBe('approved');
  });

  test('about care needs the Caldicott adviser too', () => {
    expect(codesOf(toDecide('C', {}, true), {})).toEqual([]);
  });

  test('goes with what the case holds, whatever route brought it there', () => {
    const [opened] = CaseStory.opened({ lane: 'C', care: true }).events;
    const straight: CaseEvent = {
      type: 'case-tasks-set',
      facts: {
        stage: 'decide',
        tasks: [
          {
            ...{ id: 'decide:1', kind: 'decide', roles: ['owner'], datasets: [ids.kerbs] },
            ...{ state: 'open', due: '2026-11-30' },
          },
        ],
      },
    };
    const subject = givenCase(opened!, straight);
    expect(subject.stage).toBe('decide');
    const codes = CaseStory.of([opened!, straight]).no(office.owner, decide([approved()], fullRecord));
    expect(codes).toEqual([
      ['sharing.dpo-advice-missing', undefined],
      ['sharing.risk-not-accepted', undefined],
      ['sharing.caldicott-missing', undefined],
    ]);
  });
});

describe('an objection', () => {
  const story = CaseStory.opened({ lane: 'B' })
    .then(office.steward, validate())
    .then(office.dpo, advise('data-protection', 'object'))
    .then(office.legal, advise('legal'));

  test('is answered in writing by whoever approves all the same, and stands on record', () => {
    expect(hasObjection(story.subject)).toBe(true);
    expect(codesOf(story, {})).toEqual([['sharing.objection-unanswered', 'objectionReason']]);
    expect(codesOf(story, { objectionReason: ' ' })).toEqual([['sharing.objection-unanswered', 'objectionReason']]);
    const decided = story.then(office.owner, decide([approved()], { ...fullRecord, objectionReason: 'It is banded.' }));
    expect(decided.last[0]).toMatchObject({ type: 'case-task-decided', facts: { againstObjection: true } });
  });

  test('wants no answer of whoever refuses', () => {
    const refused = story.then(office.owner, decide([refusedDataset()], { ground: 'personal-data' }));
    expect(refused.last[0]).toMatchObject({ facts: { againstObjection: false } });
  });
});

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
