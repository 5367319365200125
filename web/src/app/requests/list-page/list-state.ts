import type { RequestList, RequestSummary } from '#sharing/contracts';

export const stateFilters = ['draft', 'submitted', 'settled', 'withdrawn'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What the address says; anything else shows all. */
export const stateIn = (value: string | undefined): StateFilter | undefined =>
  stateFilters.find((state) => state === value);

/** A whole number from 1 on; 1 for anything else. */
export const pageIn = (value: string | undefined): number =>
  value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1;

export const queryFor = (state: StateFilter | undefined, page: number): string =>
  new URLSearchParams({
    ...(state === undefined ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();

/** What waits for the reader stands first; otherwise the order of the service stays. */
export const waitingFirst = (items: readonly RequestSummary[]): readonly RequestSummary[] => [
  ...items.filter(({ waitsForYou }) => waitsForYou),
  ...items.filter(({ waitsForYou }) => !waitsForYou),
];

export const countOfAll = ({ counts }: Pick<RequestList, 'counts'>): number =>
  stateFilters.reduce((sum, state) => sum + counts[state], 0);
