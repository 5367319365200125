import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice, useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import { Session } from './session.ts';
import { sessionTexts } from './session-texts.ts';
import { SignInForm } from './sign-in-form.ts';

/** Only a path of this installation may be gone on to: never another site, whatever the address says. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';

@Component({
  selector: 'wl-sign-in-page',
  imports: [Notice, RouterLink, SignInForm],
  template: `
    <div class="sign-in">
      <h1>{{ t.title }}</h1>
      @if (session.person(); as person) {
        <p>{{ t.signedInAs(person.name) }}</p>
        <p>
          <a class="button button-primary" [href]="target()" (click)="$event.preventDefault(); goOn()">{{
            t.continue
          }}</a>
        </p>
      } @else {
        <p>{{ t.intro }}</p>
        <div class="without-script">
          <wl-notice kind="attention"
            ><p>{{ t.needsScript }}</p></wl-notice
          >
        </div>
        <wl-sign-in-form (signedIn)="goOn()" />
        <hr />
        @if (session.demonstration()) {
          <h2>{{ t.demonstration }}</h2>
          <p>{{ t.demonstrationText }}</p>
        }
        <h2>{{ t.noAccount }}</h2>
        <p>
          <a routerLink="/sign-in/reset">{{ t.reset }}</a><br /><a routerLink="/sign-up">{{ t.signUp }}</a>
        </p>
        <p>
          {{ t.noAccountText }} <a routerLink="/contact">{{ t.contact }}</a>
        </p>
      }
    </div>
  `,
})
export class SignInPage {
  private readonly router = inject(Router);
  readonly next = input<string>();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(sessionTexts);
  protected readonly target = computed(() => safeNext(this.next()));

  constructor() {
    describePage(() => ({ title: this.t.title }));
  }

  protected goOn(): void {
    void this.router.navigateByUrl(this.target());
  }
}
