import { isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID } from '@angular/core';
import { storageOfBrowser } from '../../session/forget-drafts.ts';

/** What a person chose to have kept in this browser stays when they sign out; the rest of the key names the person and the thing. */
export const keptPrefix = 'wayleave.kept.';

/** Things kept in this browser by name. What comes back may be anything: whoever asks looks at its shape. */
@Injectable({ providedIn: 'root' })
export class BrowserShelf {
  /** Absent on the server, and in browsers that keep nothing. */
  private readonly storage = isPlatformBrowser(inject(PLATFORM_ID)) ? storageOfBrowser() : undefined;

  /** @returns whether it is kept */
  keep(key: string, thing: unknown): boolean {
    try {
      this.storage?.setItem(key, JSON.stringify(thing));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  find(key: string): unknown {
    try {
      return JSON.parse(this.storage?.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  forget(key: string): void {
    this.storage?.removeItem(key);
  }
}
