import type { LocalDate } from '#kernel';
import { decidedBy, type Case, type CaseDataset, type Pause, type Task } from './case.ts';
import type { CaseEvent } from './events.ts';

/** Tasks by id: those given take the place of those that stood under the same id. */
const merged = (tasks: readonly Task[], changed: readonly Task[]): readonly Task[] => {
  const byId = new Map(changed.map((task) => [task.id, task]));
  const kept = tasks.map((task) => byId.get(task.id) ?? task);
  const known = new Set(tasks.map(({ id }) => id));
  return [...kept, ...changed.filter(({ id }) => !known.has(id))];
};

/** Work that is not open any more wants nobody to fill a gap. */
const endedAs = ({ gap: _gap, ...task }: Task, state: Task['state']): Task => ({ ...task, state });

const ended = (tasks: readonly Task[], ids: readonly string[], state: Task['state']): readonly Task[] =>
  tasks.map((task) => (ids.includes(task.id) ? endedAs(task, state) : task));

/** A closed case waits for nobody. */
const settled = (tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => (task.state === 'open' ? endedAs(task, 'not-needed') : task));

type Asked = Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>;

/** What is asked for now, over what the case knows of the datasets. */
const asked = (datasets: readonly CaseDataset[], now: readonly Asked[]): readonly CaseDataset[] =>
  now.map((one) => ({ owners: [], ...datasets.find(({ dataset }) => dataset === one.dataset), ...one }));

const together = (some: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];

const resting = (pauses: readonly Pause[], from: LocalDate): readonly Pause[] => [...pauses, { from }];
const resumed = (pauses: readonly Pause[], until: LocalDate): readonly Pause[] =>
  pauses.map((pause) => (pause.until === undefined ? { ...pause, until } : pause));

function begun(event: CaseEvent): Case {
  if (event.type !== 'case-opened') throw new Error(`A case cannot begin with ${event.type}`);
  return {
    ...event.facts,
    state: 'open',
    stage: 'validate',
    pauses: [],
    tasks: [],
    advice: [],
    conflicts: [],
    reopened: false,
    decisions: [],
    deciders: [],
  };
}

/** Folds the facts of one event into what the rules know of a case. */
export function evolveCase(subject: Case | undefined, event: CaseEvent): Case {
  if (!subject) return begun(event);
  switch (event.type) {
    case 'case-opened':
      throw new Error('A case is opened once');
    case 'case-tasks-set':
      return { ...subject, stage: event.facts.stage, tasks: merged(subject.tasks, event.facts.tasks) };
    case 'case-task-assigned':
      return {
        ...subject,
        tasks: subject.tasks.map(({ gap, ...task }) =>
          task.id === event.facts.task
            ? { ...task, assignee: event.facts.person }
            : { ...task, ...(gap ? { gap } : {}) },
        ),
      };
    case 'case-tasks-escalated':
      return {
        ...subject,
        tasks: subject.tasks.map((task) =>
          event.facts.tasks.includes(task.id) ? { ...task, escalated: true as const } : task,
        ),
      };
    case 'case-owners-changed':
      return { ...subject, datasets: subject.datasets.map((dataset) => ownedAnew(dataset, event.facts.datasets)) };
    case 'case-asker-changed': {
      const { person } = event.facts;
      const { asker } = subject;
      return { ...subject, asker: { ...asker, person, people: together(asker.people, [person]) } };
    }
    case 'case-conflict-declared':
      return { ...subject, conflicts: [...subject.conflicts, event.facts.person] };
    case 'case-requester-reminded':
      return subject.returned
        ? { ...subject, returned: { ...subject.returned, reminders: event.facts.number } }
        : subject;
    default:
      return evolveWork(subject, event);
  }
}

