/** What a single key does in the list, while shortcuts are switched on. */
export type KeyAction = 'next' | 'previous' | 'choose' | 'help';

const actions: Readonly<Record<string, KeyAction>> = { j: 'next', k: 'previous', x: 'choose', '?': 'help' };

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Whether the focus is where letters are typed or a list is chosen from. */
  readonly typing: boolean;
}

/** Keys pressed while one types, or together with others, are not ours (WCAG 2.1.4). */
export function actionOf({ key, ctrlKey, metaKey, altKey, typing }: PressedKey): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey || typing) return undefined;
  return Object.hasOwn(actions, key) ? actions[key] : undefined;
}

/** The row that `next` or `previous` leads to; -1 where none has the focus yet. */
export const rowAfter = (action: 'next' | 'previous', at: number, rows: number): number =>
  action === 'next' ? Math.min(at + 1, rows - 1) : Math.max(at - 1, 0);
