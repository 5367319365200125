import type { LocalDate } from '#kernel';
import type { Agreement } from './agreement.ts';

/** What the public register says of an agreement on a day. */
export const registerStatuses = ['upcoming', 'active', 'review-overdue', 'suspended', 'ended'] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

export const registerStatusLabels: Record<RegisterStatus, string> = {
  upcoming: 'Begins later',
  active: 'In use',
  'review-overdue': 'In use, review overdue',
  suspended: 'Suspended',
  ended: 'Ended',
};

/** Computed for the day on which somebody looks; undefined for terms that never were in force: they stand in no register. */
export function registerStatus(
  { state, inForceOn, term }: Pick<Agreement, 'state' | 'inForceOn' | 'term'>,
  today: LocalDate,
): RegisterStatus | undefined {
  if (inForceOn === undefined) return undefined;
  if (state === 'suspended') return 'suspended';
  if (state !== 'in-force' || today > term.end) return 'ended';
  if (today < term.start) return 'upcoming';
  return today > term.review ? 'review-overdue' : 'active';
}
