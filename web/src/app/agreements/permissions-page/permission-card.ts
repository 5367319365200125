import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PermissionView } from '#sharing/contracts';
import { Dialog, formatBytes, formatDate, Notice, StateBadge, useTexts } from '#ui';
import { WhyNot } from '../../requests/request-page/why-not.ts';
import { envelopeOf } from '../acting.ts';
import { agreementTexts, permissionTexts } from '../agreement-texts.ts';
import { permissionCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';
import { PermissionKeys } from './permission-keys.ts';
import { PermissionNotices } from './permission-notices.ts';

/** One permission: what may be used, until when, the way to have it, and what the provider has to do for it. */
@Component({
  selector: 'wl-permission-card',
  imports: [Dialog, Notice, PermissionKeys, PermissionNotices, RefusalList, RouterLink, StateBadge, WhyNot],
  templateUrl: './permission-card.html',
})
export class PermissionCard {
  readonly permission = input.required<PermissionView>();
  readonly changed = output();
  protected readonly t = useTexts(permissionTexts);
  protected readonly shared = useTexts(agreementTexts);
  protected readonly step = steps();
  protected readonly day = formatDate;
  protected readonly size = formatBytes;
  protected readonly givingUp = signal(false);
  protected readonly other = computed(() => {
    const { side, provider, recipient } = this.permission();
    return side === 'requester' ? this.t.from(provider.name) : this.t.to(recipient.name);
  });
  /** What stands on the page as it is needs no reason besides. */
  protected readonly refused = computed(() =>
    this.permission().refusedCommands.filter(({ command }) => command !== 'accept-terms'),
  );

  protected may(command: string): boolean {
    return this.permission().allowedCommands.includes(command);
  }

  protected accept(submitted: Event): Promise<void> {
    submitted.preventDefault();
    return this.give('accept-terms', {}, this.t.accepted);
  }

  protected handOver(submitted: Event, how: string): Promise<void> | void {
    submitted.preventDefault();
    if (how.trim() === '') return this.step.refuse([this.t.handOverMissing]);
    return this.give('record-hand-over', { ...this.ofDelivery(), how }, this.t.handedOver);
  }

  protected acknowledge(): Promise<void> {
    return this.give('acknowledge', this.ofDelivery(), this.t.acknowledged);
  }

  protected makeAgain(): Promise<void> {
    return this.give('make-again', this.ofDelivery(), this.t.againDone);
  }

  protected async giveUp(): Promise<void> {
    await this.give('give-up', {}, this.t.givenUp);
    this.givingUp.set(false);
  }

  /** What was downloaded is counted: the page is read again when the browser has had a moment to begin. */
  protected downloaded(): void {
    setTimeout(() => this.changed.emit(), 2000);
  }

  private ofDelivery(): object {
    return { delivery: this.permission().delivery?.id };
  }

  private async give(command: string, body: object, done: string): Promise<void> {
    const permission = this.permission();
    const given = { ...envelopeOf(permission), ...body };
    const ok = await this.step.give(permissionCommandAt(permission.id, command), given, done);
    if (ok || this.step.stale()) this.changed.emit();
  }
}
