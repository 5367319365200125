import { addDays, isLocalDate, type LocalDate } from '#kernel';
import { laneAtLeast, type Lane } from '../lane.ts';
import { answerTo, isGiven, type Answers } from './answers.ts';
import { askedAnswers } from './asked-sections.ts';
import { holds } from './condition.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';
import type { Condition } from './question-set.ts';

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

interface Rule extends Flag {
  readonly when: Condition;
}

const attention = (code: string, label: string, question: string, when: Condition): Rule => ({
  code,
  label,
  severity: 'attention',
  question,
  when,
});

const information = (code: string, label: string, question: string, when: Condition): Rule => ({
  ...attention(code, label, question, when),
  severity: 'information',
});

const yes = (answer: string): Condition => ({ answer, is: true });
const no = (answer: string): Condition => ({ answer, is: false });
const oneOf = (answer: string, ...codes: readonly string[]): Condition => ({
  any: codes.map((code) => ({ answer, is: code })),
});

const rules: readonly Rule[] = [
  attention('special-category', 'Very private data about people', 'special-category', yes('special-category')),
  attention('criminal', 'Data about crimes', 'criminal', yes('criminal')),
  attention('care', 'Health care or social care: Caldicott advice is needed', 'care', yes('care')),
  attention('children', 'Data about children', 'children', yes('children')),
  attention(
    're-identification-likely',
    'People are likely to be recognised',
    're-identification',
    oneOf('re-identification', 'likely'),
  ),
  information(
    're-identification-possible',
    'People might be recognised',
    're-identification',
    oneOf('re-identification', 'possible'),
  ),
  attention(
    'may-re-identify',
    'Does not promise to leave people unrecognised',
    'no-re-identification',
    no('no-re-identification'),
  ),
  attention('transfer', 'Data about people leaves the United Kingdom', 'transfer', yes('transfer')),
  information(
    'stored-abroad',
    'Kept outside the United Kingdom',
    'storage-place',
    oneOf('storage-place', 'uk-and-elsewhere', 'elsewhere'),
  ),
  attention(
    'transfer-unprotected',
    'Nothing protects the data abroad yet',
    'transfer-safeguard',
    oneOf('transfer-safeguard', 'not-known'),
  ),
  attention('dpia-missing', 'No impact assessment (DPIA) yet', 'dpia', oneOf('dpia', 'not-considered')),
  information('dpia-under-way', 'Impact assessment (DPIA) not finished', 'dpia', oneOf('dpia', 'under-way')),
  attention(
    'high-residual-risk',
    'High risk to people remains: the regulator must be asked',
    'dpia-outcome',
    oneOf('dpia-outcome', 'high'),
  ),
  attention(
    'law-enforcement',
    'Law enforcement: Part 3 of the Data Protection Act 2018',
    'law-enforcement',
    yes('law-enforcement'),
  ),
  attention('confidence', 'Told in confidence', 'confidence', yes('confidence')),
  attention(
    'opt-out-not-known',
    'Not known whether opted-out patients are left out',
    'national-data-opt-out',
    oneOf('national-data-opt-out', 'not-known'),
  ),
  attention('interests-of-public-body', 'A public body relies on legitimate interests', 'lawful-basis', {
    all: [yes('public-body'), oneOf('lawful-basis', 'legitimate-interests')],
  }),
  attention('exclusive', 'Wants to be the only one', 'exclusive', yes('exclusive')),
  attention('ai-training', 'Trains artificial intelligence', 'ai-training', yes('ai-training')),
  attention('other-recipients', 'Passes data on to others', 'other-recipients', yes('other-recipients')),
  information('commercial', 'Commercial use', 'commercial', yes('commercial')),
  information('linkage', 'Joined with other data', 'linkage', yes('linkage')),
  information('live', 'Wants a live connection', 'frequency', oneOf('frequency', 'live')),
  attention('untrained', 'Not all who work with it are trained', 'training', oneOf('training', 'not-all')),
  attention('portable', 'Kept on laptops or sticks', 'storage', { answer: 'storage', has: 'portable' }),
  attention('conflict', 'Ties to somebody who decides', 'conflict', yes('conflict')),
  attention(
    'publication-not-understood',
    'Did not know that a summary is published',
    'publication-understood',
    no('publication-understood'),
  ),
  attention('not-declared-true', 'Did not declare the answers to be true', 'truthful', no('truthful')),
];

/** What the answers to `withhold` raise, and what only shows by a date or by something that was left open. */
function moreFlags(answers: Answers, { lane, today }: FlagCircumstances): readonly Flag[] {
  const isAnswered = (question: string): boolean => isGiven(answerTo(answers, question));
  const neededBy = answerTo(answers, 'needed-by');
  const flags: (Flag | false)[] = [
    typeof neededBy === 'string' && isLocalDate(neededBy) && neededBy <= addDays(today, soonDays)
      ? { code: 'needed-soon', label: 'Needed soon', severity: 'information', question: 'needed-by' }
      : false,
    laneAtLeast(lane, 'B') && !isAnswered('dpia')
      ? { code: 'dpia-missing', label: 'No impact assessment (DPIA) yet', severity: 'attention', question: 'dpia' }
      : false,
    laneAtLeast(lane, 'B') && !isAnswered('reviewed-by')
      ? {
          code: 'not-reviewed',
          label: 'No expert of the requester has checked the law section',
          severity: 'information',
          question: 'reviewed-by',
        }
      : false,
    isAnswered('withhold')
      ? {
          code: 'withhold',
          label: 'Asks the register to leave something out',
          severity: 'information',
          question: 'withhold',
        }
      : false,
  ];
  return flags.filter((flag) => flag !== false);
}

/** The owner's default target is 20 working days, four weeks: what is needed before that is needed soon. */
const soonDays = 28;

/** Flags of the answers to the default set, those that want attention first. Answers to what is not asked raise none. */
export function flagsOf(answers: Answers, circumstances: FlagCircumstances): readonly Flag[] {
  const asked = askedAnswers([defaultQuestionSet], { answers, lane: circumstances.lane });
  const raised = rules
    .filter(({ when }) => holds(when, { answers: asked, lane: circumstances.lane }))
    .map(({ when: _, ...flag }): Flag => flag);
  const flags = [...raised, ...moreFlags(asked, circumstances)];
  return [...flags.filter(isAttention), ...flags.filter((flag) => !isAttention(flag))];
}

const isAttention = ({ severity }: Flag): boolean => severity === 'attention';
