import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '#sharing/contracts';
import { formatDate, StateBadge, useTexts } from '#ui';
import { DaysLeft } from '../days-left.ts';
import { LaneBadge } from '../lane-badge.ts';
import { reviewTexts } from '../review-texts.ts';

/** Where the case is: state, lane, both clocks and what may be expected. */
@Component({
  selector: 'wl-case-status',
  imports: [DaysLeft, LaneBadge, RouterLink, StateBadge],
  template: `
    <p class="case-line">
      <wl-state-badge [code]="view().state.code" [label]="view().state.label" />
      @if (view().stage; as stage) {
        <wl-state-badge [code]="stage.code" [label]="stage.label" />
      }
      <wl-lane-badge [lane]="view().lane" />
    </p>
    <p>{{ view().status }}</p>
    @if (view().agreement; as agreement) {
      <p class="case-line">
        <a [routerLink]="['/agreements', agreement.id]">{{ t.agreement }}</a>
        <wl-state-badge [code]="agreement.state.code" [label]="agreement.state.label" />
      </p>
    }
    @if (view().returned; as returned) {
      <p>{{ t.returnedOn(day(returned.on), day(returned.lapsesOn)) }}</p>
      <ul>
        @for (comment of returned.comments; track $index) {
          <li>
            @if (comment.label) {
              <strong>{{ comment.label }}</strong>
            }
            <span class="kept-lines">{{ comment.text }}</span>
          </li>
        }
      </ul>
    }
    @if (view().held; as held) {
      <p>{{ t.heldUntil(held.waitingFor.label, day(held.until)) }} {{ held.reason }}</p>
    }
    @if (view().clocks; as clocks) {
      <dl class="case-clocks">
        <dt>{{ t.target }}</dt>
        <dd>
          @if (running()) {
            <wl-days-left [left]="clocks.target.left" />
          }
          <span
            >{{ t.targetOf(clocks.target.workingDays, day(clocks.target.due)) }};
            {{ t.targetUsed(clocks.target.used) }}</span
          >
          @if (clocks.target.paused) {
            <strong>{{ t.paused }}</strong>
          }
        </dd>
        <dt>{{ t.legal }}</dt>
        <dd>
          @if (clocks.legal; as legal) {
            @if (legal.left !== undefined && running()) {
              <wl-days-left [left]="legal.left" />
            }
            @if (legal.deadline; as deadline) {
              <span>{{ legal.extended ? t.extended(day(deadline)) : day(deadline) }} </span>
            } @else {
              <span>{{ t.legalNone }}</span>
            }
            <span class="secondary small">{{ legal.regime.label }}: {{ legal.law }}</span>
          } @else {
            <span>{{ t.legalUnknown }}</span>
          }
        </dd>
        <dt>{{ t.forecast }}</dt>
        <dd>{{ clocks.forecast }}</dd>
      </dl>
    }
  `,
})
export class CaseStatus {
  readonly view = input.required<CaseView>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly day = formatDate;
  /** Time left says nothing of a case that is closed. */
  protected readonly running = computed(() =>
    ['open', 'returned', 'on-hold', 'under-review'].includes(this.view().state.code),
  );
}