/** One that says no unit belongs to none now. */
function ownedAnew(dataset: CaseDataset, changed: readonly Pick<CaseDataset, 'dataset' | 'owners' | 'unit'>[]) {
  const now = changed.find((one) => one.dataset === dataset.dataset);
  if (!now) return dataset;
  const { unit: _unit, ...rest } = dataset;
  return { ...rest, ...now };
}

type WorkEvent = Exclude<
  CaseEvent,
  {
    type:
      | 'case-opened'
      | 'case-tasks-set'
      | 'case-task-assigned'
      | 'case-tasks-escalated'
      | 'case-owners-changed'
      | 'case-asker-changed'
      | 'case-conflict-declared'
      | 'case-requester-reminded';
  }
>;

/** What the owner's side does on its way to a decision. */
function evolveWork(subject: Case, event: WorkEvent): Case {
  switch (event.type) {
    case 'case-validated': {
      const { task, regime, legalDeadline, datasets } = event.facts;
      const { legalDeadline: _before, extendedTo, ...rest } = subject;
      return {
        ...rest,
        regime,
        ...(legalDeadline === undefined ? {} : { legalDeadline }),
        // What was extended was the time of the law that held then.
        ...(extendedTo === undefined || regime !== subject.regime ? {} : { extendedTo }),
        datasets: asked(subject.datasets, datasets),
        tasks: ended(subject.tasks, [task], 'done'),
      };
    }
    case 'case-lane-set':
      return { ...(event.facts.lowered ? subject : withoutApprovals(subject)), lane: event.facts.lane };
    case 'case-advice-asked':
      return subject;
    case 'case-advice-given': {
      const { advice } = event.facts;
      return {
        ...subject,
        advice: [...subject.advice.filter(({ task }) => task !== advice.task), advice],
        tasks: ended(subject.tasks, [advice.task], 'done'),
      };
    }
    case 'case-went-on-without-advice':
      return { ...subject, tasks: ended(subject.tasks, event.facts.tasks, 'passed-over') };
    case 'case-risk-accepted':
      return { ...subject, acceptedBy: event.facts.by, tasks: ended(subject.tasks, [event.facts.task], 'done') };
    case 'case-task-decided': {
      const { decision } = event.facts;
      return {
        ...subject,
        decisions: [...subject.decisions.filter(({ task }) => task !== decision.task), decision],
        tasks: ended(subject.tasks, [decision.task], 'done'),
      };
    }
    case 'case-deadline-extended':
      return { ...subject, extendedTo: event.facts.until };
    default:
      return evolveCourse(subject, event);
  }
}

type CourseEvent = Exclude<
  WorkEvent,
  {
    type:
      | 'case-validated'
      | 'case-lane-set'
      | 'case-advice-asked'
      | 'case-advice-given'
      | 'case-went-on-without-advice'
      | 'case-risk-accepted'
      | 'case-task-decided'
      | 'case-deadline-extended';
  }
>;

/** Changes of state: between the sides, and to an end and back. */
function evolveCourse(subject: Case, event: CourseEvent): Case {
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

type EndEvent = Exclude<
  CourseEvent,
  {
    type:
      | 'case-returned'
      | 'case-answered'
      | 'case-submission-handed-over'
      | 'case-held'
      | 'case-resumed'
      | 'case-withdrawn'
      | 'case-lapsed'
      | 'case-reopened';
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

/** Without these decisions: what they were about is to be decided anew. */
function withoutDecisions(subject: Case, fallen: Case['decisions']): Case {
  const ids = fallen.map(({ task }) => task);
  return {
    ...subject,
    decisions: subject.decisions.filter(({ task }) => !ids.includes(task)),
    tasks: ended(subject.tasks, ids, 'not-needed'),
  };
}

/** To approve needs more in a higher lane: what was approved in a lower one is decided anew, a refusal stands. */
const withoutApprovals = (subject: Case): Case =>
  withoutDecisions(
    subject,
    subject.decisions.filter(({ datasets }) => datasets.some(({ outcome }) => outcome === 'approved')),
  );
