import type { AskedDatasetView, DraftView } from '#sharing/contracts';
import { highestLane, screenedLane, type Answers, type BasketItem, type Lane } from '#sharing/domain';
import type { Written } from './written.ts';

/** What nobody has stated raises no lane by itself: the answers find it out. */
const lanesOfData: Readonly<Record<string, Lane>> = { personal: 'B', 'special-category': 'C' };
const laneOf = (code: string): Lane => lanesOfData[code] ?? 'A';

/** The lane that the chosen columns ask for; a dataset of which none is chosen counts as a whole. */
function laneOfItem({ dataset, columns }: BasketItem, known: readonly AskedDatasetView[]): Lane {
  const asked = known.find(({ id }) => id === dataset);
  if (!asked) return 'A';
  if (columns.length === 0) return laneOf(asked.personalData.code);
  const chosen = new Set(columns.map(({ column }) => column));
  return highestLane(...asked.available.filter(({ id }) => chosen.has(id)).map((one) => laneOf(one.sensitivity.code)));
}

/**
 * The lane while somebody writes, so that questions appear at once: that of the answers and the columns as they stand here, and
 * never below what somebody set beyond them.
 */
export function laneWhileWriting(draft: DraftView, { answers, basket }: Written): Lane {
  const ofData = (items: readonly BasketItem[]): Lane =>
    highestLane(...items.map((item) => laneOfItem(item, draft.basket)));
  const saved = highestLane(screenedLane(draft.answers as Answers), ofData(draft.basket.map(savedItem)));
  const set = saved === draft.lane.code ? 'A' : draft.lane.code;
  return highestLane(screenedLane(answers), ofData(basket), set);
}

const savedItem = ({ id, columns }: AskedDatasetView): BasketItem => ({
  dataset: id,
  columns: columns.map((column) => ({ column: column.id, justification: '' })),
});
