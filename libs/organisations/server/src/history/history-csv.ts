import type { HistoryItem } from '#organisations/contracts';

/** The heading of a history as CSV. */
export const historyColumns = [
  'at',
  'kind',
  'what',
  'about',
  'reference',
  'by',
  'role',
  'organisation',
  'entry',
] as const;

/** One entry of it, in the order of the heading. */
export const historyCells = ({ at, kind, sentence, about, by, id }: HistoryItem): (string | undefined)[] => [
  at,
  kind.label,
  sentence,
  about.title,
  about.reference,
  by.name,
  by.role,
  by.organisation?.name,
  id,
];
