import type { LocalDate } from '#kernel';
import { decidedBy, type Case, type Pause, type Task } from './case.ts';
import { ended, endedAs, settled, withoutDecisions } from './ended-tasks.ts';
import type { CaseEvent } from './events.ts';

export const together = (some: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];

const resting = (pauses: readonly Pause[], from: LocalDate): readonly Pause[] => [...pauses, { from }];
const resumed = (pauses: readonly Pause[], until: LocalDate): readonly Pause[] =>
  pauses.map((pause) => (pause.until === undefined ? { ...pause, until } : pause));

/** Events that change the state of a case. */
export type CourseEvent = Extract<
  CaseEvent,
  {
    type:
      | 'case-returned'
      | 'case-answered'
      | 'case-submission-handed-over'
      | 'case-held'
      | 'case-resumed'
      | 'case-withdrawn'
      | 'case-lapsed'
      | 'case-reopened'
      | EndEvent['type'];
  }
>;

/** Changes of state: between the sides, and to an end and back. */
export function evolveCourse(subject: Case, event: CourseEvent): Case {
  switch (event.type) {
    case 'case-returned': {
      const { on, cannotIdentify } = event.facts;
      return {
        ...subject,
        state: 'returned',
        returned: { on, cannotIdentify, reminders: 0 },
        pauses: resting(subject.pauses, on),
      };
    }
    case 'case-answered': {
      const { on, legalFrom, legalDeadline, ...judged } = event.facts;
      const { returned: _returned, extendedTo, ...rest } = subject;
      return {
        ...judging(rest, judged),
        state: 'open',
        ...(legalFrom === undefined ? {} : { legalFrom }),
        ...(legalDeadline === undefined ? {} : { legalDeadline }),
        ...(extendedTo === undefined || legalFrom !== undefined ? {} : { extendedTo }),
        pauses: resumed(subject.pauses, on),
      };
    }
    case 'case-submission-handed-over':
      return judging(subject, event.facts);
    case 'case-held':
      return {
        ...subject,
        state: 'on-hold',
        heldUntil: event.facts.until,
        heldFor: event.facts.waitingFor,
        pauses: resting(subject.pauses, event.facts.on),
      };
    case 'case-resumed': {
      const { heldUntil: _until, heldFor: _for, ...rest } = subject;
      return { ...rest, state: 'open', pauses: resumed(subject.pauses, event.facts.on) };
    }
    case 'case-withdrawn':
      return closed(subject, 'withdrawn', event.facts.on);
    case 'case-lapsed':
      return { ...closed(subject, 'lapsed', event.facts.on), lapsedOn: event.facts.on };
    case 'case-reopened': {
      const { lapsedOn, ...rest } = subject;
      const asleep = lapsedOn === undefined ? [] : [{ from: lapsedOn, until: event.facts.on }];
      return { ...rest, state: 'open', reopened: true, pauses: [...subject.pauses, ...asleep] };
    }
    default:
      return evolveEnd(subject, event);
  }
}

type Judged = Extract<CourseEvent, { type: 'case-submission-handed-over' }>['facts'];

/** A newer submission is judged as a whole: what was decided on an older one is decided anew. */
function judging(subject: Case, { people = [], ...judged }: Judged): Case {
  const { asker } = subject;
  const now = { ...asker, people: together(asker.people, people) };
  return { ...withoutOwnAcceptance({ ...withoutDecisions(subject, subject.decisions), asker: now }), ...judged };
}

/** The risk is accepted by nobody who asks, even if they began to ask later. */
function withoutOwnAcceptance({ acceptedBy, ...subject }: Case): Case {
  if (acceptedBy === undefined) return subject;
  if (!subject.asker.people.includes(acceptedBy)) return { ...subject, acceptedBy };
  const accepts = subject.tasks.filter(({ kind }) => kind === 'accept').map(({ id }) => id);
  return { ...subject, tasks: ended(subject.tasks, accepts, 'not-needed') };
}

/** Nobody waits for it any more, and it waits for nobody. */
function closed(subject: Case, state: Case['state'], on: LocalDate): Case {
  const { returned: _returned, heldUntil: _until, heldFor: _for, ...rest } = subject;
  return { ...rest, state, pauses: resumed(subject.pauses, on), tasks: settled(subject.tasks) };
}

type EndEvent = Extract<
  CaseEvent,
  {
    type:
      | 'case-decided'
      | 'case-redirect-followed'
      | 'case-decision-rescinded'
      | 'case-review-asked'
      | 'case-review-concluded'
      | 'case-forms-accepted'
      | 'case-forms-declined'
      | 'case-not-taken-up';
  }
>;

/** Decisions that close it, and what opens them again. */
function evolveEnd(subject: Case, event: EndEvent): Case {
  switch (event.type) {
    case 'case-decided': {
      const { outcome, on, by, redirect } = event.facts;
      return {
        ...closed(subject, 'decided', on),
        outcome,
        decidedOn: on,
        ...(by === undefined ? {} : { decidedBy: by }),
        ...(redirect ? { redirect } : {}),
      };
    }
    case 'case-redirect-followed':
      return subject.redirect ? { ...subject, redirect: { ...subject.redirect, followed: true } } : subject;
    case 'case-decision-rescinded':
      return undecided(subject, 'open');
    case 'case-review-asked': {
      const { on, from } = event.facts;
      return { ...subject, state: 'under-review', review: { on, from, count: (subject.review?.count ?? 0) + 1 } };
    }
    case 'case-review-concluded':
      if (event.facts.result === 'confirmed') {
        return { ...subject, state: subject.review?.from ?? 'decided', tasks: reviewed(subject.tasks) };
      }
      return {
        ...undecided({ ...subject, tasks: reviewed(subject.tasks) }, 'open'),
        deciders: together(subject.deciders, decidedBy(subject)),
      };
    case 'case-forms-accepted':
      return { ...subject, formsAccepted: true };
    case 'case-forms-declined':
    case 'case-not-taken-up':
      return { ...subject, state: 'not-taken-up' };
  }
}

const reviewed = (tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => (task.kind === 'review' && task.state === 'open' ? endedAs(task, 'done') : task));

/** Back to where nothing is decided; the decisions given before stand in the ledger. */
function undecided(subject: Case, state: Case['state']): Case {
  const { outcome: _outcome, decidedOn: _on, decidedBy: _by, formsAccepted: _forms, redirect: _to, ...rest } = subject;
  return { ...withoutDecisions(rest, subject.decisions), state };
}
