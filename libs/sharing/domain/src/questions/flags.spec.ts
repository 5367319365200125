import { describe, expect, test } from '@jest/globals';
import { answerTo, type Answer, type Answers } from './answers.ts';
import { faultsOfAnswers } from './answer-faults.ts';
import { mergedSections } from './asked-sections.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';
import { flagsOf } from './flags.ts';
import { screenedLane } from './screened-lane.ts';

const today = '2026-06-01';
const codes = (answers: Answers, lane = screenedLane(answers)) =>
  flagsOf(answers, { lane, today }).map(({ code }) => code);

describe('the lane that the answers ask for', () => {
  test.each<[string, Answers, string]>([
    ['nothing answered', {}, 'A'],
    ['not about people', { personal: false }, 'A'],
    ['about people', { personal: true }, 'B'],
    ['very private', { personal: true, 'special-category': true }, 'C'],
    ['crimes', { personal: true, criminal: true }, 'C'],
    ['care', { personal: true, care: true }, 'C'],
    ['children', { personal: true, children: true }, 'B'],
    ['what was answered before it turned out not to be about people', { personal: false, care: true }, 'A'],
    ['people might be recognised', { personal: false, 're-identification': 'likely' }, 'A'],
    ['a text where a yes belongs', { personal: 'true' }, 'A'],
  ])('%s', (_, answers, lane) => {
    expect(screenedLane(answers)).toBe(lane);
  });
});

describe('flags for the reviewer', () => {
  test('a plain request raises none', () => {
    expect(codes({ title: 'Trees', personal: false, linkage: false, 're-identification': 'no' })).toEqual([]);
  });

  test.each<[string, Answers]>([
    ['special-category', { personal: true, 'special-category': true }],
    ['criminal', { personal: true, criminal: true }],
    ['care', { personal: true, care: true }],
    ['children', { personal: true, children: true }],
    ['re-identification-likely', { 're-identification': 'likely' }],
    ['re-identification-possible', { 're-identification': 'possible' }],
    ['may-re-identify', { 'no-re-identification': false }],
    ['transfer', { personal: true, transfer: true }],
    ['transfer-unprotected', { personal: true, transfer: true, 'transfer-safeguard': 'not-known' }],
    ['stored-abroad', { 'storage-place': 'elsewhere' }],
    ['dpia-missing', { personal: true }],
    ['dpia-missing', { personal: true, dpia: 'not-considered' }],
    ['dpia-under-way', { personal: true, dpia: 'under-way' }],
    ['high-residual-risk', { personal: true, dpia: 'done', 'dpia-outcome': 'high' }],
    ['law-enforcement', { personal: true, 'law-enforcement': true }],
    ['confidence', { personal: true, confidence: true }],
    ['opt-out-not-known', { personal: true, care: true, 'national-data-opt-out': 'not-known' }],
    ['interests-of-public-body', { personal: true, 'public-body': true, 'lawful-basis': 'legitimate-interests' }],
    ['exclusive', { exclusive: true }],
    ['ai-training', { 'ai-training': true }],
    ['other-recipients', { 'other-recipients': true }],
    ['commercial', { commercial: true }],
    ['linkage', { linkage: true }],
    ['live', { frequency: 'live' }],
    ['untrained', { personal: true, training: 'not-all' }],
    ['portable', { storage: ['cloud', 'portable'] }],
    ['conflict', { conflict: true }],
    ['publication-not-understood', { 'publication-understood': false }],
    ['not-declared-true', { truthful: false }],
    ['needed-soon', { 'needed-by': '2026-06-29' }],
    ['not-reviewed', { personal: true }],
    ['withhold', { withhold: { funders: 'A trade secret' } }],
  ])('%s is raised by %j', (code, answers) => {
    expect(codes(answers)).toContain(code);
    const lane = screenedLane(answers);
    expect(faultsOfAnswers([defaultQuestionSet], answers, { answers, lane }, 'shape')).toEqual([]);
  });

  test.each<[string, Answers]>([
    ['needed-soon', { 'needed-by': '2026-06-30' }],
    ['needed-soon', { 'needed-by': 'soon' }],
    ['dpia-missing', { personal: true, dpia: 'done' }],
    ['dpia-missing', { personal: false }],
    ['not-reviewed', { personal: true, 'reviewed-by': ['legal'] }],
    ['interests-of-public-body', { personal: true, 'public-body': false, 'lawful-basis': 'legitimate-interests' }],
  ])('%s is not raised by %j', (code, answers) => {
    expect(codes(answers)).not.toContain(code);
  });

  test('an answer to what is not asked raises none', () => {
    expect(codes({ personal: false, children: true, transfer: true, training: 'not-all' })).toEqual([]);
  });

  test('each is raised once and names a question of the set; those that want attention come first', () => {
    const ids = new Set(mergedSections([defaultQuestionSet]).flatMap((one) => one.questions.map(({ id }) => id)));
    const everything = Object.fromEntries(
      mergedSections([defaultQuestionSet]).flatMap(({ questions }) =>
        questions.flatMap(({ id, kind }): [string, Answer][] => (kind === 'yes-no' ? [[id, true]] : [])),
      ),
    );
    expect(answerTo(everything, 'personal')).toBe(true);
    const flags = flagsOf({ ...everything, dpia: 'not-considered' }, { lane: 'C', today });
    for (const { question } of flags) expect(ids).toContain(question);
    expect(new Set(flags.map(({ code }) => code)).size).toBe(flags.length);
    const severities = flags.map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities).size).toBe(2);
  });
});
