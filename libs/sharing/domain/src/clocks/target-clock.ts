import { addWorkingDays, workingDaysBetween, type LocalDate } from '#kernel';

/** The clock rests after the day `from`, which still counts, up to and including `until`; without it, it rests still. */
export interface Pause {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

export interface Target {
  /** What the owner promised; 20 for a whole case unless the owner set another, and each stage its own. */
  readonly workingDays: number;
  /** Day 1 is the first working day after it. */
  readonly startedOn: LocalDate;
  readonly pauses: readonly Pause[];
  /** Of the owner's calendar. */
  readonly holidays: ReadonlySet<LocalDate>;
  readonly today: LocalDate;
}

export interface TargetClock {
  /** The day on which the last of the working days is used; while paused, as if the pause ended today. */
  readonly due: LocalDate;
  /** Working days used, today included. */
  readonly used: number;
  /** Working days left after today; negative when overdue. */
  readonly left: number;
  readonly paused: boolean;
}

/** Working days in a pause count for nobody: they are not used, and the due date moves by them. */
export function targetClock(target: Target): TargetClock {
  const { workingDays, today, pauses } = target;
  const used = usedDays(target);
  const paused = pauses.some(({ from, until }) => from <= today && (until === undefined || until > today));
  return { due: dueDate(target), used, left: workingDays - used, paused };
}

type Rest = Required<Pause>;

/** The pauses after the start, in order, none of which touches another. */
function restsOf({ pauses, startedOn, today }: Target): readonly Rest[] {
  const rests: Rest[] = [];
  const clipped = pauses
    .map(({ from, until }) => ({ from: later(from, startedOn), until: until ?? later(from, today) }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const rest of clipped) {
    const last = rests.at(-1);
    if (last && rest.from <= last.until) rests[rests.length - 1] = { ...last, until: later(last.until, rest.until) };
    else rests.push(rest);
  }
  return rests;
}

function usedDays(target: Target): number {
  const { startedOn, holidays, today } = target;
  const between = (from: LocalDate, until: LocalDate): number =>
    Math.max(0, workingDaysBetween(from, earlier(until, today), holidays));
  const rested = restsOf(target).reduce((sum, { from, until }) => sum + between(from, until), 0);
  return between(startedOn, today) - rested;
}

/** Walks from the start over the stretches between pauses; a pause after the last day moves nothing. */
function dueDate(target: Target): LocalDate {
  const { workingDays, startedOn, holidays } = target;
  let [reached, left] = [startedOn, workingDays];
  for (const { from, until } of restsOf(target)) {
    const stretch = workingDaysBetween(reached, from, holidays);
    if (left <= stretch) break;
    left -= stretch;
    reached = until;
  }
  return addWorkingDays(reached, left, holidays);
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
