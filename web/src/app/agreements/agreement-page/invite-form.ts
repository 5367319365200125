import { Component, input, output } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { signingTexts } from '../signing-texts.ts';
import { steps } from '../steps.ts';

/** Has a link to the terms sent to somebody without an account. */
@Component({
  selector: 'wl-invite-form',
  imports: [RefusalList],
  template: `
    <form novalidate (submit)="send($event, name.value.trim(), position.value.trim(), email.value.trim())">
      <p class="small secondary">{{ t.inviteIntro }}</p>
      <wl-refusal-list [refusals]="step.refusals()" />
      <div class="field">
        <label for="invite-name">{{ t.name }}</label>
        <input #name class="input" id="invite-name" autocomplete="off" maxlength="200" />
      </div>
      <div class="field">
        <label for="invite-position">{{ t.position }}</label>
        <p class="field-hint" id="invite-position-hint">{{ t.positionHint }}</p>
        <input
          #position
          class="input"
          id="invite-position"
          autocomplete="off"
          maxlength="200"
          aria-describedby="invite-position-hint"
        />
      </div>
      <div class="field">
        <label for="invite-email">{{ t.email }}</label>
        <input #email class="input" id="invite-email" type="email" autocomplete="off" spellcheck="false" />
      </div>
      <button class="button" type="submit" [attr.aria-disabled]="step.working() ? true : null">
        {{ step.working() ? t.working : t.invite }}
      </button>
    </form>
  `,
})
export class InviteForm {
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly t = useTexts(signingTexts);
  protected readonly step = steps();

  protected async send(submitted: Event, name: string, position: string, email: string): Promise<void> {
    submitted.preventDefault();
    const missing = [
      ...(name === '' ? [this.t.nameMissing] : []),
      ...(position === '' ? [this.t.positionMissing] : []),
      ...(/^\S+@\S+\.\S+$/.test(email) ? [] : [this.t.emailMissing]),
    ];
    if (missing.length > 0) return this.step.refuse(missing);
    const agreement = this.agreement();
    const body = { ...envelopeOf(agreement), name, position, email };
    const address = agreementCommandAt(agreement.id, 'invite-signatory');
    const done = await this.step.give(address, body, this.t.invited(email));
    if (done || this.step.stale()) this.changed.emit();
  }
}
