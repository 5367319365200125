import { afterRenderEffect, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { FormFaults } from '../../../catalogue/edit-page/form-faults.ts';
import { formatInstant, Notice, useTexts } from '#ui';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { commandTexts } from './command-texts.ts';
import { focusPlace } from './focus-place.ts';

/** What came of the last command: done, refused with what is wrong, or overtaken by somebody else. It takes the focus. */
@Component({
  selector: 'wl-step-outcome',
  imports: [Notice],
  template: `
    @if (review.done(); as command) {
      <div #place class="review-step-outcome" tabindex="-1" role="status">
        <wl-notice kind="done"
          ><p>{{ words.done[command] ?? words.doneAny }}</p>
          @if (review.outdated()) {
            <p>{{ t.outdated }}</p>
          }
        </wl-notice>
      </div>
    } @else if (review.changes(); as changes) {
      <div #place class="review-step-outcome" tabindex="-1" role="alert">
        <wl-notice kind="attention">
          <h3>{{ t.staleTitle }}</h3>
          <p>{{ t.staleText }}</p>
          @if (changes.state; as state) {
            <p>{{ t.staleState(state) }}</p>
          }
          @if (changes.answers) {
            <p>{{ t.staleAnswers }}</p>
          }
          @if (changes.events.length > 0) {
            <ul>
              @for (event of changes.events; track $index) {
                <li>{{ event.sentence }} ({{ event.by }}, {{ instant(event.at) }})</li>
              }
            </ul>
          } @else if (!changes.state && !changes.answers) {
            <p>{{ t.staleNone }}</p>
          }
        </wl-notice>
      </div>
    } @else if (review.refused(); as refused) {
      <div #place class="error-summary review-step-outcome" tabindex="-1" role="alert">
        <h3>{{ t.refusedTitle }}</h3>
        @if (faults.all().length > 0) {
          <ul>
            @for (fault of faults.all(); track $index) {
              <li>
                @if (fault.path === '') {
                  {{ fault.message }}
                } @else {
                  <a href="#" (click)="goTo($event, fault.path)">{{ fault.message }}</a>
                }
              </li>
            }
          </ul>
        } @else {
          <p>{{ refused.detail ?? t.refused[refused.kind] }}</p>
        }
        <p class="small">{{ t.refusedKept }}</p>
      </div>
    }
  `,
})
export class StepOutcome {
  private readonly place = viewChild<ElementRef<HTMLElement>>('place');
  protected readonly review = inject(Review);
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(reviewTexts);
  protected readonly words = useTexts(commandTexts);
  protected readonly instant = formatInstant;
  private readonly came = computed(() => this.review.done() ?? this.review.changes() ?? this.review.refused());

  constructor() {
    afterRenderEffect(() => {
      if (this.came()) this.place()?.nativeElement.focus();
    });
  }

  protected goTo(click: Event, path: string): void {
    click.preventDefault();
    focusPlace(path);
  }
}
