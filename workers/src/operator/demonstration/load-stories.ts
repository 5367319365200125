import { addDays } from '#kernel';
import { keepAgreementClocks, keepCaseClocks } from '#sharing/server';
import type { Directory } from './directory.ts';
import type { Happening } from './happening.ts';
import type { Loading, Moment } from './loading.ts';
import { StoryPlayer } from './story-player.ts';
import { stories } from './stories/index.ts';

/** The hour at which what is due by date is done, before anybody comes to work. */
const morning = '06:00';

const clockOf = ({ at }: Moment): number => Number(at.replace(':', ''));
const earlier = (one: Moment, other: Moment): number => other.on - one.on || clockOf(one) - clockOf(other);

/** Working days before today since when people are told: what they were told before that they have long read and forgotten. */
const toldSince = 30;

/**
 * Plays every story, one step after the other in the order of their days, with whatever else happens in between; each morning
 * what is due by date is done, as the schedules would. Answers how many requests there are.
 */
export async function loadStories(
  loading: Loading,
  directory: Directory,
  others: readonly Happening[],
): Promise<number> {
  const player = new StoryPlayer(loading, directory);
  const told = stories((days) => addDays(loading.today, days));
  const steps = told.flatMap((story) =>
    story.steps.map((step): Happening => ({ moment: step.moment, happen: () => player.play(story, step) })),
  );
  const happenings = [...steps, ...others].sort((one, other) => earlier(one.moment, other.moment));
  // Before the first request nothing is due.
  let day = Math.max(...steps.map(({ moment }) => moment.on));
  for (const { moment, happen } of happenings) {
    for (; day > moment.on; day -= 1) await beginDay(loading, day - 1);
    loading.moveTo(moment);
    await happen();
    if (moment.on <= toldSince) await loading.follow();
  }
  for (; day > 1; day -= 1) await beginDay(loading, day - 1);
  return told.length;
}

async function beginDay(loading: Loading, day: number): Promise<void> {
  if (day === toldSince) await loading.letGo();
  loading.moveTo({ on: day, at: morning });
  await keepClocks(loading);
  if (day <= toldSince) await loading.follow();
}

/** Does what is due by the date that it is: reminders, lapses, ends of holds, late targets, stand-ins. */
export async function keepClocks({ parts, sharing }: Loading): Promise<void> {
  await keepCaseClocks({ ...parts, cases: sharing.cases });
  await keepAgreementClocks({ ...parts, ...sharing });
}
