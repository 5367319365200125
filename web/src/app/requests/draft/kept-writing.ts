import { inject, Injectable } from '@angular/core';
import { draftPrefix } from '../../session/forget-drafts.ts';
import { BrowserShelf } from '../review/browser-shelf.ts';
import type { Clash } from './merge-written.ts';
import type { Written } from './written.ts';

/** What was written and not yet saved, with what it began from. */
export interface Kept {
  /** Shape of this record; one of another shape is thrown away. */
  readonly shape: 1;
  readonly at: string;
  readonly base: Written;
  readonly written: Written;
  readonly clashes: readonly Clash[];
}

const keyOf = (person: string, request: string): string => `${draftPrefix}${person}.request.${request}`;

/** Keeps what is written in this browser until the service has it, for one person; it goes when they sign out. */
@Injectable({ providedIn: 'root' })
export class KeptWriting {
  private readonly shelf = inject(BrowserShelf);

  /** @returns whether it is kept */
  keep(person: string, request: string, kept: Kept): boolean {
    return this.shelf.keep(keyOf(person, request), kept);
  }

  find(person: string, request: string): Kept | undefined {
    const found = this.shelf.find(keyOf(person, request)) as Partial<Kept> | undefined;
    return found?.shape === 1 && found.base && found.written ? (found as Kept) : undefined;
  }

  forget(person: string, request: string): void {
    this.shelf.forget(keyOf(person, request));
  }
}
