import type { LocalDate, Role } from '#kernel';
import type { RegimeCode } from '../clocks/index.ts';
import type { Lane } from '../lane.ts';
import type { Outcome, TaskDecision } from '../decision/decision.ts';
import type { AdviceLabel, TaskKind, WorkKind } from './route.ts';

/**
 * `open` stands at a stage of its route; `returned` waits for the requester; `on-hold` for somebody outside; the rest are
 * ends, of which a decided one can be reviewed or rescinded and a lapsed one reopened once.
 */
export const caseStates = [
  'open',
  'returned',
  'on-hold',
  'decided',
  'under-review',
  'withdrawn',
  'lapsed',
  'not-taken-up',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseStateLabels: Record<CaseState, string> = {
  open: 'Open',
  returned: 'More information needed',
  'on-hold': 'On hold',
  decided: 'Decided',
  'under-review': 'Being reviewed',
  withdrawn: 'Withdrawn',
  lapsed: 'Closed: no answer',
  'not-taken-up': 'Not taken up',
};

/** What people read of an open case, by the kind of its stage. */
export const stageLabels: Record<TaskKind, string> = {
  validate: 'Being checked',
  advise: 'In review',
  accept: 'In review',
  decide: 'Being decided',
};

/** One piece of work of a stage. Who may do it follows from its roles, from its datasets, and from whom it is assigned to. */
export interface Task {
  /** Unique in its case: `validate`, `advise:legal`, `accept`, `decide:1`, `review:1` … */
  readonly id: string;
  readonly kind: WorkKind;
  readonly label?: AdviceLabel;
  /** Advice that somebody asked for beyond the route. */
  readonly asked?: true;
  /** Whose work it is: the role meant for it or, where nobody holds that, the next one. */
  readonly roles: readonly Role[];
  /** For a decision: the datasets that it is about. */
  readonly datasets?: readonly string[];
  /** Somebody who was asked to do it; those who hold the role may do it all the same. */
  readonly assignee?: string;
  readonly state: 'open' | 'done' | 'not-applicable' | 'passed-over' | 'not-needed';
  readonly due: LocalDate;
  /** Nobody can do it now: the administrator is told, and assigns it. */
  readonly gap?: true;
  /** Its target has passed and its stand-in was told. */
  readonly escalated?: true;
}

/** One dataset asked for, as this case knows it. */
export interface CaseDataset {
  readonly dataset: string;
  /** Persons who may decide; empty: whoever holds the role in the organisation. */
  readonly owners: readonly string[];
  readonly unit?: string;
  /** Columns asked for, those included that a steward made of fields described in words. */
  readonly columns: readonly string[];
  /** Whether fields are wanted in words that nobody has turned into columns yet. */
  readonly described: boolean;
  /** Whether the whole of it is asked for, because it lists no columns. */
  readonly whole: boolean;
}

export const verdicts = ['support', 'support-if', 'object'] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictLabels: Record<Verdict, string> = {
  support: 'Supports it',
  'support-if': 'Supports it on conditions',
  object: 'Objects',
};

export interface Advice {
  readonly task: string;
  readonly label: AdviceLabel;
  readonly verdict: Verdict;
  readonly by: string;
  /** Id of the standing advice that was used. */
  readonly standing?: string;
}

/** Who asks, as the case knows them. */
export interface Asker {
  /** Who answers for the request now. */
  readonly person: string;
  /** Everybody who took part in asking: none of them may decide. */
  readonly people: readonly string[];
  /** Absent for an individual. */
  readonly organisation?: string;
  readonly unit?: string;
}

/** A stretch in which the target clock stands still. */
export interface Pause {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** Answers and evidence that one member of a board may read for a while, to look how decisions come about. */
export interface Sample {
  readonly person: string;
  /** The board for which they read. */
  readonly board: string;
  readonly on: LocalDate;
  /** The last day. */
  readonly until: LocalDate;
}

/** Days for which a sample is open, beside that on which it is opened. */
export const sampleDays = 14;

/** The sample that is open to this person today. */
export const sampleOf = (
  { samples = [] }: Pick<Case, 'samples'>,
  person: string,
  today: LocalDate,
): Sample | undefined => samples.findLast((one) => one.person === person && one.until >= today);

/** What the rules know of a case: folded from the facts of its events. */
export interface Case {
  readonly id: string;
  readonly request: string;
  readonly reference: string;
  /** The organisation that decides. */
  readonly organisation: string;
  /** Boards that hold it to account. */
  readonly boards: readonly string[];
  readonly asker: Asker;
  readonly datasets: readonly CaseDataset[];
  /** Number of the submission that this case judges. */
  readonly submission: number;
  readonly state: CaseState;
  readonly route: { readonly id: string; readonly version: number };
  readonly stage: TaskKind;
  /** The highest of the answers, the columns asked for and what those who work on it chose; the DPO alone lowers it. */
  readonly lane: Lane;
  /** Whether the data is about health or social care; once said it stays. */
  readonly care: boolean;
  /** The day on which name, address, data and purpose arrived here: the target counts from it. */
  readonly arrivedOn: LocalDate;
  /** From where the legal clock counts, where that is another day: one kept from before, or that of an answer. */
  readonly legalFrom?: LocalDate;
  readonly regime?: RegimeCode;
  readonly legalDeadline?: LocalDate;
  readonly extendedTo?: LocalDate;
  readonly target: number;
  readonly pauses: readonly Pause[];
  readonly tasks: readonly Task[];
  readonly advice: readonly Advice[];
  readonly acceptedBy?: string;
  readonly conflicts: readonly string[];
  readonly returned?: { readonly on: LocalDate; readonly cannotIdentify: boolean; readonly reminders: number };
  readonly heldUntil?: LocalDate;
  readonly heldFor?: 'regulator' | 'third-party';
  readonly lapsedOn?: LocalDate;
  readonly reopened: boolean;
  readonly decisions: readonly TaskDecision[];
  readonly outcome?: Outcome;
  readonly decidedOn?: LocalDate;
  /** Who refused it or passed it on as a whole. */
  readonly decidedBy?: string;
  /** The requester's answer to columns in a coarser form. */
  readonly formsAccepted?: true;
  /** Where the case was when a review was asked for. */
  readonly review?: { readonly on: LocalDate; readonly from: 'decided' | 'open'; readonly count: number };
  /** Those who decided before a review sent it back: another one decides then. */
  readonly deciders: readonly string[];
  /** For one passed on: where to. */
  readonly redirect?: Redirect;
  /** Absent before the first. */
  readonly samples?: readonly Sample[];
}

export interface Redirect {
  readonly kind: 'open-already' | 'not-held' | 'information-rights';
  /** The organisation that holds the data, where it is one of ours. */
  readonly organisation?: string;
  readonly datasets: readonly string[];
  /** Whether the requester had a case opened there. */
  readonly followed: boolean;
}

/** What a case says in words: folded from the content of its events. Notes, advice and reasons are shown by standing. */
export interface CaseContent {
  readonly [part: string]: unknown;
}

export const openTasks = (subject: Pick<Case, 'tasks'>): readonly Task[] =>
  subject.tasks.filter((task) => task.state === 'open');

export const taskOf = (subject: Pick<Case, 'tasks'>, id: string): Task | undefined =>
  subject.tasks.find((task) => task.id === id);

/** The day after which the legal clock counts. */
export const legalStart = ({ legalFrom, arrivedOn }: Pick<Case, 'legalFrom' | 'arrivedOn'>): LocalDate =>
  legalFrom ?? arrivedOn;

/** Work that can be done now: who decides waits until the stages before are done, and a review has a state of its own. */
export const tasksNow = (subject: Pick<Case, 'state' | 'stage' | 'tasks'>): readonly Task[] =>
  openTasks(subject).filter(({ kind }) => {
    if (subject.state !== 'open') return subject.state === 'under-review' && kind === 'review';
    return kind !== 'review' && (kind !== 'decide' || subject.stage === 'decide');
  });

/** Everybody who decided it as it stands now: its datasets or the whole. */
export const decidedBy = ({
  decisions,
  decidedBy: whole,
}: Pick<Case, 'decisions' | 'decidedBy'>): readonly string[] => [
  ...decisions.map(({ by }) => by),
  ...(whole === undefined ? [] : [whole]),
];

/** States that no command of the requester or the owner is waiting in. */
export const isClosed = ({ state }: Pick<Case, 'state'>): boolean =>
  state === 'decided' || state === 'withdrawn' || state === 'lapsed' || state === 'not-taken-up';
