import { refusal, type Refusal } from '#kernel';
import type { Bar } from './holders.ts';

/** Every reason for which a step of a case is refused without looking at what was typed. */
export const sampleOpen = refusal('sharing.sample-open-already', 'The sample is open to you already.');
export const taskNotOpen: Refusal = refusal(
  'sharing.task-not-open',
  'This piece of work is not open now: it was done already, or its stage has not been reached.',
);
export const notYourTask: Refusal = refusal(
  'sharing.not-your-task',
  'This is not yours to do. Those whose it is stand beside it; an administrator can assign it to you.',
);
export const stageNotReached: Refusal = refusal(
  'sharing.stage-not-reached',
  'A decision comes once the stages before it are done. You can refuse the request as a whole at any time.',
);
export const notOwnerOfAll: Refusal = refusal(
  'sharing.not-owner-of-all',
  'Others own part of what is asked for. Decide your own part when the case reaches its decision.',
);
export const partlyDecided: Refusal = refusal(
  'sharing.partly-decided',
  'Part of it is decided already. What is left is decided dataset by dataset.',
);
export const laneHighest: Refusal = refusal('sharing.lane-highest', 'It is handled with the most care already.');
export const laneLowest: Refusal = refusal('sharing.lane-lowest', 'It is handled as data that is not about people.');
export const regulatorFirst: Refusal = refusal(
  'sharing.regulator-first',
  'A high risk to people remains. Nobody here may accept that: put the case on hold and ask the regulator (UK GDPR art. 36).',
);
export const nobodyToAsk: Refusal = refusal(
  'sharing.adviser-unknown',
  'Every adviser here is asked already, or there is none. An administrator can give somebody the role.',
);
export const nothingOverdue: Refusal = refusal(
  'sharing.advice-not-overdue',
  'You can go on without advice once its target has passed.',
);
export const dpoAlone: Refusal = refusal(
  'sharing.lane-needs-data-protection',
  'Only the data protection adviser lowers what was set.',
);
export const nothingCoarser: Refusal = refusal(
  'sharing.nothing-coarser',
  'No column is given in a coarser form, or you have answered already.',
);
export const redirectNotOpen: Refusal = refusal(
  'sharing.redirect-not-open',
  'This case was not passed on to an organisation here, or you have followed it already.',
);
export const reviewTooEarly: Refusal = refusal(
  'sharing.nothing-to-review',
  'You can ask for a review of a decision that is not a full approval, or once the time for it has passed.',
);
export const reopenTooLate: Refusal = refusal(
  'sharing.reopen-too-late',
  'It can be reopened once, within six months. Begin a new request: you can copy this one.',
);
export const decidedOnIt: Refusal = refusal(
  'sharing.decided-on-it',
  'You decided on this request, so somebody else must answer for it.',
);
export const nothingToTakeUp: Refusal = refusal(
  'sharing.nothing-to-take-up',
  'This decision gives no data, so there is nothing to take up.',
);
export const notYetLapsed: Refusal = refusal('sharing.not-yet-lapsed', 'The time to answer has not passed yet.');
export const stillHeld: Refusal = refusal('sharing.still-held', 'The day until which it is on hold has not come.');
export const decisionStands: Refusal = refusal(
  'sharing.decision-stands',
  'It is decided, and the review is about that decision: there is nothing to withdraw.',
);
export const regimeUnknown: Refusal = refusal(
  'sharing.not-extendable',
  'The law by which this is handled knows no extension, or none is recorded yet.',
);
export const noticeTooLate: Refusal = refusal(
  'sharing.notice-too-late',
  'The time to give notice of an extension has passed.',
);
export const extendedAlready: Refusal = refusal('sharing.extended-already', 'The time was extended once already.');
export const inForceAlready: Refusal = refusal(
  'sharing.not-rescindable',
  'Only a decision on the data can be taken back, and only before its agreement is in force.',
);

/** Why a person may not do a piece of work, whatever their role. */
export const barRefusals: Record<Bar, Refusal> = {
  asked: refusal('sharing.own-request', 'You took part in asking for this, so you cannot work on the decision.'),
  'own-unit': refusal(
    'sharing.own-unit',
    'The request comes from your own unit, so somebody of another unit must decide. An administrator can assign it.',
  ),
  conflict: refusal('sharing.conflict-declared', 'You declared a conflict of interest in this case.'),
  'requesting-organisation': refusal(
    'sharing.of-requesting-organisation',
    'You also belong to the organisation that asks, so you cannot decide on its request.',
  ),
  decided: refusal('sharing.decided-already', 'You decided on this case, so somebody else must advise.'),
  advised: refusal(
    'sharing.advised-already',
    'You advised on this case, so somebody else must decide it. An administrator can assign it.',
  ),
  'decided-before': refusal(
    'sharing.decided-before',
    'You decided this before, so another person must look at it now. An administrator can assign it.',
  ),
};

/** The same, said of somebody else. */
export const barsOfAnother: Record<Bar, string> = {
  asked: 'This person took part in asking.',
  'own-unit': 'This person is of the unit that asks.',
  conflict: 'This person declared a conflict of interest.',
  'requesting-organisation': 'This person also belongs to the organisation that asks.',
  decided: 'This person decided on the case.',
  advised: 'This person advised on the case.',
  'decided-before': 'This person decided it before.',
};
