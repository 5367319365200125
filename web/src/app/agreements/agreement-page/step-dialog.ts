import { Component, computed, input, output } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { Dialog, useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementCommandTexts, agreementTexts, type AgreementCommandAsked } from '../agreement-texts.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

/** Steps that ask for a reason, and the field in which it is sent. */
const reasonFields: Partial<Record<AgreementCommandAsked, string>> = {
  suspend: 'reason',
  revoke: 'reason',
  terminate: 'reason',
  abandon: 'reason',
  'confirm-disposal': 'statement',
};

/** Steps that take something away: who loses it is said before. */
const takesAway = new Set<AgreementCommandAsked>(['suspend', 'revoke', 'terminate']);

/** Says what a step does before it is taken: who loses what, what is signed, and why it is asked. */
@Component({
  selector: 'wl-step-dialog',
  imports: [Dialog, RefusalList],
  template: `
    <wl-dialog name="agreement-step" [heading]="words()?.title ?? ''" [open]="asked() !== undefined" (closed)="close()">
      <form novalidate (submit)="take($event, reason.value)">
        <wl-refusal-list [refusals]="step.refusals()" />
        <p>{{ words()?.text }}</p>
        @if (reach(); as lost) {
          <ul>
            @for (line of lost; track line) {
              <li>{{ line }}</li>
            }
          </ul>
        }
        @if (asked() === 'sign') {
          <p class="small">
            {{ t.hash }}: <code class="mono agreement-hash">{{ agreement().hash }}</code>
          </p>
        }
        <div class="field" [hidden]="!needsReason()">
          <label for="step-reason">{{ t.reason }}</label>
          <p class="field-hint" id="step-reason-hint">{{ t.reasonHint }}</p>
          <textarea
            #reason
            class="textarea"
            id="step-reason"
            maxlength="20000"
            aria-describedby="step-reason-hint"
          ></textarea>
        </div>
        <div class="button-row">
          <button
            class="button"
            type="submit"
            [class.button-primary]="!ends()"
            [class.button-warning]="ends()"
            [attr.aria-disabled]="step.working() ? true : null"
          >
            {{ step.working() ? t.working : words()?.label }}
          </button>
          <button class="button" type="button" (click)="close()">{{ t.cancel }}</button>
        </div>
      </form>
    </wl-dialog>
  `,
})
export class StepDialog {
  readonly agreement = input.required<AgreementView>();
  readonly asked = input.required<AgreementCommandAsked | undefined>();
  /** Taken, or refused because the page is older than the agreement. */
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts(agreementTexts);
  private readonly texts = useTexts(agreementCommandTexts);
  protected readonly step = steps();
  protected readonly words = computed(() => {
    const asked = this.asked();
    return asked && this.texts[asked];
  });
  protected readonly needsReason = computed(() => reasonFields[this.asked() ?? 'offer'] !== undefined);
  protected readonly ends = computed(() => this.needsReason() && this.asked() !== 'confirm-disposal');
  protected readonly reach = computed(() => {
    const asked = this.asked();
    if (!asked || !takesAway.has(asked)) return undefined;
    const { permissions, people, downloads, told } = this.agreement().reach;
    return [lossWords(permissions, people, downloads), told];
  });

  protected close(): void {
    this.step.clear();
    this.closed.emit();
  }

  protected async take(submitted: Event, typed: string): Promise<void> {
    submitted.preventDefault();
    const asked = this.asked();
    if (!asked) return;
    const field = reasonFields[asked];
    if (field !== undefined && typed.trim() === '') return this.step.refuse([this.t.reasonMissing]);
    const agreement = this.agreement();
    const body = {
      ...envelopeOf(agreement),
      ...(field === undefined ? {} : { [field]: typed.trim() }),
      ...(asked === 'sign' ? { hash: agreement.hash } : {}),
    };
    const taken = await this.step.give(agreementCommandAt(agreement.id, asked), body, this.texts[asked].done);
    if (taken || this.step.stale()) this.done.emit();
    if (taken) this.close();
  }
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** Who loses what, in one sentence. */
export const lossWords = (permissions: number, people: number, downloads: number): string =>
  `${many(permissions, 'permission stops', 'permissions stop')}; ${many(people, 'person has', 'people have')} accepted the terms, and downloaded ${many(downloads, 'time', 'times')} so far.`;
