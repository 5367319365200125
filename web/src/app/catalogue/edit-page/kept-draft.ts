import { isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID } from '@angular/core';
import { draftPrefix, storageOfBrowser } from '../../session/forget-drafts.ts';
import type { EditModel } from './edit-model.ts';

/** What was typed and not yet saved, with what it began from. */
export interface Draft {
  /** Shape of this record; one of another shape is thrown away. */
  readonly shape: 1;
  readonly at: string;
  readonly revision: number;
  readonly base: EditModel;
  readonly model: EditModel;
}

/**
 * Keeps what is typed in this browser, so that a lost connection, a crash or a closed window loses nothing. It is kept for
 * one person, and goes when they save, discard it or sign out.
 */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  /** Absent on the server, and in browsers that keep nothing. */
  private readonly storage = isPlatformBrowser(inject(PLATFORM_ID)) ? storageOfBrowser() : undefined;

  keep(person: string, dataset: string, draft: Draft): boolean {
    try {
      this.storage?.setItem(`${draftPrefix}${person}.${dataset}`, JSON.stringify(draft));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  find(person: string, dataset: string): Draft | undefined {
    try {
      const draft = JSON.parse(this.storage?.getItem(`${draftPrefix}${person}.${dataset}`) ?? 'null') as Draft | null;
      return draft?.shape === 1 ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  forget(person: string, dataset: string): void {
    this.storage?.removeItem(`${draftPrefix}${person}.${dataset}`);
  }
}
