import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contours, useTexts } from '#ui';
import { CurrentPage } from './current-page.ts';
import { describePage } from './page-head.ts';
import type { Problem } from './problem.ts';
import { shellTexts } from './shell-texts.ts';

type Reason = 'notFound' | 'forbidden' | 'offline' | 'failed';

export const reasonOf = (problem: Problem | undefined): Reason => {
  if (problem === undefined || problem.status === 404) return 'notFound';
  if (problem.status === 401 || problem.status === 403) return 'forbidden';
  return problem.status === 0 ? 'offline' : 'failed';
};

const statuses: Readonly<Record<Reason, number>> = { notFound: 404, forbidden: 403, offline: 503, failed: 500 };

/** Stands in for a page that cannot be shown: not found, not allowed, no connection, or a fault on our side. No dead end. */
@Component({
  selector: 'wl-whole-page-message',
  imports: [Contours, RouterLink],
  template: `
    <div class="empty">
      <wl-contours [seed]="0.4" />
      <h1>{{ words().title }}</h1>
      <p>{{ words().text }}</p>
      <div class="button-row">
        @if (reason() === 'offline' || reason() === 'failed') {
          <a class="button button-primary" [href]="page.address()">{{ t.tryAgain }}</a>
        }
        @if (reason() === 'forbidden') {
          <a class="button button-primary" routerLink="/sign-in" [queryParams]="{ next: page.address() }">{{
            t.signIn
          }}</a>
        }
        <a class="button" routerLink="/datasets">{{ t.notFoundSearch }}</a>
        <a class="button" routerLink="/">{{ t.home }}</a>
      </div>
    </div>
  `,
})
export class WholePageMessage {
  /** Why; a page that no route has gives none. */
  readonly problem = input<Problem>();
  protected readonly page = inject(CurrentPage);
  protected readonly t = useTexts(shellTexts);
  protected readonly reason = computed(() => reasonOf(this.problem()));
  protected readonly words = computed(() => {
    const reason = this.reason();
    return { title: this.t[`${reason}Title`], text: this.t[reason] };
  });

  constructor() {
    describePage(() => ({ title: this.words().title, status: statuses[this.reason()] }));
  }
}
