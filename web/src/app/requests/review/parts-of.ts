import type { CaseView } from '#sharing/contracts';
import type { reviewTexts } from './review-texts.ts';

export type PartName = keyof typeof reviewTexts.en.part;

/** The parts of the screen that a reader of this side has, in their order on the page. */
export function partsOf(view: CaseView): readonly PartName[] {
  const owner = view.side === 'owner';
  const parts: readonly (PartName | false)[] = [
    'requester',
    'data',
    'answers',
    owner && 'step',
    'status',
    view.decision !== undefined && 'decision',
    'tasks',
    'flags',
    'advice',
    view.differences.length > 0 && 'differences',
    'precedents',
    owner && 'notes',
    owner && 'messages',
    'timeline',
  ];
  return parts.filter((part) => part !== false);
}
