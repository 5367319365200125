import { Component, computed, input, signal } from '@angular/core';
import type { TimelineEntry } from '#sharing/contracts';
import { formatInstant, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';

/** As many as are shown before all are asked for. */
const atOnce = 8;

/** What happened, the newest first. Messages and notes stand in places of their own. */
@Component({
  selector: 'wl-case-timeline',
  template: `
    <ol class="case-timeline">
      @for (entry of shown(); track $index) {
        <li>
          <p>
            {{ entry.sentence }}
            <span class="small secondary"
              >{{ entry.by }}, <time [attr.datetime]="entry.at">{{ instant(entry.at) }}</time></span
            >
          </p>
          @if (entry.text) {
            <p class="kept-lines case-quote">{{ entry.text }}</p>
          }
        </li>
      }
    </ol>
    @if (shown().length < events().length) {
      <p class="not-printed needs-script">
        <button class="button button-small" type="button" (click)="all.set(true)">
          {{ t.timelineAll(events().length) }}
        </button>
      </p>
    }
  `,
})
export class CaseTimeline {
  readonly timeline = input.required<readonly TimelineEntry[]>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly instant = formatInstant;
  protected readonly all = signal(false);
  protected readonly events = computed(() =>
    this.timeline()
      .filter(({ kind }) => kind === 'event')
      .sort((one, other) => other.at.localeCompare(one.at)),
  );
  protected readonly shown = computed(() => (this.all() ? this.events() : this.events().slice(0, atOnce)));
}
