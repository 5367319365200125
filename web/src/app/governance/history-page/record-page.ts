import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatInstant, Icon, Loading, useTexts } from '#ui';
import { AccountTabs } from '../account-tabs.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { historyFor } from '../governance-api.ts';
import { narrowedBy, without, type Narrowing } from './narrowing.ts';
import { recordTexts } from './record-texts.ts';

/** The record as a table of sentences; the address bar holds what it is narrowed to. */
@Component({
  selector: 'wl-record-page',
  imports: [AccountTabs, Icon, Loading, RouterLink, WholePageMessage],
  templateUrl: './record-page.html',
})
export class RecordPage {
  private readonly router = inject(Router);
  readonly organisation = input<string>();
  readonly dataset = input<string>();
  readonly subjectArea = input<string>();
  readonly person = input<string>();
  readonly kind = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly before = input<string>();
  protected readonly t = useTexts(recordTexts);
  protected readonly instant = formatInstant;
  protected readonly narrowing = computed<Narrowing>(() =>
    narrowedBy({
      organisation: this.organisation(),
      dataset: this.dataset(),
      subjectArea: this.subjectArea(),
      person: this.person(),
      kind: this.kind(),
      from: this.from(),
      until: this.until(),
    }),
  );
  private readonly answer = historyFor(() => {
    const before = this.before();
    return new URLSearchParams({ ...this.narrowing(), ...(before ? { before } : {}) }).toString();
  });
  protected readonly history = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly csv = computed(() => `/api/v1/history.csv?${new URLSearchParams(this.narrowing()).toString()}`);
  protected readonly isNarrowed = computed(() => Object.keys(this.narrowing()).length > 0);

  constructor() {
    describePage(() => ({ title: this.t.title, description: this.t.description }));
  }

  protected without(name: keyof Narrowing): Narrowing {
    return without(this.narrowing(), name);
  }

  protected show(submitted: SubmitEvent): void {
    submitted.preventDefault();
    const given = new FormData(submitted.target as HTMLFormElement);
    const queryParams = narrowedBy(Object.fromEntries([...given].map(([name, value]) => [name, String(value)])));
    void this.router.navigate(['/governance'], { queryParams });
  }
}
