import type { CaseView } from '#sharing/contracts';

/** What somebody else did to a case while this reader looked at it. */
export interface CaseChanges {
  /** The lines that its timeline has now and had not, in the order in which they happened. */
  readonly events: readonly { readonly at: string; readonly by: string; readonly sentence: string }[];
  /** The state and the stage, where they are others now. */
  readonly state: string | undefined;
  /** Whether the requester's answers are others now. */
  readonly answers: boolean;
}

const standing = ({ state, stage }: CaseView): string => [state.label, stage?.label].filter(Boolean).join(', ');

export function changesBetween(before: CaseView, now: CaseView): CaseChanges {
  const known = new Set(before.timeline.map(({ at, sentence }) => `${at} ${sentence}`));
  const events = now.timeline
    .filter(({ at, sentence }) => !known.has(`${at} ${sentence}`))
    .map(({ at, by, sentence }) => ({ at, by, sentence }))
    .sort((one, other) => one.at.localeCompare(other.at));
  return {
    events,
    state: standing(before) === standing(now) ? undefined : standing(now),
    answers: before.submission !== now.submission,
  };
}
