import { Component, computed, input, output } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { formatDate, Notice, useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { signingTexts } from '../signing-texts.ts';
import { steps } from '../steps.ts';
import { CopyForm } from './copy-form.ts';
import { InviteForm } from './invite-form.ts';

type Invitation = AgreementView['invitations'][number];

/** How a side signs that has no signatory at hand: who is asked without an account, and the two ways to it. */
@Component({
  selector: 'wl-signing-ways',
  imports: [CopyForm, InviteForm, Notice, RefusalList],
  template: `
    <wl-refusal-list [refusals]="step.refusals()" />
    @for (one of agreement().invitations; track one.party) {
      <wl-notice [kind]="one.over ? 'attention' : 'pending'">
        @if (one.asked; as asked) {
          <p>{{ t.asked(asked.name, asked.position, nameOf(one.party)) }}</p>
          <p class="small">
            {{ one.over ? t.over(day(one.until)) : t.askedBy(asked.by, asked.email, day(one.until)) }}
          </p>
          @if (may('invite-signatory')) {
            <p class="button-row not-printed needs-script">
              <button class="button button-small" type="button" (click)="again(one)">{{ t.again }}</button>
              <button class="button button-small" type="button" (click)="withdraw()">{{ t.withdraw }}</button>
            </p>
          }
        } @else {
          <p>{{ t.askedElsewhere(nameOf(one.party)) }}</p>
          <p class="small">{{ one.over ? t.over(day(one.until)) : t.until(day(one.until)) }}</p>
        }
      </wl-notice>
    }
    @if (agreement().unwilling; as unwilling) {
      <wl-notice kind="attention">
        <h3>{{ t.unwillingTitle(unwilling.name) }}</h3>
        <p class="kept-lines">{{ unwilling.reason }}</p>
      </wl-notice>
    }
    @if (may('invite-signatory') && !asksSomebody()) {
      <details class="signing-way not-printed needs-script">
        <summary>{{ t.commands['invite-signatory'] }}</summary>
        <wl-invite-form [agreement]="agreement()" (changed)="changed.emit()" />
      </details>
    }
    @if (may('record-signed-copy')) {
      <details class="signing-way not-printed needs-script">
        <summary>{{ t.commands['record-signed-copy'] }}</summary>
        <wl-copy-form [agreement]="agreement()" (changed)="changed.emit()" />
      </details>
    }
  `,
})
export class SigningWays {
  readonly agreement = input.required<AgreementView>();
  /** Something was done, or the page is older than the agreement. */
  readonly changed = output();
  protected readonly t = useTexts(signingTexts);
  protected readonly step = steps();
  protected readonly day = formatDate;
  protected readonly asksSomebody = computed(() => this.agreement().invitations.some(({ asked }) => asked));

  protected may(command: string): boolean {
    return this.agreement().allowedCommands.includes(command);
  }

  protected nameOf(party: Invitation['party']): string {
    return this.agreement()[party].name;
  }

  protected async withdraw(): Promise<void> {
    await this.give('withdraw-invitation', {}, this.t.withdrawn);
  }

  protected async again({ asked }: Invitation): Promise<void> {
    if (!asked) return;
    const { name, position, email } = asked;
    await this.give('invite-signatory', { name, position, email }, this.t.invited(email));
  }

  private async give(command: string, more: object, said: string): Promise<void> {
    const agreement = this.agreement();
    const body = { ...envelopeOf(agreement), ...more };
    const done = await this.step.give(agreementCommandAt(agreement.id, command), body, said);
    if (done || this.step.stale()) this.changed.emit();
  }
}
