import { computed, inject, Injectable, signal } from '@angular/core';
import { BrowserShelf, keptPrefix } from '../requests/review/browser-shelf.ts';
import { Session } from '../session/session.ts';
import { keptFilters, queryOf, type InboxState } from './inbox-state.ts';

/** What a person chose for their inbox, kept in this browser: filters to open it with, and whether single keys act. */
@Injectable({ providedIn: 'root' })
export class KeptChoices {
  private readonly shelf = inject(BrowserShelf);
  private readonly session = inject(Session);
  /** Counts what was changed here, so that the shelf is read again. */
  private readonly changes = signal(0);
  private readonly prefix = computed(() => `${keptPrefix}${this.session.person()?.id ?? 'nobody'}`);
  readonly filters = computed(() => {
    this.changes();
    return keptFilters(this.shelf.find(`${this.prefix()}.inbox`));
  });
  readonly shortcuts = computed(() => {
    this.changes();
    return this.shelf.find(`${this.prefix()}.shortcuts`) === true;
  });

  /** @returns whether this browser keeps them */
  saveFilters(state: InboxState): boolean {
    const kept = this.shelf.keep(`${this.prefix()}.inbox`, queryOf(state));
    this.changes.update((count) => count + 1);
    return kept;
  }

  forgetFilters(): void {
    this.shelf.forget(`${this.prefix()}.inbox`);
    this.changes.update((count) => count + 1);
  }

  setShortcuts(on: boolean): void {
    if (on) this.shelf.keep(`${this.prefix()}.shortcuts`, true);
    else this.shelf.forget(`${this.prefix()}.shortcuts`);
    this.changes.update((count) => count + 1);
  }
}
