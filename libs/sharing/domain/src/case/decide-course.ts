import { accepted, refusal, refused } from '#kernel';
import { extensionNoticeBy, lapseOn, legalDeadline, mayExtend, regimeOn, remindersOn } from '../clocks/index.ts';
import { highestLane } from '../lane.ts';
import { blank } from '../wording.ts';
import type { Case } from './case.ts';
import type {
  AnswerCase,
  AskReview,
  ConcludeReview,
  ExtendDeadline,
  HandOverSubmission,
  HoldCase,
  RedirectCase,
  RescindDecision,
  ReturnCase,
} from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { isSoleOffice } from './holders.ts';
import * as no from './refusals.ts';
import { folded, laneOfData, renewed, reviewTask, withWhatFollows } from './stages.ts';

/** The open work with its targets begun anew, and what follows along the route. */
function atWorkAgain(subject: Case, events: readonly CaseEvent[], facts: CaseFacts): CaseEvent[] {
  const now = folded(subject, events);
  const tasks = renewed(now, facts);
  const set: CaseEvent[] = tasks.length === 0 ? [] : [{ type: 'case-tasks-set', facts: { stage: now.stage, tasks } }];
  return withWhatFollows(subject, [...events, ...set], facts);
}

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

/** What a submission says of the case, with the lane that it and its columns give: never below the present one. */
function judged({ command, subject, circumstances }: Deciding<AnswerCase | HandOverSubmission>) {
  const { submission, care, datasets, lane } = command;
  const ofData = laneOfData(datasets, circumstances.facts.datasets);
  return { submission, care, datasets, lane: highestLane(lane, ofData, subject.lane) };
}

/** Answered: back to the stage from which it was returned. */
export function answer(deciding: Deciding<AnswerCase>): CaseDecision {
  const { command, subject, circumstances } = deciding;
  const { facts } = circumstances;
  if (command.submission <= subject.submission) return refused(olderSubmission);
  // FOIA 2000, s.1(3): until it can be told what is wanted, no request has arrived.
  const anew = subject.returned?.cannotIdentify ?? false;
  const arrivedOn = anew ? facts.today : subject.arrivedOn;
  const deadline =
    anew && subject.regime
      ? legalDeadline({ regime: subject.regime, arrivedOn, calendars: facts.calendars })
      : undefined;
  const answered: CaseEvent = {
    type: 'case-answered',
    facts: {
      ...judged(deciding),
      on: facts.today,
      arrivedOn,
      ...(deadline === undefined ? {} : { legalDeadline: deadline }),
    },
  };
  return accepted(atWorkAgain(subject, [answered], facts));
}

const olderSubmission = refusal(
  'sharing.submission-not-newer',
  'The case judges this submission already.',
  'submission',
);

/** The requester lets the case judge a newer submission, made to answer another owner. */
export function handOver(deciding: Deciding<HandOverSubmission>): CaseDecision {
  const { command, subject, circumstances } = deciding;
  if (command.submission <= subject.submission) return refused(olderSubmission);
  const event: CaseEvent = { type: 'case-submission-handed-over', facts: judged(deciding) };
  return accepted(subject.state === 'open' ? withWhatFollows(subject, [event], circumstances.facts) : [event]);
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
  if (actor.kind === 'machine' && (subject.heldUntil ?? facts.today) > facts.today) return refused(no.notYetLapsed);
  return accepted(atWorkAgain(subject, [{ type: 'case-resumed', facts: { on: facts.today } }], facts));
}

/** Twenty working days without an answer close a case that was returned; it can be reopened once. */
export function lapse({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today, holidays } = circumstances.facts;
  const on = subject.returned?.on;
  if (on === undefined || today <= lapseOn(on, holidays)) return refused(no.notYetLapsed);
  return accepted([{ type: 'case-lapsed', facts: { on: today } }]);
}

/** Reminds the requester, twice before the case lapses; once for each day that has come, however late somebody looks. */
export function remind({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today, holidays } = circumstances.facts;
  const { returned } = subject;
  if (!returned) return accepted([]);
  const due = remindersOn(returned.on, holidays).filter((day) => day <= today).length;
  if (due <= returned.reminders) return accepted([]);
  return accepted([{ type: 'case-requester-reminded', facts: { number: due, lapsesOn: lapseOn(returned.on, holidays) } }]);
}

