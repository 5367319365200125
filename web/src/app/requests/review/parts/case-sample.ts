import { Component, computed, inject, input, signal } from '@angular/core';
import type { CaseView } from '#sharing/contracts';
import { formatDate, Notice, useTexts } from '#ui';
import { Announcer } from '../../../shell/announcer.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';

/** Where a board opens the answers of a case as a sample, or reads until when they are open. */
@Component({
  selector: 'wl-case-sample',
  imports: [Notice],
  template: `
    @if (view().sample; as sample) {
      <wl-notice kind="pending"
        ><p>{{ t.until(sample.board.name, day(sample.until)) }}</p></wl-notice
      >
    } @else {
      <p>{{ t.closed }}</p>
      @if (mayOpen()) {
        <form class="not-printed needs-script" novalidate (submit)="open($event, reason.value)">
          <p>{{ t.told }} {{ t.days }}</p>
          <div class="field" [class.field-faulty]="faults().length > 0">
            <label for="sample-reason">{{ t.reason }}</label>
            @for (fault of faults(); track fault) {
              <p class="field-error" role="alert">{{ fault }}</p>
            }
            <textarea #reason class="textarea" id="sample-reason" rows="2" maxlength="20000"></textarea>
          </div>
          <button class="button button-primary" type="submit" [attr.aria-disabled]="review.working() ? true : null">
            {{ t.open }}
          </button>
        </form>
      }
    }
  `,
})
export class CaseSample {
  protected readonly review = inject(Review);
  private readonly announcer = inject(Announcer);
  readonly view = input.required<CaseView>();
  protected readonly t = useTexts(reviewTexts).sample;
  protected readonly day = formatDate;
  private readonly missing = signal(false);
  protected readonly mayOpen = computed(() => this.view().allowedCommands.includes('open-sample'));
  protected readonly faults = computed(() => {
    if (this.missing()) return [this.t.reasonMissing];
    const refused = this.review.refused();
    return refused ? [`${this.t.cannot}${refused.detail ?? ''}`] : [];
  });

  protected async open(submitted: Event, reason: string): Promise<void> {
    submitted.preventDefault();
    this.missing.set(reason.trim() === '');
    if (this.missing()) return;
    if ((await this.review.give('open-sample', { reason })) === 'done') this.announcer.say(this.t.opened);
  }
}
