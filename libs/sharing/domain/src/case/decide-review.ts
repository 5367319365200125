import { accepted, refused } from '#kernel';
import { decidedBy } from './case.ts';
import type { AskReview, ConcludeReview } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import { isSoleOffice } from './holders.ts';
import { atWorkAgain, folded } from './stages.ts';
import { reviewTask } from './tasks.ts';

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
  const tasks = [reviewTask(folded(subject, [asked]), facts)];
  return accepted([asked, { type: 'case-tasks-set', facts: { stage: subject.stage, tasks } }]);
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
      soleOfficer: isSoleOffice(facts.officers) && [...subject.deciders, ...decidedBy(subject)].includes(by),
    },
    content: { reviewed: { reasons: command.reasons } },
  };
  // One of a decision that stands leaves all as it was; else the case goes on: to the work that is left, then to a decision.
  const stands = command.result === 'confirmed' && subject.review?.from === 'decided';
  return accepted(stands ? [concluded] : atWorkAgain(subject, [concluded], facts));
}
