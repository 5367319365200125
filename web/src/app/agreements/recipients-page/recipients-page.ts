import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatasetRecipients } from '#sharing/contracts';
import { Contours, Dialog, formatDate, Loading, StateBadge, useTexts } from '#ui';
import { datasetAt } from '../../catalogue/catalogue-api.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { agreementTexts, recipientsTexts } from '../agreement-texts.ts';
import { recipientNoticesAt, recipientsOf } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

type Kind = DatasetRecipients['maySend'][number];
type Told = DatasetRecipients['notices'][number]['told'];

/** Who received a dataset, what they were told about it afterwards, and who is silent; those who give it tell them more here. */
@Component({
  selector: 'wl-recipients-page',
  imports: [Contours, Dialog, Loading, RefusalList, RouterLink, StateBadge, WholePageMessage],
  templateUrl: './recipients-page.html',
})
export class RecipientsPage {
  readonly slug = input.required<string>();
  protected readonly here = inject(CurrentPage);
  protected readonly t = useTexts(recipientsTexts);
  protected readonly shared = useTexts(agreementTexts);
  protected readonly step = steps();
  protected readonly day = formatDate;
  /** Answers look like work that waits, is done, or has failed. */
  protected readonly looks = { waiting: 'pending', silent: 'failed', confirmed: 'done' } as const;
  private readonly dataset = datasetAt(this.slug);
  protected readonly answer = recipientsOf(() => (this.dataset.hasValue() ? this.dataset.value().id : undefined));
  protected readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.dataset.error() ?? this.answer.error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly asksToSignIn = computed(() => this.problem()?.status === 401);
  protected readonly kind = signal<Kind | undefined>(undefined);
  protected readonly recalling = signal(false);
  /** To how many a notice goes now. */
  protected readonly reached = computed(() => this.page()?.items.filter(({ inUse }) => inUse).length ?? 0);
  protected readonly title = computed(() => {
    const page = this.page();
    return page ? this.t.title(page.dataset.title) : this.t.titleWaiting;
  });

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.title(), status: 403 };
      return this.page() ? { title: this.title() } : undefined;
    });
  }

  protected answersOf(told: Told): string {
    const silent = told.filter(({ state }) => state === 'silent').length;
    const waiting = told.filter(({ state }) => state === 'waiting').length;
    const parts = [
      ...(silent > 0 ? [this.t.silentOnes(silent)] : []),
      ...(waiting > 0 ? [this.t.waitingOnes(waiting)] : []),
    ];
    return parts.length === 0 ? this.t.allAnswered : parts.join(', ');
  }

  /** A recall is asked about once more: it cannot be taken back. */
  protected ask(submitted: Event, text: HTMLTextAreaElement): Promise<void> | void {
    submitted.preventDefault();
    const kind = this.kind();
    const missing = [
      ...(kind === undefined ? [this.t.kindMissing] : []),
      ...(text.value.trim() === '' ? [this.t.textMissing] : []),
    ];
    if (missing.length > 0) return this.step.refuse(missing);
    if (kind === 'recalled') return this.recalling.set(true);
    return this.send(text);
  }

  protected async send(text: HTMLTextAreaElement): Promise<void> {
    const page = this.page();
    const kind = this.kind();
    this.recalling.set(false);
    if (!page || kind === undefined) return;
    const body = { actingFor: page.provider.id, kind, text: text.value };
    if (!(await this.step.give(recipientNoticesAt(page.dataset.id), body, this.t.sent))) return;
    text.value = '';
    this.kind.set(undefined);
    this.answer.reload();
  }
}
