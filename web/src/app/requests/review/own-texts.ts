import { computed, inject, Injectable, signal } from '@angular/core';
import { Session } from '../../session/session.ts';
import { BrowserShelf, keptPrefix } from './browser-shelf.ts';

/** What a text of one's own is for. */
export type TextKind = 'reason' | 'condition';

export interface OwnText {
  readonly kind: TextKind;
  readonly text: string;
}

/** More than these help nobody. */
export const mostTexts = 100;

/** Reads what was kept; what is not a text of ours is left out. */
export function ownTextsIn(kept: unknown): readonly OwnText[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (one: Partial<OwnText> | null): one is OwnText =>
      (one?.kind === 'reason' || one?.kind === 'condition') && typeof one.text === 'string' && one.text !== '',
  );
}

/** The list with one more, the newest first, each once. */
export function withText(texts: readonly OwnText[], { kind, text }: OwnText): readonly OwnText[] {
  const added = { kind, text: text.trim() };
  return added.text === '' ? texts : [added, ...withoutText(texts, added)].slice(0, mostTexts);
}

export const withoutText = (texts: readonly OwnText[], { kind, text }: OwnText): readonly OwnText[] =>
  texts.filter((one) => one.kind !== kind || one.text !== text);

/** Puts a text at the end of what stands there already, a line between them. */
export const addedTo = (before: string, text: string): string =>
  before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`;

/** Reasons and conditions that a person uses again; kept in this browser for that person. */
@Injectable({ providedIn: 'root' })
export class OwnTexts {
  private readonly shelf = inject(BrowserShelf);
  private readonly session = inject(Session);
  /** Counts what was changed here, so that the shelf is read again. */
  private readonly changes = signal(0);
  private readonly key = computed(() => `${keptPrefix}${this.session.person()?.id ?? 'nobody'}.texts`);
  readonly all = computed(() => {
    this.changes();
    return ownTextsIn(this.shelf.find(this.key()));
  });

  /** @returns whether this browser keeps it */
  add(text: OwnText): boolean {
    return this.change((texts) => withText(texts, text));
  }

  remove(text: OwnText): void {
    this.change((texts) => withoutText(texts, text));
  }

  private change(next: (texts: readonly OwnText[]) => readonly OwnText[]): boolean {
    // Another window may have added some meanwhile: what lies there now is what is changed.
    const kept = this.shelf.keep(this.key(), next(ownTextsIn(this.shelf.find(this.key()))));
    this.changes.update((count) => count + 1);
    return kept;
  }
}
