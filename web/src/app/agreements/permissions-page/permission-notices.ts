import { Component, computed, input, output } from '@angular/core';
import type { PermissionView, RecipientNoticeView } from '#sharing/contracts';
import { formatDate, useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { noticeTexts } from '../agreement-texts.ts';
import { permissionCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

/** What those who received the data were told about it, with the answers; those whose turn it is answer here. */
@Component({
  selector: 'wl-permission-notices',
  imports: [RefusalList],
  templateUrl: './permission-notices.html',
})
export class PermissionNotices {
  readonly permission = input.required<PermissionView>();
  readonly changed = output();
  protected readonly t = useTexts(noticeTexts);
  protected readonly step = steps();
  protected readonly day = formatDate;
  protected readonly mayAnswer = computed(() => this.permission().allowedCommands.includes('confirm-notice'));

  protected stateOf({ state, answerBy }: RecipientNoticeView): string {
    if (state === 'silent') return this.t.overdue;
    return this.mayAnswer() ? this.t.answerBy(formatDate(answerBy)) : this.t.waiting(formatDate(answerBy));
  }

  protected async answer(submitted: Event, notice: RecipientNoticeView, statement: string): Promise<void> {
    submitted.preventDefault();
    if (statement.trim() === '') return this.step.refuse([this.t.missing]);
    const permission = this.permission();
    const body = { ...envelopeOf(permission), notice: notice.id, statement };
    const done = await this.step.give(permissionCommandAt(permission.id, 'confirm-notice'), body, this.t.confirmed);
    if (done || this.step.stale()) this.changed.emit();
  }
}
