import { Component, computed, inject, linkedSignal } from '@angular/core';
import { useTexts } from '#ui';
import { answeredParts } from '../answered-parts.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { AnswerItem } from './answer-item.ts';

/** The answers by section; what was not answered is folded away. */
@Component({
  selector: 'wl-answer-list',
  imports: [AnswerItem],
  template: `
    @if (sections().length > 1) {
      <p class="button-row not-printed needs-script">
        <button class="button button-small button-quiet" type="button" (click)="setAll(true)">{{ t.openAll }}</button>
        <button class="button button-small button-quiet" type="button" (click)="setAll(false)">{{ t.closeAll }}</button>
      </p>
    }
    @for (section of sections(); track section.id) {
      <details class="review-answers" [open]="!closed().has(section.id)" (toggle)="remember(section.id, $event)">
        <summary>
          <h3 [id]="'section-' + section.id" tabindex="-1">{{ section.title }}</h3>
        </summary>
        @if (section.answered.length > 0) {
          <dl>
            @for (question of section.answered; track question.id) {
              <div wlAnswerItem [question]="question"></div>
            }
          </dl>
        }
        @if (section.open.length > 0) {
          <details class="review-unanswered">
            <summary>{{ t.unanswered(section.open.length, section.needed) }}</summary>
            <dl>
              @for (question of section.open; track question.id) {
                <div wlAnswerItem [question]="question"></div>
              }
            </dl>
          </details>
        }
      </details>
    }
  `,
})
export class AnswerList {
  private readonly review = inject(Review);
  protected readonly t = useTexts(reviewTexts);
  protected readonly sections = computed(() => (this.review.view()?.sections ?? []).map(answeredParts));
  /** Sections that are folded away. */
  protected readonly closed = linkedSignal<string | undefined, ReadonlySet<string>>({
    source: () => this.review.view()?.id,
    computation: () => new Set(),
  });

  protected remember(section: string, event: Event): void {
    const open = (event.target as HTMLDetailsElement).open;
    if (this.closed().has(section) !== open) return;
    this.closed.update((ids) => new Set(open ? [...ids].filter((id) => id !== section) : [...ids, section]));
  }

  protected setAll(open: boolean): void {
    this.closed.set(new Set(open ? [] : this.sections().map(({ id }) => id)));
  }
}
