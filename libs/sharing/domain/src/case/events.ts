import type { LocalDate } from '#kernel';
import type { DomainEvent } from '#ledger/domain';
import type { RegimeCode } from '../clocks/index.ts';
import type { Outcome, TaskDecision } from '../decision/decision.ts';
import type { RecordCodes } from '../decision/decision-record.ts';
import type { Lane } from '../lane.ts';
import type { Advice, Asker, CaseDataset, Redirect, Sample, Task } from './case.ts';
import type { TaskKind } from './route.ts';

type Nothing = Record<never, never>;
/** A patch of `CaseContent` by part; `null` empties a part. */
export type CasePatch = Readonly<Record<string, unknown>>;

type Asked = Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>;

interface Judged {
  readonly submission: number;
  readonly lane: Lane;
  readonly care: boolean;
  readonly datasets: readonly CaseDataset[];
  /** Everybody who took part in asking by now. */
  readonly people?: readonly string[];
}

export type CaseOpened = DomainEvent<
  'case-opened',
  Omit<Judged, 'people'> & {
    readonly id: string;
    readonly request: string;
    readonly reference: string;
    readonly organisation: string;
    readonly boards: readonly string[];
    readonly asker: Asker;
    readonly route: { readonly id: string; readonly version: number };
    readonly target: number;
    readonly arrivedOn: LocalDate;
    readonly legalFrom?: LocalDate;
  }
>;

/** A stage was reached, or its work changed: tasks new or altered, by id; the others stay. */
export type TasksSet = DomainEvent<'case-tasks-set', { readonly stage: TaskKind; readonly tasks: readonly Task[] }>;

export type CaseValidated = DomainEvent<
  'case-validated',
  {
    readonly task: string;
    readonly regime: RegimeCode;
    readonly legalDeadline?: LocalDate;
    readonly datasets: readonly Asked[];
  },
  CasePatch
>;

export type LaneSet = DomainEvent<'case-lane-set', { readonly lane: Lane; readonly lowered: boolean }, CasePatch>;
export type AdviceAsked = DomainEvent<'case-advice-asked', { readonly task: string }, CasePatch>;
export type AdviceGiven = DomainEvent<'case-advice-given', { readonly advice: Advice }, CasePatch>;
export type WentOnWithoutAdvice = DomainEvent<
  'case-went-on-without-advice',
  { readonly tasks: readonly string[] },
  CasePatch
>;
export type RiskAccepted = DomainEvent<'case-risk-accepted', { readonly task: string; readonly by: string }, CasePatch>;

export type TaskDecided = DomainEvent<
  'case-task-decided',
  {
    readonly decision: TaskDecision;
    readonly codes: RecordCodes;
    readonly precedents: readonly string[];
    /** Decided although an adviser objected: the board is told. */
    readonly againstObjection: boolean;
    /** Fewer than three active people: one of them advised and decided. */
    readonly soleOfficer: boolean;
  },
  CasePatch
>;

/** The case is decided: all its owners have, or it was refused or passed on as a whole. */
export type CaseDecided = DomainEvent<
  'case-decided',
  {
    readonly outcome: Outcome;
    readonly on: LocalDate;
    /** Who closed it as a whole; absent where its owners decided, each for themself. */
    readonly by?: string;
    readonly ground?: string;
    readonly redirect?: Redirect;
  },
  CasePatch
>;

export type RedirectFollowed = DomainEvent<'case-redirect-followed', { readonly case: string }>;
export type CaseReturned = DomainEvent<
  'case-returned',
  { readonly on: LocalDate; readonly cannotIdentify: boolean; readonly questions: readonly string[] },
  CasePatch
>;
export type CaseAnswered = DomainEvent<
  'case-answered',
  Judged & {
    readonly on: LocalDate;
    /** Where it could not be told what was wanted: the legal clock begins anew. */
    readonly legalFrom?: LocalDate;
    readonly legalDeadline?: LocalDate;
  }
>;
export type SubmissionHandedOver = DomainEvent<'case-submission-handed-over', Judged>;
export type CaseHeld = DomainEvent<
  'case-held',
  { readonly waitingFor: 'regulator' | 'third-party'; readonly on: LocalDate; readonly until: LocalDate },
  CasePatch
>;
export type CaseResumed = DomainEvent<'case-resumed', { readonly on: LocalDate }>;
export type CaseWithdrawn = DomainEvent<'case-withdrawn', { readonly on: LocalDate }>;
export type CaseLapsed = DomainEvent<'case-lapsed', { readonly on: LocalDate }>;
export type CaseReopened = DomainEvent<'case-reopened', { readonly on: LocalDate }>;
export type DeadlineExtended = DomainEvent<'case-deadline-extended', { readonly until: LocalDate }, CasePatch>;
export type TaskAssigned = DomainEvent<'case-task-assigned', { readonly task: string; readonly person: string }>;
export type ConflictDeclared = DomainEvent<'case-conflict-declared', { readonly person: string }, CasePatch>;
export type DecisionRescinded = DomainEvent<'case-decision-rescinded', { readonly on: LocalDate }, CasePatch>;
export type ReviewAsked = DomainEvent<
  'case-review-asked',
  { readonly on: LocalDate; readonly from: 'decided' | 'open' },
  CasePatch
>;
export type ReviewConcluded = DomainEvent<
  'case-review-concluded',
  { readonly result: 'confirmed' | 'changed'; readonly on: LocalDate; readonly soleOfficer: boolean },
  CasePatch
>;
/** Another one answers for the request; whoever ever took part in asking stays one who asked. */
export type AskerChanged = DomainEvent<'case-asker-changed', { readonly person: string }>;
export type OwnersChanged = DomainEvent<
  'case-owners-changed',
  { readonly datasets: readonly Pick<CaseDataset, 'dataset' | 'owners' | 'unit'>[] }
>;
export type RequesterReminded = DomainEvent<
  'case-requester-reminded',
  {
    /** The first or the second reminder of this return. */
    readonly number: number;
    readonly lapsesOn: LocalDate;
  }
>;
export type TasksEscalated = DomainEvent<'case-tasks-escalated', { readonly tasks: readonly string[] }>;
/** A member of a board may read answers and evidence until a day. */
export type SampleOpened = DomainEvent<'case-sample-opened', { readonly sample: Sample }, CasePatch>;
export type FormsAccepted = DomainEvent<'case-forms-accepted', Nothing>;
export type FormsDeclined = DomainEvent<'case-forms-declined', Nothing>;
/** Its agreement was abandoned before it was in force. */
export type NotTakenUp = DomainEvent<'case-not-taken-up', { readonly on: LocalDate }>;

export type CaseEvent =
  | CaseOpened
  | TasksSet
  | CaseValidated
  | LaneSet
  | AdviceAsked
  | AdviceGiven
  | WentOnWithoutAdvice
  | RiskAccepted
  | TaskDecided
  | CaseDecided
  | RedirectFollowed
  | CaseReturned
  | CaseAnswered
  | SubmissionHandedOver
  | CaseHeld
  | CaseResumed
  | CaseWithdrawn
  | CaseLapsed
  | CaseReopened
  | DeadlineExtended
  | TaskAssigned
  | ConflictDeclared
  | DecisionRescinded
  | ReviewAsked
  | ReviewConcluded
  | AskerChanged
  | OwnersChanged
  | RequesterReminded
  | TasksEscalated
  | SampleOpened
  | FormsAccepted
  | FormsDeclined
  | NotTakenUp;
