import { Component, input } from '@angular/core';
import type { CaseView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';
import { PlaceLink } from './place-link.ts';

/** What the requester changed since the answers that the case judged before. */
@Component({
  selector: 'wl-case-differences',
  imports: [PlaceLink],
  template: `
    @for (one of differences(); track one.question) {
      <article class="case-difference">
        <h3>
          <wl-place-link [place]="'question-' + one.question">{{ one.label }}</wl-place-link>
        </h3>
        <p class="label small">{{ t.before }}</p>
        <p class="kept-lines">
          @if (one.before) {
            <del>{{ one.before }}</del>
          } @else {
            <span class="secondary">{{ t.nothingSaid }}</span>
          }
        </p>
        <p class="label small">{{ t.after }}</p>
        <p class="kept-lines">
          @if (one.after) {
            <ins>{{ one.after }}</ins>
          } @else {
            <span class="secondary">{{ t.nothingSaid }}</span>
          }
        </p>
      </article>
    }
  `,
})
export class CaseDifferences {
  readonly differences = input.required<CaseView['differences']>();
  protected readonly t = useTexts(reviewTexts);
}
