import type { LocalDate } from '#kernel';
import type { Case, CaseDataset, Pause, Task } from './case.ts';
import type { CaseEvent } from './events.ts';

/** Tasks by id: those given take the place of those that stood under the same id. */
const merged = (tasks: readonly Task[], changed: readonly Task[]): readonly Task[] => {
  const byId = new Map(changed.map((task) => [task.id, task]));
  const kept = tasks.map((task) => byId.get(task.id) ?? task);
  const known = new Set(tasks.map(({ id }) => id));
  return [...kept, ...changed.filter(({ id }) => !known.has(id))];
};

const ended = (tasks: readonly Task[], ids: readonly string[], state: Task['state']): readonly Task[] =>
  tasks.map((task) => (ids.includes(task.id) ? { ...task, state } : task));

/** A closed case waits for nobody. */
const settled = (tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => (task.state === 'open' ? { ...task, state: 'not-needed' } : task));

type Asked = Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>;

/** What is asked for now, over what the case knows of the datasets; one that is no longer asked for goes. */
const asked = (datasets: readonly CaseDataset[], now: readonly Asked[]): readonly CaseDataset[] =>
  now.map((one) => ({ owners: [], ...datasets.find(({ dataset }) => dataset === one.dataset), ...one }));

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
      return {
        ...subject,
        datasets: subject.datasets.map((dataset) => ({
          ...dataset,
          ...event.facts.datasets.find((one) => one.dataset === dataset.dataset),
        })),
      };
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

type WorkEvent = Exclude<
  CaseEvent,
  {
    type:
      | 'case-opened'
      | 'case-tasks-set'
      | 'case-task-assigned'
      | 'case-tasks-escalated'
      | 'case-owners-changed'
      | 'case-conflict-declared'
      | 'case-requester-reminded';
  }
>;

/** What the owner's side does on its way to a decision. */
function evolveWork(subject: Case, event: WorkEvent): Case {
  switch (event.type) {
    case 'case-validated': {
      const { task, regime, legalDeadline, datasets } = event.facts;
      return {
        ...subject,
        regime,
        ...(legalDeadline === undefined ? {} : { legalDeadline }),
        datasets: asked(subject.datasets, datasets),
        tasks: ended(subject.tasks, [task], 'done'),
      };
    }
    case 'case-lane-set':
      return { ...subject, lane: event.facts.lane };
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
      return { ...subject, state: 'returned', returned: { on, cannotIdentify, reminders: 0 }, pauses: resting(subject.pauses, on) };
    }
    case 'case-answered': {
      const { on, submission, lane, care, datasets, arrivedOn, legalDeadline } = event.facts;
      const { returned: _returned, ...rest } = subject;
      return {
        ...rest,
        state: 'open',
        submission,
        lane,
        care,
        arrivedOn,
        ...(legalDeadline === undefined ? {} : { legalDeadline }),
        datasets: asked(subject.datasets, datasets),
        pauses: resumed(subject.pauses, on),
      };
    }
    case 'case-submission-handed-over': {
      const { submission, lane, care, datasets } = event.facts;
      return { ...subject, submission, lane, care, datasets: asked(subject.datasets, datasets) };
    }
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
      return { ...closed(subject, 'lapsed', event.facts.on), tasks: subject.tasks, lapsedOn: event.facts.on };
    case 'case-reopened': {
      const { returned: _returned, lapsedOn, ...rest } = subject;
      const asleep = lapsedOn === undefined ? [] : [{ from: lapsedOn, until: event.facts.on }];
      return { ...rest, state: 'open', reopened: true, pauses: [...subject.pauses, ...asleep] };
    }
    default:
      return evolveEnd(subject, event);
  }
}

const closed = (subject: Case, state: Case['state'], on: LocalDate): Case => ({
  ...subject,
  state,
  pauses: resumed(subject.pauses, on),
  tasks: settled(subject.tasks),
});

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
      const { outcome, on, redirect } = event.facts;
      return {
        ...closed(subject, 'decided', on),
        outcome,
        decidedOn: on,
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
      return { ...undecided(subject, 'open'), tasks: reviewed(subject.tasks), deciders: decidersOf(subject) };
    case 'case-forms-accepted':
      return { ...subject, formsAccepted: true };
    case 'case-forms-declined':
      return { ...subject, state: 'not-taken-up' };
  }
}

const reviewed = (tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => (task.kind === 'review' && task.state === 'open' ? { ...task, state: 'done' } : task));

const decidersOf = ({ deciders, decisions }: Case): readonly string[] => [
  ...new Set([...deciders, ...decisions.map(({ by }) => by)]),
];

/** Back to where nothing is decided; the decisions given before stand in the ledger. */
function undecided(subject: Case, state: Case['state']): Case {
  const { outcome: _outcome, decidedOn: _on, formsAccepted: _forms, redirect: _redirect, ...rest } = subject;
  const tasks = subject.tasks.map((task) =>
    task.kind === 'decide' && task.state === 'done' ? { ...task, state: 'not-needed' as const } : task,
  );
  return { ...rest, state, decisions: [], tasks };
}
