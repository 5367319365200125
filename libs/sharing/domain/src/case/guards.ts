import type { Actor, Refusal } from '#kernel';
import { extensionNoticeBy, mayExtend, reopenUntil, targetClock } from '../clocks/index.ts';
import { decidedBy, legalStart, openTasks, sampleOf, type Case, type CaseDataset, type Task } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import {
  barOf,
  everDecided,
  hasPost,
  holdsFor,
  holdsRole,
  holdsTask,
  owns,
  placeOf,
  rolesFor,
  type Place,
} from './holders.ts';
import * as no from './refusals.ts';
import { adviceLabels, type WorkKind } from './route.ts';
import { ownerGroups } from './tasks.ts';

/** Who looks at a case, and what is known besides. */
export interface Seen {
  readonly actor: Actor;
  readonly facts: CaseFacts;
}

type Guard = (subject: Case, seen: Seen) => Refusal | undefined;

/** Why this actor may not do this task; undefined where they may. */
export function taskGuard(task: Task | undefined, subject: Case, { actor, facts }: Seen): Refusal | undefined {
  if (!task || task.state !== 'open') return no.taskNotOpen;
  const place = actor.kind === 'person' ? placeOf(actor, subject) : undefined;
  if (!place || !holdsTask(place, task, subject)) return no.notYourTask;
  const bar = barOf(place, task.kind, subject, facts.officers);
  return bar && no.barRefusals[bar];
}

/** Whether the actor may do some open task of this kind; else what keeps them from theirs, before that others are not theirs. */
function anyTask(kind: WorkKind, subject: Case, seen: Seen): Refusal | undefined {
  const tasks = openTasks(subject).filter((task) => task.kind === kind);
  if (tasks.length === 0) return no.taskNotOpen;
  const reasons = tasks.map((task) => taskGuard(task, subject, seen));
  return reasons.includes(undefined) ? undefined : (reasons.find((one) => one !== no.notYourTask) ?? no.notYourTask);
}

/** Several reasons one after another: the first that speaks against it. */
const all =
  (...each: readonly Guard[]): Guard =>
  (subject, seen) => {
    for (const guard of each) {
      const against = guard(subject, seen);
      if (against) return against;
    }
    return undefined;
  };

const unless =
  (holds: (subject: Case, seen: Seen) => boolean, against: Refusal): Guard =>
  (subject, seen) =>
    holds(subject, seen) ? undefined : against;

/** What keeps the actor from any work of this kind, task or not; machines have no place that could. */
const unbarred =
  (kind: WorkKind): Guard =>
  (subject, { actor, facts }) => {
    if (actor.kind !== 'person') return undefined;
    const place = placeOf(actor, subject);
    if (!place) return no.notYourTask;
    const bar = barOf(place, kind, subject, facts.officers);
    return bar && no.barRefusals[bar];
  };

/** Those who asked or declared a conflict have no part in the work. */
const works = unbarred('validate');
/** Steps that come near a decision are as little theirs who could not take one for whom they belong to. */
const answers = unbarred('accept');

const undecided: Guard = unless(({ decisions }) => decisions.length === 0, no.partlyDecided);

/** Whether this person decides these datasets: as their owner, as whoever stands where that one would, or by being assigned. */
function decides(place: Place, group: readonly CaseDataset[], subject: Case, { officers }: CaseFacts): boolean {
  const datasets = group.map(({ dataset }) => dataset);
  const work = { kind: 'decide', datasets } as const;
  const { roles } = rolesFor(work, subject, officers);
  if (roles.some((role) => holdsFor(place, role, work, subject))) return true;
  const assigned = openTasks(subject).filter(
    ({ kind, assignee }) => kind === 'decide' && assignee !== undefined && assignee === place.person,
  );
  return datasets.every((dataset) => assigned.some((task) => task.datasets?.includes(dataset)));
}

/** Whoever closes a case as a whole owns all of it, or stands where its owners would. */
const wholly: Guard = (subject, { actor, facts }) => {
  const place = actor.kind === 'person' ? placeOf(actor, subject) : undefined;
  if (!place) return no.notYourTask;
  const may = ownerGroups(subject.datasets).every((group) => decides(place, group, subject, facts));
  return may ? undefined : no.notOwnerOfAll;
};

/** A decision is taken back by those who took it, by an owner of what it is about, or by whoever answers for risk. */
const takesBack: Guard = (subject, { actor }) => {
  const place = actor.kind === 'person' ? placeOf(actor, subject) : undefined;
  if (!place) return no.notYourTask;
  const may =
    decidedBy(subject).includes(place.person) ||
    holdsRole(place, 'siro') ||
    subject.datasets.some((dataset) => owns(place, dataset));
  return may ? undefined : no.notYourTask;
};

/** Those without the right to name whom they like name nobody for a case that they asked for or have an interest in. */
const names: Guard = (subject, seen) => {
  const place = seen.actor.kind === 'person' ? placeOf(seen.actor, subject) : undefined;
  return place && holdsRole(place, 'administrator') ? undefined : works(subject, seen);
};

/** Whether there is an adviser here who is not asked already. */
const anyToAsk: Guard = (subject, { facts: { officers } }) => {
  const waits = openTasks(subject).flatMap(({ label }) => label ?? []);
  const free = adviceLabels.filter((label) => !waits.includes(label) && hasPost({ kind: 'advise', label }, officers));
  return free.length > 0 ? undefined : no.nobodyToAsk;
};

