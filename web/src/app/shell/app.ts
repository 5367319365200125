import { afterRenderEffect, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Notice, useTexts } from '#ui';
import { Session } from '../session/session.ts';
import { SessionWatch } from '../session/session-watch.ts';
import { SignInAgain } from '../session/sign-in-again.ts';
import { SignInOver } from '../session/sign-in-over.ts';
import { Announcer } from './announcer.ts';
import { CurrentPage } from './current-page.ts';
import { Flash } from './flash.ts';
import { Footer } from './footer.ts';
import { Header } from './header.ts';
import { shellTexts } from './shell-texts.ts';
import { ThemeChoice } from './theme.ts';

/** What stands around every page. */
@Component({
  selector: 'wl-root',
  imports: [Footer, Header, Notice, RouterOutlet, SessionWatch, SignInOver],
  template: `
    <a class="skip" [href]="page.address().split('#')[0] + '#main'" (click)="skip($event)">{{ t.skip }}</a>
    @if (session.demonstration()) {
      <aside class="demonstration" [attr.aria-label]="t.demonstration">
        <p class="page">
          <strong>{{ t.demonstration }}</strong> <span>{{ t.demonstrationText }}</span>
        </p>
      </aside>
    }
    <wl-header />
    <main #main id="main" class="page main" tabindex="-1">
      @if (flash.message(); as words) {
        <wl-notice kind="done"
          ><p>{{ words }}</p></wl-notice
        >
      }
      <router-outlet />
    </main>
    <wl-footer />
    @defer (when session.person()) {
      <wl-session-watch />
    }
    @defer (when signInAgain.answer()) {
      <wl-sign-in-over />
    }
    <div class="hidden-visually" role="status" aria-live="polite">{{ announcer.message() }}</div>
  `,
})
export class App {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private shown: string | undefined;
  protected readonly session = inject(Session);
  protected readonly announcer = inject(Announcer);
  protected readonly signInAgain = inject(SignInAgain);
  protected readonly flash = inject(Flash);
  protected readonly page = inject(CurrentPage);
  protected readonly t = useTexts(shellTexts);

  constructor() {
    inject(ThemeChoice);
    // A new page begins at its beginning, also for those who do not see it; a change of the query alone moves nothing.
    afterRenderEffect(() => {
      const path = this.page.path();
      if (!this.page.arrived()) return;
      // From here on presses and letters are the application's: those who drive a page wait for it.
      if (this.shown === undefined) document.documentElement.setAttribute('data-awake', '');
      else if (this.shown !== path) this.turnTo();
      this.shown = path;
    });
  }

  protected skip(click: Event): void {
    click.preventDefault();
    this.main().nativeElement.focus();
    this.main().nativeElement.scrollIntoView();
  }

  private turnTo(): void {
    this.flash.turn();
    this.main().nativeElement.focus({ preventScroll: true });
  }
}