export function reopen({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { facts } = circumstances;
  return accepted(atWorkAgain(subject, [{ type: 'case-reopened', facts: { on: facts.today } }], facts));
}

/** Passed on: open already, held elsewhere, or a matter for the information-rights team. */
export function redirect({ command, subject, circumstances }: Deciding<RedirectCase>): CaseDecision {
  const { facts } = circumstances;
  const datasets = command.datasets ?? [];
  const known = datasets.every((id) =>
    facts.redirectable.some(
      (one) => one.dataset === id && one.organisation === command.organisation && one.requestable,
    ),
  );
  const faults = [
    ...missing('sharing.reasons-missing', 'Say why: the requester reads it.', 'reasons', command.reasons),
    ...(command.kind === 'open-already' && blank(command.address)
      ? [refusal('sharing.address-missing', 'Give the address where it is open.', 'address')]
      : []),
    ...(known
      ? []
      : [refusal('sharing.dataset-not-requestable', 'That organisation offers no such dataset.', 'datasets')]),
    ...(command.organisation === subject.organisation
      ? [refusal('sharing.redirect-to-oneself', 'That is your own organisation.', 'organisation')]
      : []),
  ];
  if (faults.length > 0) return refused(...faults);
  const { kind, organisation, reasons, address } = command;
  return accepted([
    {
      type: 'case-decided',
      facts: {
        outcome: { code: 'redirected', conditional: false },
        on: facts.today,
        redirect: { kind, ...(organisation === undefined ? {} : { organisation }), datasets, followed: false },
      },
      content: { outcome: { reasons, ...(address === undefined ? {} : { address }) } },
    },
  ]);
}

/** A decision is taken back before anything is in force, and taken anew. */
export function rescind({ command, subject, circumstances }: Deciding<RescindDecision>): CaseDecision {
  const faults = missing(
    'sharing.reasons-missing',
    'Say why it is taken back: the requester reads it.',
    'reasons',
    command.reasons,
  );
  if (faults.length > 0) return refused(...faults);
  const { facts } = circumstances;
  const event: CaseEvent = {
    type: 'case-decision-rescinded',
    facts: { on: facts.today },
    content: { rescinded: { reasons: command.reasons } },
  };
  return accepted(withWhatFollows(subject, [event], facts));
}

/** Put off with notice, within what the regime allows. */
export function extend({ command, subject, circumstances }: Deciding<ExtendDeadline>): CaseDecision {
  const { today, calendars } = circumstances.facts;
  const { regime, legalDeadline: deadline, arrivedOn } = subject;
  if (!regime || deadline === undefined || !mayExtend(regime, arrivedOn)) return refused(no.regimeUnknown);
  const noticeBy = extensionNoticeBy({ regime, arrivedOn, calendars });
  const most = regimeOn(regime, arrivedOn)?.extension?.workingDays;
  const latest = most === undefined ? undefined : legalDeadline({ regime, arrivedOn, calendars, extendedBy: most });
  const faults = [
    ...missing('sharing.reason-missing', 'The notice gives the reason: write it.', 'reason', command.reason),
    ...(noticeBy !== undefined && today > noticeBy
      ? [refusal('sharing.notice-too-late', 'The time to give notice of an extension has passed.')]
      : []),
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

/** The requester asks that somebody else look at it; one who did not decide gets the work. */
export function askReview({ command, subject, circumstances }: Deciding<AskReview>): CaseDecision {
  const faults = missing(
    'sharing.reasons-missing',
    'Say what should be looked at again, and why.',
    'reasons',
    command.reasons,
  );
  if (faults.length > 0) return refused(...faults);
  const { facts } = circumstances;
  const asked: CaseEvent = {
    type: 'case-review-asked',
    facts: { on: facts.today, from: subject.state === 'decided' ? 'decided' : 'open' },
    content: { review: { asked: command.reasons } },
  };
  const now = folded(subject, [asked]);
  return accepted([
    asked,
    { type: 'case-tasks-set', facts: { stage: subject.stage, tasks: [reviewTask(now, facts)] } },
  ]);
}

export function concludeReview({ command, subject, circumstances }: Deciding<ConcludeReview>): CaseDecision {
  const faults = missing(
    'sharing.reasons-missing',
    'Give your reasons: the requester reads them.',
    'reasons',
    command.reasons,
  );
  if (faults.length > 0) return refused(...faults);
  const { facts } = circumstances;
  const by = personOf({ circumstances });
  const concluded: CaseEvent = {
    type: 'case-review-concluded',
    facts: {
      result: command.result,
      on: facts.today,
      soleOfficer: isSoleOffice(facts.officers) && subject.decisions.some((decision) => decision.by === by),
    },
    content: { reviewed: { reasons: command.reasons } },
  };
  // Changed: what the route wants is done where it was not, then others decide.
  return accepted(command.result === 'confirmed' ? [concluded] : withWhatFollows(subject, [concluded], facts));
}
