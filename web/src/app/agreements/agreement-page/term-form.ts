import { Component, input, output } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementTexts } from '../agreement-texts.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

/** First and last day, and the day by which it is looked at again. */
@Component({
  selector: 'wl-term-form',
  imports: [RefusalList],
  template: `
    <form class="not-printed needs-script" novalidate (submit)="save($event)">
      <wl-refusal-list [refusals]="step.refusals()" />
      <p class="small secondary">{{ t.termText }}</p>
      <div class="side-by-side term-days">
        @for (day of days; track day.field) {
          <div class="field">
            <label [attr.for]="'term-' + day.field">{{ day.label }}</label>
            <input
              class="input input-short"
              type="date"
              [id]="'term-' + day.field"
              [name]="day.field"
              [value]="agreement().term[day.field]"
            />
          </div>
        }
        <button class="button" type="submit" [attr.aria-disabled]="step.working() ? true : null">
          {{ t.setTerm }}
        </button>
      </div>
    </form>
  `,
})
export class TermForm {
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly t = useTexts(agreementTexts);
  protected readonly step = steps();
  protected readonly days = [
    { field: 'start', label: this.t.start },
    { field: 'end', label: this.t.end },
    { field: 'review', label: this.t.reviewBy },
  ] as const;

  protected async save(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const form = new FormData(submitted.target as HTMLFormElement);
    const term = Object.fromEntries(this.days.map(({ field }) => [field, String(form.get(field) ?? '')]));
    const agreement = this.agreement();
    const body = { ...envelopeOf(agreement), term };
    const done = await this.step.give(agreementCommandAt(agreement.id, 'set-term'), body, this.t.done);
    if (done || this.step.stale()) this.changed.emit();
  }
}
