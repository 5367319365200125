import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '#sharing/contracts';
import { formatDate, StateBadge, useTexts } from '#ui';
import { Announcer } from '../../../shell/announcer.ts';
import { addedTo } from '../own-texts.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { decideFormName } from '../steps/decide-form.ts';
import { decideStart } from '../steps/decide-model.ts';
import { focusPlace } from '../steps/focus-place.ts';
import { stepsOf } from '../steps/step-of-task.ts';
import { Typing } from '../typing.ts';

/** Decided cases of the same data or purpose; the reasons of one can begin those of this decision. */
@Component({
  selector: 'wl-case-precedents',
  imports: [RouterLink, StateBadge],
  template: `
    @for (one of precedents(); track one.case) {
      <article class="case-precedent">
        <h3>
          <a [routerLink]="['/requests', one.request, 'cases', one.case]">{{ one.reference }}: {{ one.title }}</a>
        </h3>
        <p class="case-line">
          <wl-state-badge [code]="one.outcome.code" [label]="one.outcome.label" />
          <span class="small">{{ one.requester }}, {{ day(one.on) }}. {{ one.why }}</span>
        </p>
        @if (one.reasons) {
          <details class="case-fold">
            <summary>
              {{ t.reasons }}<span class="hidden-visually">: {{ one.reference }}</span>
            </summary>
            <p class="kept-lines">{{ one.reasons }}</p>
          </details>
          @if (deciding()) {
            <button class="button button-small needs-script" type="button" (click)="use(one)">
              {{ t.useText }}<span class="hidden-visually">: {{ one.reference }}</span>
            </button>
          }
        }
      </article>
    } @empty {
      <p>{{ t.noPrecedents }}</p>
    }
  `,
})
export class CasePrecedents {
  private readonly typing = inject(Typing);
  private readonly announcer = inject(Announcer);
  private readonly review = inject(Review);
  protected readonly t = useTexts(reviewTexts);
  protected readonly day = formatDate;
  protected readonly precedents = computed(() => this.review.view()?.precedents ?? []);
  /** The decision that is this reader's and stands open in its form. */
  protected readonly deciding = computed(() => {
    const view = this.review.view();
    const steps = view ? stepsOf(view).filter(({ command }) => command === 'decide') : [];
    return steps.find(({ task }) => task.id === this.review.task()) ?? steps[0];
  });

  protected use({ case: one, reasons }: CaseView['precedents'][number]): void {
    const [view, step] = [this.review.view(), this.deciding()];
    if (!view || !step) return;
    const name = decideFormName(step.task.id);
    const model = this.typing.read(name, decideStart(view));
    const precedents = [...model.precedents.filter((id) => id !== one), one];
    this.typing.write(name, { ...model, reasons: addedTo(model.reasons, reasons), precedents });
    this.review.begin(undefined, step.task.id);
    this.announcer.say(this.t.usedText);
    setTimeout(() => focusPlace('reasons'));
  }
}
