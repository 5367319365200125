import type { Case, CaseDataset } from './case.ts';
import { ended, merged, withoutApprovals } from './ended-tasks.ts';
import { evolveCourse, together, type CourseEvent } from './evolve-course.ts';
import type { CaseEvent } from './events.ts';

type Asked = Pick<CaseDataset, 'dataset' | 'columns' | 'described' | 'whole'>;

/** What is asked for now, over what the case knows of the datasets. */
const asked = (datasets: readonly CaseDataset[], now: readonly Asked[]): readonly CaseDataset[] =>
  now.map((one) => ({ owners: [], ...datasets.find(({ dataset }) => dataset === one.dataset), ...one }));

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
    case 'case-sample-opened':
      return { ...subject, samples: [...(subject.samples ?? []), event.facts.sample] };
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

type WorkEvent =
  | CourseEvent
  | Extract<
      CaseEvent,
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
