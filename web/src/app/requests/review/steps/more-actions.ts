import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import type { CaseCommandAddress } from '#sharing/contracts';
import { useTexts } from '#ui';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { commandTexts } from './command-texts.ts';
import { stepCommands } from './step-of-task.ts';

/** In the order in which they are offered; others that the service names come after them. */
const order: readonly string[] = [
  'return',
  'ask-advice',
  'go-on-without-advice',
  'hold',
  'resume',
  'assign',
  'raise-lane',
  'lower-lane',
  'extend-deadline',
  'redirect',
  'refuse',
  'rescind',
  'declare-conflict',
];

/** Everything that may be done beside the step that waits, and why not the rest. */
@Component({
  selector: 'wl-more-actions',
  template: `
    @if (offered().length > 0) {
      <details #menu class="more-actions needs-script">
        <summary #summary class="button button-small">{{ t.more }}</summary>
        <ul class="more-list">
          @for (command of offered(); track command) {
            <li>
              <button class="more-action" type="button" (click)="begin(command)">{{ words.names[command] }}</button>
            </li>
          }
        </ul>
      </details>
    }
    @if (missing().length > 0) {
      <details class="why-not">
        <summary>{{ t.whyNot }}</summary>
        <dl>
          @for (one of missing(); track one.command) {
            <dt>{{ words.names[one.command] }}</dt>
            <dd>{{ one.message }}</dd>
          }
        </dl>
      </details>
    }
  `,
  host: { '(keydown.escape)': 'close()' },
})
export class MoreActions {
  private readonly review = inject(Review);
  private readonly menu = viewChild<ElementRef<HTMLDetailsElement>>('menu');
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  protected readonly t = useTexts(reviewTexts);
  protected readonly words = useTexts(commandTexts);
  protected readonly offered = computed(() => {
    const allowed = this.review.view()?.allowedCommands ?? [];
    return order.filter((command) => allowed.includes(command)) as readonly CaseCommandAddress[];
  });
  protected readonly missing = computed(() => {
    const known = [...stepCommands, ...order];
    return (this.review.view()?.refusedCommands ?? []).filter(({ command }) => known.includes(command));
  });

  /** Leads back to where actions are chosen. */
  focus(): void {
    this.summary()?.nativeElement.focus();
  }

  protected begin(command: CaseCommandAddress): void {
    this.menu()?.nativeElement.removeAttribute('open');
    this.review.begin(command);
  }

  protected close(): void {
    if (!this.menu()?.nativeElement.open) return;
    this.menu()?.nativeElement.removeAttribute('open');
    this.focus();
  }
}
