import type {
  AdviceLabel,
  AnswerCase,
  CaseCommand,
  ColumnForm,
  DatasetDecision,
  DecideCase,
  HoldCase,
  Lane,
  RedirectCase,
  ReturnCase,
  ValidateCase,
  Verdict,
} from '#sharing/domain';
import { kerbs } from './case-story.ts';
import { ids } from './sharing-people.ts';

/* Commands that are complete, so that a spec says only what it is about. */

export const validate = (more: Partial<ValidateCase> = {}): ValidateCase => ({
  type: 'validate-case',
  regime: 're-use',
  ...more,
});
export const raise = (lane: Lane, reason = 'Small areas tell who somebody is.'): CaseCommand => ({
  type: 'raise-lane',
  lane,
  reason,
});
export const lower = (lane: Lane, reason = 'Nobody is named in it.'): CaseCommand => ({
  type: 'lower-lane',
  lane,
  reason,
});
export const askAdvice = (label: AdviceLabel): CaseCommand => ({ type: 'ask-advice', label });
export const advise = (label: string, verdict: Verdict = 'support', text = 'As it is asked.'): CaseCommand => ({
  type: 'give-advice',
  task: `advise:${label}`,
  verdict,
  text,
});
export const goOn = (reason = 'The adviser is away.'): CaseCommand => ({ type: 'go-on-without-advice', reason });
export const acceptRisk = (reason = 'Low once places are generalised.'): CaseCommand => ({
  type: 'accept-risk',
  reason,
});

/** One dataset approved: these columns, or those of the kerbs, in one form. */
export const approved = (
  dataset: string = ids.kerbs,
  columns: readonly string[] = kerbs.columns,
  form: ColumnForm = 'as-is',
): DatasetDecision => ({ dataset, outcome: 'approved', columns: columns.map((column) => ({ column, form })) });
export const refusedDataset = (dataset: string = ids.kerbs): DatasetDecision => ({
  dataset,
  outcome: 'refused',
  columns: [],
});

export const decide = (
  datasets: readonly DatasetDecision[] = [approved()],
  more: Partial<DecideCase> = {},
): DecideCase => ({
  type: 'decide-case',
  task: 'decide:1',
  datasets,
  reasons: 'It serves the purpose.',
  conditions: [],
  codes: {},
  words: {},
  ...more,
});

/** What the record of an approval in lane C holds; lane B needs a part of it. */
export const fullRecord: Pick<DecideCase, 'codes' | 'words'> = {
  codes: {
    lawfulBasisOwner: 'public-task',
    lawfulBasisRequester: 'legitimate-interests',
    specialCondition: 'research',
    dpiaScreening: 'needed',
    dpiaOutcome: 'low',
  },
  words: { legalPowerOwner: 'Localism Act 2011, s.1', confidentiality: 'Held in a safe setting.' },
};

export const refuse = (ground = 'confidentiality', reasons = 'It was told in confidence.'): CaseCommand => ({
  type: 'refuse-case',
  ground,
  reasons,
});
export const redirect = (more: Partial<RedirectCase> = {}): CaseCommand => ({
  type: 'redirect-case',
  kind: 'not-held',
  reasons: 'The grid holds it.',
  organisation: ids.grid,
  datasets: [ids.poles],
  ...more,
});
export const returned = (more: Partial<ReturnCase> = {}): CaseCommand => ({
  type: 'return-case',
  comments: [{ question: 'aims', text: 'For which months?' }],
  cannotIdentify: false,
  ...more,
});
export const answer = (more: Partial<AnswerCase> = {}): CaseCommand => ({
  type: 'answer-case',
  submission: 2,
  lane: 'A',
  care: false,
  datasets: [kerbs],
  ...more,
});
export const handOver = (more: Partial<Omit<AnswerCase, 'type'>> = {}): CaseCommand => ({
  type: 'hand-over-submission',
  submission: 2,
  lane: 'A',
  care: false,
  datasets: [kerbs],
  ...more,
});
export const hold = (more: Partial<HoldCase> = {}): CaseCommand => ({
  type: 'hold-case',
  waitingFor: 'regulator',
  until: '2027-01-15',
  reason: 'The regulator is asked.',
  ...more,
});
export const assign = (task: string, person: string): CaseCommand => ({ type: 'assign-task', task, person });
export const conflict = (reason = 'My partner works there.'): CaseCommand => ({ type: 'declare-conflict', reason });
export const rescind = (reasons = 'The wrong schema.'): CaseCommand => ({ type: 'rescind-decision', reasons });
export const askReview = (reasons = 'The ground does not fit.'): CaseCommand => ({ type: 'ask-review', reasons });
export const conclude = (result: 'confirmed' | 'changed', reasons = 'Looked at anew.'): CaseCommand => ({
  type: 'conclude-review',
  result,
  reasons,
});
export const extend = (until: string, reason = 'The documents are extensive.'): CaseCommand => ({
  type: 'extend-deadline',
  until,
  reason,
});
/** A command that says nothing beside its name. */
export const plain = (
  type: Extract<
    CaseCommand['type'],
    | 'resume-case'
    | 'withdraw-case'
    | 'lapse-case'
    | 'reopen-case'
    | 'note-asker'
    | 'accept-forms'
    | 'decline-forms'
    | 'note-not-taken-up'
    | 'escalate-tasks'
    | 'remind-requester'
    | 'review-holders'
  >,
): CaseCommand => ({ type });
