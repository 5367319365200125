import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice, useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import { Session } from './session.ts';
import { sessionTexts } from './session-texts.ts';

const shortest = 12;

/** A link in a mail opens this page; the button on it acts, so that nothing happens when a mail program looks at the link. */
@Component({
  selector: 'wl-sign-in-link-page',
  imports: [Notice, RouterLink],
  template: `
    <div class="sign-in">
      <h1>{{ t.linkTitle }}</h1>
      @if (!token()) {
        <wl-notice kind="attention"
          ><p>{{ t.linkMissing }}</p></wl-notice
        >
        <p>
          <a routerLink="/contact">{{ t.contact }}</a>
        </p>
      } @else {
        <p>{{ t.linkText }}</p>
        <form novalidate method="post" (submit)="use($event, password.value)">
          <div class="field" [class.field-faulty]="fault()">
            <label for="new-password">{{ t.newPassword }}</label>
            <p class="field-hint" id="new-password-hint">{{ t.newPasswordHint }}</p>
            @if (fault(); as words) {
              <p class="field-error" id="new-password-error" role="alert">{{ words }}</p>
            }
            <input
              #password
              class="input"
              id="new-password"
              type="password"
              autocomplete="new-password"
              [attr.aria-invalid]="fault() ? true : null"
              [attr.aria-describedby]="fault() ? 'new-password-hint new-password-error' : 'new-password-hint'"
            />
          </div>
          <button class="button button-primary" type="submit" [attr.aria-disabled]="working() ? true : null">
            {{ t.linkAction }}
          </button>
        </form>
        <p>
          <a routerLink="/sign-in/reset">{{ t.reset }}</a>
        </p>
      }
    </div>
  `,
})
export class SignInLinkPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('password');
  private readonly refused = signal<'short' | 'used' | 'offline' | 'failed' | undefined>(undefined);
  readonly token = input<string>();
  protected readonly t = useTexts(sessionTexts);
  protected readonly working = signal(false);
  protected readonly fault = computed(() => {
    const words = {
      short: this.t.passwordShort,
      used: this.t.linkUsed,
      offline: this.t.offline,
      failed: this.t.failed,
    };
    const refused = this.refused();
    return refused && words[refused];
  });

  constructor() {
    describePage(() => ({ title: this.t.linkTitle }));
  }

  protected async use(submitted: Event, password: string): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    this.refused.set(password.length < shortest ? 'short' : undefined);
    if (!this.refused()) {
      this.working.set(true);
      const problem = await this.session.signInByLink(this.token() ?? '', password);
      this.working.set(false);
      if (!problem) return void this.router.navigateByUrl('/');
      this.refused.set(problem.status === 0 ? 'offline' : problem.status < 500 ? 'used' : 'failed');
    }
    this.field()?.nativeElement.focus();
  }
}
