import { Component, effect, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, useTexts } from '#ui';
import { Session } from '../session/session.ts';
import { CurrentPage } from './current-page.ts';
import { NoticeCounts } from './notice-counts.ts';
import { shellTexts } from './shell-texts.ts';

/** What stands in the bell: a number that fits into it. */
export const numberInBell = (unread: number): string => (unread > 99 ? '99+' : String(unread));

/**
 * How many notices are unread. It asks when the reader turns to another page or comes back to the window, and not by itself:
 * each call puts the end of the session off, so one that nobody uses would never end.
 */
@Component({
  selector: 'wl-notice-bell',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    @if (session.person()) {
      <a class="bell" routerLink="/notices" routerLinkActive="here" ariaCurrentWhenActive="page">
        <wl-icon name="bell" />
        @if (counts.unread() > 0) {
          <span class="bell-number numbers" aria-hidden="true">{{ numberInBell(counts.unread()) }}</span>
        }
        <span class="hidden-visually">{{ t.notices(numberInBell(counts.unread())) }}</span>
      </a>
    }
  `,
  host: { '(window:focus)': 'counts.refresh()' },
})
export class NoticeBell {
  private readonly page = inject(CurrentPage);
  private shown: string | undefined;
  protected readonly session = inject(Session);
  protected readonly counts = inject(NoticeCounts);
  protected readonly t = useTexts(shellTexts);
  protected readonly numberInBell = numberInBell;

  constructor() {
    effect(() => {
      const path = this.page.path();
      if (!this.page.arrived()) return;
      if (this.shown !== undefined && this.shown !== path) this.counts.refresh();
      this.shown = path;
    });
  }
}
