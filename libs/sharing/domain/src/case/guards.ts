import { membershipIn, type Actor, type PersonActor, type Refusal } from '#kernel';
import { reopenUntil } from '../clocks/index.ts';
import { openTasks, type Case, type Task } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import { barOf, holdsTask, ownsAll, placeOf } from './holders.ts';
import * as no from './refusals.ts';
import type { WorkKind } from './route.ts';

/** Who looks at a case, and what is known besides. */
export interface Seen {
  readonly actor: Actor;
  readonly facts: CaseFacts;
}

/** Why this actor may not do this task; undefined where they may. */
export function taskGuard(task: Task | undefined, subject: Case, { actor, facts }: Seen): Refusal | undefined {
  if (!task || task.state !== 'open') return no.taskNotOpen;
  if (actor.kind !== 'person') return no.notYourTask;
  const place = placeOf(actor, subject);
  if (!place || !holdsTask(place, task, subject)) return no.notYourTask;
  const bar = barOf(place, task.kind, subject, facts.officers);
  if (bar) return no.barRefusals[bar];
  return task.kind !== 'advise' && task.kind !== 'validate' && isOfRequester(actor, subject)
    ? no.ofRequestingOrganisation
    : undefined;
}

const isOfRequester = (actor: PersonActor, { asker, organisation }: Case): boolean =>
  asker.organisation !== undefined &&
  asker.organisation !== organisation &&
  membershipIn(actor, asker.organisation) !== undefined;

/** Whether the actor may do some open task of this kind; the reason is that of the first. */
function anyTask(kind: WorkKind, subject: Case, seen: Seen): Refusal | undefined {
  const tasks = openTasks(subject).filter((task) => task.kind === kind);
  if (tasks.length === 0) return no.taskNotOpen;
  const reasons = tasks.map((task) => taskGuard(task, subject, seen));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function decideGuard(subject: Case, seen: Seen): Refusal | undefined {
  return subject.stage === 'decide' ? anyTask('decide', subject, seen) : no.stageNotReached;
}

/** Whoever closes a case as a whole owns all of it, or stands where its owner would. */
function wholeGuard(subject: Case, { actor, facts }: Seen): Refusal | undefined {
  if (actor.kind !== 'person') return no.notYourTask;
  const place = placeOf(actor, subject);
  if (!place) return no.notYourTask;
  const bar = barOf(place, 'decide', subject, facts.officers);
  if (bar) return no.barRefusals[bar];
  if (isOfRequester(actor, subject)) return no.ofRequestingOrganisation;
  const decides = openTasks(subject).filter(({ kind }) => kind === 'decide');
  const standsIn = decides.length > 0 && decides.every((task) => holdsTask(place, task, subject));
  return ownsAll(place, subject) || standsIn ? undefined : no.notOwnerOfAll;
}

/** Advice that is asked for, has not come, and is late. */
export const overdueAdvice = (subject: Case, { today }: Pick<CaseFacts, 'today'>): readonly Task[] =>
  openTasks(subject).filter((task) => task.kind === 'advise' && task.due < today);

function lowerGuard(subject: Case, { actor }: Seen): Refusal | undefined {
  const place = actor.kind === 'person' ? placeOf(actor, subject) : undefined;
  const covers = place?.standsInFor?.some(({ roles }) => roles.includes('adviser:data-protection')) ?? false;
  return place?.roles.includes('adviser:data-protection') || covers ? undefined : no.dpoAlone;
}

/** Whether some column is given in a coarser form, and the requester has not answered. */
export const awaitsForms = (subject: Case): boolean =>
  subject.formsAccepted === undefined &&
  subject.decisions.some(({ datasets }) =>
    datasets.some(({ columns }) => columns.some(({ form }) => form !== 'as-is')),
  );

/** The day by which the owner must have decided: the legal deadline where there is one. */
const isPastDeadline = (subject: Case, { today }: CaseFacts): boolean => {
  const deadline = subject.extendedTo ?? subject.legalDeadline;
  return deadline !== undefined && deadline < today;
};

const reviewable = ({ state, outcome }: Case): boolean =>
  state === 'decided' && outcome !== undefined && (outcome.code !== 'approved' || outcome.conditional);

const given = ({ outcome }: Case): boolean => outcome?.code === 'approved' || outcome?.code === 'partly-approved';

type Guard = (subject: Case, seen: Seen) => Refusal | undefined;

/** What speaks against a command before anything is typed; commands not named here have no such guard. */
const guards: Partial<Record<CaseCommandName, Guard>> = {
  'validate-case': (subject, seen) => anyTask('validate', subject, seen),
  'give-advice': (subject, seen) => anyTask('advise', subject, seen),
  'accept-risk': (subject, seen) => anyTask('accept', subject, seen),
  'decide-case': decideGuard,
  'refuse-case': wholeGuard,
  'conclude-review': (subject, seen) => anyTask('review', subject, seen),
  'go-on-without-advice': (subject, { facts }) =>
    overdueAdvice(subject, facts).length > 0 ? undefined : no.nothingOverdue,
  'lower-lane': lowerGuard,
  'extend-deadline': (subject) => {
    if (subject.regime === undefined || subject.legalDeadline === undefined) return no.regimeUnknown;
    return subject.extendedTo === undefined ? undefined : no.extendedAlready;
  },
  'ask-review': (subject, { facts }) =>
    reviewable(subject) || (subject.state === 'open' && isPastDeadline(subject, facts)) ? undefined : no.reviewTooEarly,
  'reopen-case': (subject, { facts }) =>
    !subject.reopened && subject.lapsedOn !== undefined && facts.today <= reopenUntil(subject.lapsedOn)
      ? undefined
      : no.reopenTooLate,
  'rescind-decision': (subject) => (subject.outcome?.code === 'redirected' ? no.inForceAlready : undefined),
  'accept-forms': (subject) => (given(subject) && awaitsForms(subject) ? undefined : no.nothingCoarser),
  'decline-forms': (subject) => (given(subject) && awaitsForms(subject) ? undefined : no.nothingCoarser),
  'note-redirect-followed': (subject) =>
    subject.redirect?.kind === 'not-held' && !subject.redirect.followed ? undefined : no.redirectNotOpen,
};

/** The reason against a command that needs nothing typed; the door and the list of allowed commands ask the same. */
export const guardOf = (command: CaseCommandName, subject: Case, seen: Seen): Refusal | undefined =>
  guards[command]?.(subject, seen);
