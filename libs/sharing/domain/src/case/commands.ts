import type { LocalDate } from '#kernel';
import type { RegimeCode } from '../clocks/index.ts';
import type { DatasetDecision } from '../decision/decision.ts';
import type { RecordCodes, RecordWords } from '../decision/decision-record.ts';
import type { Lane } from '../lane.ts';
import type { Asker, CaseDataset, Redirect, Verdict } from './case.ts';
import type { AdviceLabel } from './route.ts';

/** Begins the part of a request that one owning organisation decides; given together with the submission. */
export interface OpenCase {
  readonly type: 'open-case';
  readonly id: string;
  readonly request: string;
  readonly reference: string;
  readonly organisation: string;
  readonly asker: Asker;
  readonly datasets: readonly Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>[];
  readonly submission: number;
  /** The lane that the answers give. */
  readonly lane: Lane;
  readonly care: boolean;
  /** Kept for the legal clock when a case follows one that was passed on: any written request may be one for information. */
  readonly arrivedOn?: LocalDate;
}

/** Complete, and by which law it is handled; may raise the lane and turns fields described in words into columns. */
export interface ValidateCase {
  readonly type: 'validate-case';
  readonly regime: RegimeCode;
  readonly lane?: Lane;
  readonly columns?: readonly { readonly dataset: string; readonly columns: readonly string[] }[];
  /** Datasets that list no columns and are asked for as a whole. */
  readonly whole?: readonly string[];
  readonly note?: string;
}

export interface ChangeLane {
  readonly type: 'raise-lane' | 'lower-lane';
  readonly lane: Lane;
  readonly reason: string;
}

export interface AskAdvice {
  readonly type: 'ask-advice';
  readonly label: AdviceLabel;
  readonly question?: string;
}

export interface GiveAdvice {
  readonly type: 'give-advice';
  readonly task: string;
  readonly verdict: Verdict;
  readonly text: string;
}

/** After its target the decider goes on without advice that has not come. */
export interface GoOnWithoutAdvice {
  readonly type: 'go-on-without-advice';
  readonly reason: string;
}

/** Accepts the risk to people that remains. */
export interface AcceptRisk {
  readonly type: 'accept-risk';
  readonly reason: string;
}

export interface DecideCase {
  readonly type: 'decide-case';
  readonly task: string;
  readonly datasets: readonly DatasetDecision[];
  readonly reasons: string;
  readonly conditions: readonly string[];
  /** For every refusal among them. */
  readonly ground?: string;
  /** Why it is decided against an objection. */
  readonly objectionReason?: string;
  readonly precedents?: readonly string[];
  readonly codes: RecordCodes;
  readonly words: RecordWords;
}

/** Refuses the whole case at any stage. */
export interface RefuseCase {
  readonly type: 'refuse-case';
  readonly ground: string;
  readonly reasons: string;
}

export interface RedirectCase {
  readonly type: 'redirect-case';
  readonly kind: Redirect['kind'];
  readonly reasons: string;
  /** For data that is open already. */
  readonly address?: string;
  readonly organisation?: string;
  readonly datasets?: readonly string[];
}

/** The requester had a case opened where the data is held. */
export interface FollowRedirect {
  readonly type: 'note-redirect-followed';
  readonly case: string;
}

export interface ReturnCase {
  readonly type: 'return-case';
  /** Comments on questions (by id), and one on the whole under an empty id. */
  readonly comments: readonly { readonly question: string; readonly text: string }[];
  /** It cannot be told what is wanted: the legal clock begins anew when answered (FOIA 2000, s.1(3)). */
  readonly cannotIdentify: boolean;
}

/** The requester answers a return with a new submission. */
export interface AnswerCase {
  readonly type: 'answer-case';
  readonly submission: number;
  readonly lane: Lane;
  readonly care: boolean;
  readonly datasets: readonly Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>[];
  /** Everybody who took part in asking by now. */
  readonly people?: readonly string[];
}

/** The requester lets an open case judge a newer submission. */
export interface HandOverSubmission extends Omit<AnswerCase, 'type'> {
  readonly type: 'hand-over-submission';
}

export interface HoldCase {
  readonly type: 'hold-case';
  readonly waitingFor: 'regulator' | 'third-party';
  readonly until: LocalDate;
  readonly reason: string;
}

export interface ExtendDeadline {
  readonly type: 'extend-deadline';
  readonly until: LocalDate;
  readonly reason: string;
}

export interface AssignTask {
  readonly type: 'assign-task';
  readonly task: string;
  readonly person: string;
}

export interface DeclareConflict {
  readonly type: 'declare-conflict';
  readonly reason: string;
}

export interface RescindDecision {
  readonly type: 'rescind-decision';
  readonly reasons: string;
}

export interface AskReview {
  readonly type: 'ask-review';
  readonly reasons: string;
}

export interface ConcludeReview {
  readonly type: 'conclude-review';
  /** Confirmed: the decision stands. Changed: another one decides anew. */
  readonly result: 'confirmed' | 'changed';
  readonly reasons: string;
}

/** A member of a board opens answers and evidence as a sample; those whose case it is read why. */
export interface OpenSample {
  readonly type: 'open-sample';
  readonly reason: string;
}

/** Named people or roles have changed: who holds the open tasks is worked out again. Machines only. */
export interface ReviewHolders {
  readonly type: 'review-holders';
}

interface Plain {
  readonly type:
    | 'resume-case'
    | 'withdraw-case'
    | 'lapse-case'
    | 'reopen-case'
    /** Whoever gives it answers for the request from now on; given together with taking the request over. */
    | 'note-asker'
    /** The requester takes the columns in their coarser form. */
    | 'accept-forms'
    /** The requester does not: nothing is to be delivered. */
    | 'decline-forms'
    /** Its agreement was abandoned; given together with that. */
    | 'note-not-taken-up'
    /** Targets have passed: the stand-ins are told. Machines only. */
    | 'escalate-tasks'
    /** The requester is reminded of a return. Machines only. */
    | 'remind-requester';
}

export type CaseCommand =
  | OpenCase
  | ValidateCase
  | ChangeLane
  | AskAdvice
  | GiveAdvice
  | GoOnWithoutAdvice
  | AcceptRisk
  | DecideCase
  | RefuseCase
  | RedirectCase
  | FollowRedirect
  | ReturnCase
  | AnswerCase
  | HandOverSubmission
  | HoldCase
  | ExtendDeadline
  | AssignTask
  | DeclareConflict
  | RescindDecision
  | AskReview
  | ConcludeReview
  | OpenSample
  | ReviewHolders
  | Plain;

export type CaseCommandName = CaseCommand['type'];
