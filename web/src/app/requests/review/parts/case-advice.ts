import { Component, input } from '@angular/core';
import type { CaseView } from '#sharing/contracts';
import { StateBadge, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';

/** What advisers said, and who accepted the risk that remains. */
@Component({
  selector: 'wl-case-advice',
  imports: [StateBadge],
  template: `
    @for (advice of view().advice; track $index) {
      <article class="case-advice">
        <h3>{{ advice.label.label }}</h3>
        <p class="case-line">
          <wl-state-badge [code]="advice.verdict.code" [label]="advice.verdict.label" />
          <span class="small">{{ advice.standing ? t.byStanding(advice.by) : t.by(advice.by) }} </span>
        </p>
        <p class="kept-lines">{{ advice.text }}</p>
      </article>
    } @empty {
      <p>{{ t.noAdvice }}</p>
    }
    @if (view().acceptance; as acceptance) {
      <article class="case-advice">
        <h3>{{ t.accepted }}</h3>
        <p class="small">{{ t.by(acceptance.by) }}</p>
        <p class="kept-lines">{{ acceptance.reason }}</p>
      </article>
    }
  `,
})
export class CaseAdvice {
  readonly view = input.required<Pick<CaseView, 'advice' | 'acceptance'>>();
  protected readonly t = useTexts(reviewTexts);
}
