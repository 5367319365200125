import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequestSummary } from '#sharing/contracts';
import { formatDate, Icon, StateBadge, useTexts } from '#ui';
import { DaysLeft } from '../review/days-left.ts';
import { requestsTexts } from './requests-texts.ts';

/** One request in the list: what it is, where it is, and what waits. */
@Component({
  selector: 'wl-request-line',
  imports: [DaysLeft, Icon, RouterLink, StateBadge],
  template: `
    @let one = request();
    <article class="request-line" [class.request-line-waits]="one.waitsForYou">
      <h2 class="request-line-title">
        <a [routerLink]="['/requests', one.id]">{{ one.title || t.untitled }}</a>
      </h2>
      <p class="request-line-state">
        <wl-state-badge [code]="one.state.code" [label]="one.state.label" />
        @if (one.waitsForYou) {
          <span class="badge badge-boundary"><wl-icon name="attention" />{{ t.waits }}</span>
        }
        @if (one.reference) {
          <span class="mono">{{ one.reference }}</span>
        }
      </p>
      <p>{{ one.status }}</p>
      @if (one.cases.length > 0) {
        <ul class="request-line-cases" [attr.aria-label]="t.cases(one.title)">
          @for (part of one.cases; track part.id) {
            <li>
              <span>{{ part.organisation.name }}</span>
              @let shown = part.outcome ?? part.stage ?? part.state;
              <wl-state-badge [code]="shown.code" [label]="shown.label" />
              @if (part.left !== undefined) {
                <wl-days-left [left]="part.left" />
              }
            </li>
          }
        </ul>
      }
      <p class="request-line-facts">
        <span>{{ t.by(one.by, one.organisation?.name) }}</span>
        <span>{{ t.datasets(one.datasets) }}</span>
        <span>{{ t.changed(changed()) }}</span>
      </p>
    </article>
  `,
})
export class RequestLine {
  readonly request = input.required<RequestSummary>();
  protected readonly t = useTexts(requestsTexts);
  protected readonly changed = computed(() => formatDate(this.request().changedAt));
}
