import { accepted, refusal, refused } from '#kernel';
import { legalDeadline, regimeOn } from '../clocks/index.ts';
import { highestLane } from '../lane.ts';
import { blank } from '../wording.ts';
import { legalStart, type Case } from './case.ts';
import type { AnswerCase, ExtendDeadline, HandOverSubmission, HoldCase, ReturnCase } from './commands.ts';
import { faultsOfAsked, placed } from './decide-opening.ts';
import { missing, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import type { CaseFacts } from './facts.ts';
import * as no from './refusals.ts';
import { atWorkAgain, laneOfData, withWhatFollows } from './stages.ts';

/** More information is needed: the requester reads what, question by question. */
export function returnIt({ command, circumstances }: Deciding<ReturnCase>): CaseDecision {
  const comments = command.comments.filter(({ text }) => !blank(text));
  if (comments.length === 0) {
    return refused(refusal('sharing.comment-missing', 'Say what is needed, so that it can be answered.', 'comments'));
  }
  return accepted([
    {
      type: 'case-returned',
      facts: {
        on: circumstances.facts.today,
        cannotIdentify: command.cannotIdentify,
        questions: comments.map(({ question }) => question),
      },
      content: { return: { comments } },
    },
  ]);
}

/**
 * What a submission says of the case, with the lane that it and its columns give: neither that nor care ever falls by itself,
 * since less care is the data protection adviser's to allow.
 */
function judged({ command, subject, circumstances }: Deciding<AnswerCase | HandOverSubmission>) {
  const { submission, care, datasets, lane, people } = command;
  const { facts } = circumstances;
  return {
    submission,
    care: care || subject.care,
    datasets: placed(datasets, facts, subject.datasets),
    lane: highestLane(lane, laneOfData(datasets, facts.datasets), subject.lane),
    ...(people === undefined ? {} : { people }),
  };
}

function submissionFaults({ command, subject, circumstances }: Deciding<AnswerCase | HandOverSubmission>) {
  return [
    ...(command.submission > subject.submission
      ? []
      : [refusal('sharing.submission-not-newer', 'The case judges this submission already.', 'submission')]),
    ...faultsOfAsked(command.datasets, subject.organisation, circumstances.facts, subject.datasets),
  ];
}

/** Answered: back to the stage from which it was returned. */
export function answer(deciding: Deciding<AnswerCase>): CaseDecision {
  const faults = submissionFaults(deciding);
  if (faults.length > 0) return refused(...faults);
  const { subject, circumstances } = deciding;
  const { facts } = circumstances;
  const answered: CaseEvent = {
    type: 'case-answered',
    facts: { ...judged(deciding), on: facts.today, ...legalClockAnew(subject, facts) },
  };
  return accepted(atWorkAgain(subject, [answered], facts));
}

/** FOIA 2000, s.1(3): until it can be told what is wanted, no request has arrived. The target goes on as it was. */
function legalClockAnew({ returned, regime }: Case, { today, calendars }: CaseFacts) {
  if (!returned?.cannotIdentify) return {};
  const deadline = regime && legalDeadline({ regime, arrivedOn: today, calendars });
  return { legalFrom: today, ...(deadline === undefined ? {} : { legalDeadline: deadline }) };
}

/** The requester lets the case judge a newer submission, made to answer another owner. */
export function handOver(deciding: Deciding<HandOverSubmission>): CaseDecision {
  const faults = submissionFaults(deciding);
  if (faults.length > 0) return refused(...faults);
  const event: CaseEvent = { type: 'case-submission-handed-over', facts: judged(deciding) };
  return accepted(withWhatFollows(deciding.subject, [event], deciding.circumstances.facts));
}

export function hold({ command, circumstances }: Deciding<HoldCase>): CaseDecision {
  const { today } = circumstances.facts;
  const faults = [
    ...missing('sharing.reason-missing', 'Say what you wait for: the requester reads it.', 'reason', command.reason),
    ...(command.until > today
      ? []
      : [refusal('sharing.date-past', 'Give the day by which you expect to go on.', 'until')]),
  ];
  if (faults.length > 0) return refused(...faults);
  const { waitingFor, until, reason } = command;
  return accepted([{ type: 'case-held', facts: { waitingFor, on: today, until }, content: { hold: { reason } } }]);
}

export function resume({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { actor, facts } = circumstances;
  if (actor.kind === 'machine' && (subject.heldUntil ?? facts.today) > facts.today) return refused(no.stillHeld);
  return accepted(atWorkAgain(subject, [{ type: 'case-resumed', facts: { on: facts.today } }], facts));
}

/** Put off with notice, within what the regime allows. */
export function extend({ command, subject, circumstances }: Deciding<ExtendDeadline>): CaseDecision {
  const { calendars } = circumstances.facts;
  const { regime, legalDeadline: deadline } = subject;
  const arrivedOn = legalStart(subject);
  if (!regime || deadline === undefined) return refused(no.regimeUnknown);
  const most = regimeOn(regime, arrivedOn)?.extension?.workingDays;
  const latest = most === undefined ? undefined : legalDeadline({ regime, arrivedOn, calendars, extendedBy: most });
  const faults = [
    ...missing('sharing.reason-missing', 'The notice gives the reason: write it.', 'reason', command.reason),
    ...(command.until > deadline && (latest === undefined || command.until <= latest)
      ? []
      : [
          refusal(
            'sharing.extension-too-long',
            latest === undefined
              ? 'Give a day after the present deadline.'
              : `The latest day that the law allows is ${latest}.`,
            'until',
          ),
        ]),
  ];
  if (faults.length > 0) return refused(...faults);
  const content = { extension: { reason: command.reason } };
  return accepted([{ type: 'case-deadline-extended', facts: { until: command.until }, content }]);
}
