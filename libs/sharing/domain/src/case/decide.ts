import { accepted, refused } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { Case } from './case.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseDecision, Deciding } from './deciding.ts';
import { decideAdvice, decideAsking, decideGoingOn, decideRisk } from './decide-advice.ts';
import { answer, extend, handOver, hold, resume, returnIt } from './decide-course.ts';
import { decideTask, refuseWhole } from './decide-data.ts';
import { lapse, redirect, remind, reopen, rescind } from './decide-ends.ts';
import { open, setLane, validate } from './decide-opening.ts';
import { askReview, concludeReview } from './decide-review.ts';
import type { CaseFacts } from './facts.ts';
import { guardOf } from './guards.ts';
import { assign, declareConflict, escalate, noteAsker, openSample, reviewHolders } from './decide-staff.ts';

/** Decides one command to a case: what speaks against it first, events last. */
export function decideCase(
  command: CaseCommand,
  subject: Case | undefined,
  circumstances: Circumstances<CaseFacts>,
): CaseDecision {
  if (command.type === 'open-case') return open(command, circumstances.facts);
  if (!subject) throw new Error(`${command.type} reached a case that is not there`);
  const against = guardOf(command.type, subject, circumstances);
  if (against) return refused(against);
  return decided({ command, subject, circumstances });
}

function decided({ command, subject, circumstances }: Deciding): CaseDecision {
  const given = { subject, circumstances };
  switch (command.type) {
    case 'validate-case':
      return validate({ command, ...given });
    case 'raise-lane':
    case 'lower-lane':
      return setLane({ command, ...given });
    case 'ask-advice':
      return decideAsking({ command, ...given });
    case 'give-advice':
      return decideAdvice({ command, ...given });
    case 'go-on-without-advice':
      return decideGoingOn({ command, ...given });
    case 'accept-risk':
      return decideRisk({ command, ...given });
    case 'decide-case':
      return decideTask({ command, ...given });
    case 'refuse-case':
      return refuseWhole({ command, ...given });
    case 'redirect-case':
      return redirect({ command, ...given });
    case 'assign-task':
      return assign({ command, ...given });
    case 'declare-conflict':
      return declareConflict({ command, ...given });
    case 'open-sample':
      return openSample({ command, ...given });
    default:
      return decideCourse({ command, ...given });
  }
}

type CourseCommand = Exclude<
  CaseCommand,
  {
    type:
      | 'open-case'
      | 'validate-case'
      | 'raise-lane'
      | 'lower-lane'
      | 'ask-advice'
      | 'give-advice'
      | 'go-on-without-advice'
      | 'accept-risk'
      | 'decide-case'
      | 'refuse-case'
      | 'redirect-case'
      | 'assign-task'
      | 'declare-conflict'
      | 'open-sample';
  }
>;

function decideCourse({ command, subject, circumstances }: Deciding): CaseDecision {
  const given = { subject, circumstances };
  const on = circumstances.facts.today;
  const course = command as CourseCommand;
  switch (course.type) {
    case 'return-case':
      return returnIt({ command: course, ...given });
    case 'answer-case':
      return answer({ command: course, ...given });
    case 'hand-over-submission':
      return handOver({ command: course, ...given });
    case 'hold-case':
      return hold({ command: course, ...given });
    case 'resume-case':
      return resume(given);
    case 'withdraw-case':
      return accepted([{ type: 'case-withdrawn', facts: { on } }]);
    case 'lapse-case':
      return lapse(given);
    case 'remind-requester':
      return remind(given);
    case 'reopen-case':
      return reopen(given);
    case 'rescind-decision':
      return rescind({ command: course, ...given });
    case 'extend-deadline':
      return extend({ command: course, ...given });
    case 'ask-review':
      return askReview({ command: course, ...given });
    case 'conclude-review':
      return concludeReview({ command: course, ...given });
    case 'note-asker':
      return noteAsker(given);
    case 'review-holders':
      return reviewHolders(given);
    case 'escalate-tasks':
      return escalate(given);
    case 'accept-forms':
      return accepted([{ type: 'case-forms-accepted', facts: {} }]);
    case 'note-not-taken-up':
      return accepted([{ type: 'case-not-taken-up', facts: { on } }]);
    case 'decline-forms':
      return accepted([{ type: 'case-forms-declined', facts: {} }]);
    case 'note-redirect-followed':
      return accepted([{ type: 'case-redirect-followed', facts: { case: course.case } }]);
  }
}
