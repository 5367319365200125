import { Component, input } from '@angular/core';
import type { CaseView } from '#sharing/contracts';
import { Icon, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';
import { PlaceLink } from './place-link.ts';

/** What a reviewer should see at once; each leads to the answer that it comes from. */
@Component({
  selector: 'wl-case-flags',
  imports: [Icon, PlaceLink],
  template: `
    @if (flags().length > 0) {
      <ul class="case-flags">
        @for (flag of flags(); track flag.code) {
          <li [class]="flag.severity === 'attention' ? 'case-flag case-flag-attention' : 'case-flag'">
            <wl-icon [name]="flag.severity" />
            <span>
              @if (flag.severity === 'attention') {
                <span class="hidden-visually">{{ t.attention }}</span>
              }
              @if (flag.question; as question) {
                <wl-place-link [place]="'question-' + question">{{ flag.label }}</wl-place-link>
              } @else {
                {{ flag.label }}
              }
            </span>
          </li>
        }
      </ul>
    } @else {
      <p>{{ t.noFlags }}</p>
    }
  `,
})
export class CaseFlags {
  readonly flags = input.required<CaseView['flags']>();
  protected readonly t = useTexts(reviewTexts);
}