/** Who decided on a case, or accepted its risk, never comes to answer for the request. */
const maySpeak: Guard = (subject, { actor }) => {
  if (actor.kind !== 'person') return undefined;
  return everDecided(subject, actor.person) || subject.acceptedBy === actor.person ? no.decidedOnIt : undefined;
};

/** Advice that is asked for, has not come, and is late. */
export const overdueAdvice = (subject: Case, { today }: Pick<CaseFacts, 'today'>): readonly Task[] =>
  openTasks(subject).filter((task) => task.kind === 'advise' && task.due < today);

const isDpo: Guard = (subject, { actor }) => {
  const place = actor.kind === 'person' ? placeOf(actor, subject) : undefined;
  return place && holdsRole(place, 'adviser:data-protection') ? undefined : no.dpoAlone;
};

/** Whether some column is given in a coarser form, and the requester has not answered. */
export const awaitsForms = (subject: Case): boolean =>
  subject.formsAccepted === undefined &&
  subject.decisions.some(({ datasets }) =>
    datasets.some(({ columns }) => columns.some(({ form }) => form !== 'as-is')),
  );

/** The law's deadline has passed; where the law sets none, or nobody has recorded which holds, the owner's own target. */
function isPastDeadline(subject: Case, { today, holidays }: CaseFacts): boolean {
  const { target: workingDays, arrivedOn: startedOn, pauses } = subject;
  const law = subject.extendedTo ?? subject.legalDeadline;
  return (law ?? targetClock({ workingDays, startedOn, pauses, holidays, today }).due) < today;
}

const reviewable = ({ state, outcome }: Case): boolean =>
  state === 'decided' && outcome !== undefined && (outcome.code !== 'approved' || outcome.conditional);

const given = ({ outcome }: Case): boolean => outcome?.code === 'approved' || outcome?.code === 'partly-approved';

const mayBeExtended: Guard = (subject, { facts: { today, calendars } }) => {
  const { regime, legalDeadline, extendedTo } = subject;
  const arrivedOn = legalStart(subject);
  if (regime === undefined || legalDeadline === undefined || !mayExtend(regime, arrivedOn)) return no.regimeUnknown;
  if (extendedTo !== undefined) return no.extendedAlready;
  const noticeBy = extensionNoticeBy({ regime, arrivedOn, calendars });
  return noticeBy !== undefined && today > noticeBy ? no.noticeTooLate : undefined;
};

const answersForms: Guard = unless((subject) => given(subject) && awaitsForms(subject), no.nothingCoarser);

/** What speaks against a command before anything is typed; commands not named here have no such guard. */
const guards: Partial<Record<CaseCommandName, Guard>> = {
  'validate-case': (subject, seen) => anyTask('validate', subject, seen),
  'raise-lane': all(
    works,
    unless(({ lane }) => lane !== 'C', no.laneHighest),
  ),
  'lower-lane': all(
    isDpo,
    answers,
    unless(({ lane }) => lane !== 'A', no.laneLowest),
  ),
  'ask-advice': all(works, anyToAsk),
  'give-advice': (subject, seen) => anyTask('advise', subject, seen),
  'go-on-without-advice': all(
    answers,
    unless((subject, { facts }) => overdueAdvice(subject, facts).length > 0, no.nothingOverdue),
  ),
  'accept-risk': all(
    (subject, seen) => anyTask('accept', subject, seen),
    unless((_, { facts }) => facts.remainingRisk !== 'high', no.regulatorFirst),
  ),
  'decide-case': all(
    unless(({ stage }) => stage === 'decide', no.stageNotReached),
    (subject, seen) => anyTask('decide', subject, seen),
  ),
  'refuse-case': all(unbarred('decide'), undecided, wholly),
  'redirect-case': all(answers, undecided),
  'return-case': works,
  'hold-case': works,
  'resume-case': works,
  'extend-deadline': all(works, mayBeExtended),
  'assign-task': names,
  'rescind-decision': all(
    unless((_, { facts }) => facts.agreementInForce !== true, no.inForceAlready),
    unless(({ outcome }) => outcome?.code !== 'redirected', no.inForceAlready),
    answers,
    takesBack,
  ),
  'withdraw-case': unless(
    ({ state, review }) => state !== 'under-review' || review?.from === 'open',
    no.decisionStands,
  ),
  'conclude-review': (subject, seen) => anyTask('review', subject, seen),
  'ask-review': unless(
    (subject, { facts }) => reviewable(subject) || (subject.state === 'open' && isPastDeadline(subject, facts)),
    no.reviewTooEarly,
  ),
  'reopen-case': unless(
    ({ reopened, lapsedOn }, { facts }) => !reopened && lapsedOn !== undefined && facts.today <= reopenUntil(lapsedOn),
    no.reopenTooLate,
  ),
  'open-sample': (subject, { actor, facts }) =>
    actor.kind === 'person' && sampleOf(subject, actor.person, facts.today) ? no.sampleOpen : undefined,
  'note-asker': maySpeak,
  'accept-forms': answersForms,
  'decline-forms': answersForms,
  'note-not-taken-up': unless(
    ({ outcome }) => outcome?.code === 'approved' || outcome?.code === 'partly-approved',
    no.nothingToTakeUp,
  ),
  'note-redirect-followed': unless(
    ({ redirect }) =>
      redirect?.kind === 'not-held' &&
      redirect.organisation !== undefined &&
      redirect.datasets.length > 0 &&
      !redirect.followed,
    no.redirectNotOpen,
  ),
};

/** The reason against a command that needs nothing typed; the door and the list of allowed commands ask the same. */
export const guardOf = (command: CaseCommandName, subject: Case, seen: Seen): Refusal | undefined =>
  guards[command]?.(subject, seen);
