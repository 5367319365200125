import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { Announcer } from '../../shell/announcer.ts';

/** Where the reader's focus goes after a row of a list was added, moved or removed, and what is said of it. */
@Injectable({ providedIn: 'root' })
export class EntryFocus {
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);

  /** Focuses the first of these elements that is there once the page is drawn again. */
  to(ids: readonly string[], words: string): void {
    afterNextRender(
      () => {
        const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
        found?.focus();
      },
      { injector: this.injector },
    );
    if (words !== '') this.announcer.say(words);
  }
}
