import { Component, computed, inject, input } from '@angular/core';
import type { CaseCommandAddress } from '#sharing/contracts';
import { useTexts } from '#ui';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { Typing } from '../typing.ts';
import { commandTexts } from './command-texts.ts';

/** Commands that take something away from somebody: their button looks so. */
const grave: readonly string[] = ['refuse', 'rescind', 'declare-conflict'];

/** The end of a form: the button that gives the command, the way back, and whether what is typed is kept. */
@Component({
  selector: 'wl-step-buttons',
  template: `
    <div class="button-row">
      <button
        class="button needs-script"
        type="submit"
        [class.button-primary]="!warns()"
        [class.button-warning]="warns()"
        [attr.aria-disabled]="review.working() ? true : null"
      >
        {{ review.working() ? words.working : words.buttons[command()] }}
      </button>
      @if (review.action() === command()) {
        <button class="button" type="button" (click)="review.begin(undefined)">{{ words.cancel }}</button>
      }
    </div>
    <p class="review-step-kept small secondary">{{ typing.kept() ? t.kept : t.notKept }}</p>
  `,
})
export class StepButtons {
  protected readonly review = inject(Review);
  protected readonly typing = inject(Typing);
  readonly command = input.required<CaseCommandAddress>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly words = useTexts(commandTexts);
  protected readonly warns = computed(() => grave.includes(this.command()));
}
