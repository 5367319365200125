import { describe, expect, test } from '@jest/globals';
import {
  acceptRisk,
  advise,
  approved,
  CaseStory,
  decide,
  fullRecord,
  givenCase,
  ids,
  kerbs,
  knownFacts,
  office,
  people,
  refusedDataset,
  validate,
} from '#testing/sharing';
import type { Lane } from '../lane.ts';
import { hasObjection } from './approval.ts';
import type { DecideCase } from './commands.ts';
import type { CaseEvent } from './events.ts';

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
