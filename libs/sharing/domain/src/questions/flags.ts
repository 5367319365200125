import { addDays, isLocalDate, type LocalDate } from '#kernel';
import { laneAtLeast, type Lane } from '../lane.ts';
import { answerTo, isGiven, type Answers } from './answers.ts';
import { askedAnswers } from './asked-sections.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';

/** What a reviewer should see at once about the answers. */
export interface Flag {
  readonly code: string;
  readonly label: string;
  readonly severity: 'attention' | 'information';
  /** The question whose answer raised it. */
  readonly question?: string;
}

/** What flags depend on beside the answers. */
export interface FlagCircumstances {
  readonly lane: Lane;
  /** The day in the owner's zone. */
  readonly today: LocalDate;
}

/** A flag that an answer raises where it is, or holds, one of the values. */
type Rule = readonly [question: string, code: string, label: string, ...values: readonly (string | boolean)[]];

const attention: readonly Rule[] = [
  ['special-category', 'special-category', 'Very private data about people', true],
  ['criminal', 'criminal', 'Data about crimes', true],
  ['care', 'care', 'Health care or social care: Caldicott advice is needed', true],
  ['children', 'children', 'Data about children', true],
  ['re-identification', 're-identification-likely', 'People are likely to be recognised', 'likely'],
  ['no-re-identification', 'may-re-identify', 'Does not promise to leave people unrecognised', false],
  ['transfer', 'transfer', 'Data about people leaves the United Kingdom', true],
  ['transfer-safeguard', 'transfer-unprotected', 'Nothing protects the data abroad yet', 'not-known'],
  ['dpia', 'dpia-missing', 'No impact assessment (DPIA) yet', 'not-considered'],
  ['dpia-outcome', 'high-residual-risk', 'High risk to people remains: the regulator must be asked', 'high'],
  ['law-enforcement', 'law-enforcement', 'Law enforcement: Part 3 of the Data Protection Act 2018', true],
  ['confidence', 'confidence', 'Told in confidence', true],
  ['national-data-opt-out', 'opt-out-not-known', 'Not known whether opted-out patients are left out', 'not-known'],
  ['exclusive', 'exclusive', 'Wants to be the only one', true],
  ['ai-training', 'ai-training', 'Trains artificial intelligence', true],
  ['other-recipients', 'other-recipients', 'Passes data on to others', true],
  ['training', 'untrained', 'Not all who work with it are trained', 'not-all'],
  ['storage', 'portable', 'Kept on laptops or sticks', 'portable'],
  ['conflict', 'conflict', 'Ties to somebody who decides', true],
  ['publication-understood', 'publication-not-understood', 'Did not know that a summary is published', false],
  ['truthful', 'not-declared-true', 'Did not declare the answers to be true', false],
];

const information: readonly Rule[] = [
  ['re-identification', 're-identification-possible', 'People might be recognised', 'possible'],
  ['storage-place', 'stored-abroad', 'Kept outside the United Kingdom', 'uk-and-elsewhere', 'elsewhere'],
  ['dpia', 'dpia-under-way', 'Impact assessment (DPIA) not finished', 'under-way'],
  ['commercial', 'commercial', 'Commercial use', true],
  ['linkage', 'linkage', 'Joined with other data', true],
  ['frequency', 'live', 'Wants a live connection', 'live'],
];

/** The owner's default target is 20 working days, four weeks: what is needed before that is needed soon. */
const soonDays = 28;

/** Flags of the answers to the default set, those that want attention first. Answers to what is not asked raise none. */
export function flagsOf(answers: Answers, circumstances: FlagCircumstances): readonly Flag[] {
  const asked = askedAnswers([defaultQuestionSet], { answers, lane: circumstances.lane });
  return [
    ...raised(attention, 'attention', asked),
    ...moreAttention(asked, circumstances),
    ...raised(information, 'information', asked),
    ...moreInformation(asked, circumstances),
  ];
}

const raised = (rules: readonly Rule[], severity: Flag['severity'], answers: Answers): readonly Flag[] =>
  rules.flatMap(([question, code, label, ...values]) =>
    values.some((value) => says(answers, question, value)) ? [{ code, label, severity, question }] : [],
  );

function says(answers: Answers, question: string, value: string | boolean): boolean {
  const answer = answerTo(answers, question);
  return answer === value || (Array.isArray(answer) && answer.includes(value));
}

function moreAttention(answers: Answers, { lane }: FlagCircumstances): readonly Flag[] {
  const severity = 'attention';
  const flags: Flag[] = [];
  if (laneAtLeast(lane, 'B') && !isGiven(answerTo(answers, 'dpia'))) {
    flags.push({ code: 'dpia-missing', label: 'No impact assessment (DPIA) yet', severity, question: 'dpia' });
  }
  if (says(answers, 'public-body', true) && says(answers, 'lawful-basis', 'legitimate-interests')) {
    const label = 'A public body relies on legitimate interests';
    flags.push({ code: 'interests-of-public-body', label, severity, question: 'lawful-basis' });
  }
  return flags;
}

function moreInformation(answers: Answers, { lane, today }: FlagCircumstances): readonly Flag[] {
  const severity = 'information';
  const flags: Flag[] = [];
  const neededBy = answerTo(answers, 'needed-by');
  if (typeof neededBy === 'string' && isLocalDate(neededBy) && neededBy <= addDays(today, soonDays)) {
    flags.push({ code: 'needed-soon', label: 'Needed soon', severity, question: 'needed-by' });
  }
  if (laneAtLeast(lane, 'B') && !isGiven(answerTo(answers, 'reviewed-by'))) {
    const label = 'No expert of the requester has checked the law section';
    flags.push({ code: 'not-reviewed', label, severity, question: 'reviewed-by' });
  }
  if (isGiven(answerTo(answers, 'withhold'))) {
    const label = 'Asks the register to leave something out';
    flags.push({ code: 'withhold', label, severity, question: 'withhold' });
  }
  return flags;
}
