import { Component, computed, input, output, signal } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { Notice, useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementTexts } from '../agreement-texts.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

/** One clause, with what is proposed beside it; whoever may changes it, or answers. */
@Component({
  selector: 'wl-clause-item',
  imports: [Notice, RefusalList],
  templateUrl: './clause-item.html',
})
export class ClauseItem {
  readonly agreement = input.required<AgreementView>();
  readonly clause = input.required<AgreementView['clauses'][number]>();
  readonly changed = output();
  protected readonly t = useTexts(agreementTexts);
  protected readonly step = steps();
  /** What is open: a form to change the clause, or to decline what is proposed. */
  protected readonly open = signal<'change' | 'decline' | undefined>(undefined);
  protected readonly drafting = computed(() => this.agreement().state.code === 'drafting');
  protected readonly mayChange = computed(() => this.may('propose') && !this.clause().proposal);
  protected readonly proposer = computed(() => {
    const { proposal } = this.clause();
    const { provider, recipient } = this.agreement();
    if (!proposal) return '';
    if (proposal.mine) return this.t.proposedMine;
    return this.t.proposedBy[proposal.by](proposal.by === 'provider' ? provider.name : recipient.name);
  });

  protected may(command: string): boolean {
    return this.agreement().allowedCommands.includes(command);
  }

  protected cancel(): void {
    this.step.clear();
    this.open.set(undefined);
  }

  protected propose(submitted: Event, text: string, reason: string): Promise<void> {
    submitted.preventDefault();
    return this.give('propose', { text, ...this.reasonOf(reason) });
  }

  protected strike(reason: string): Promise<void> {
    return this.give('propose', this.reasonOf(reason));
  }

  protected answer(accept: boolean, reason = ''): Promise<void> {
    return this.give('answer', { accept, ...(accept ? {} : { reason }) });
  }

  protected takeBack(): Promise<void> {
    return this.give('withdraw-proposal', {});
  }

  private reasonOf(reason: string): object {
    return this.drafting() ? {} : { reason };
  }

  private async give(command: string, body: object): Promise<void> {
    const agreement = this.agreement();
    const given = { ...envelopeOf(agreement), clause: this.clause().id, ...body };
    const done = await this.step.give(agreementCommandAt(agreement.id, command), given, this.t.done);
    if (done) this.open.set(undefined);
    if (done || this.step.stale()) this.changed.emit();
  }
}
