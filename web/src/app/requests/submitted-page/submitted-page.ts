import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseSummary } from '#sharing/contracts';
import { formatDate, formatInstant, Icon, Loading, useTexts } from '#ui';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { RequestCrumbs } from '../request-crumbs.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { submittedTexts } from './submitted-texts.ts';

/** Confirms what was sent: the reference, what happens next, and by when for each owner. */
@Component({
  selector: 'wl-submitted-page',
  imports: [Icon, Loading, RequestCrumbs, RouterLink, WholePageMessage],
  templateUrl: './submitted-page.html',
})
export class SubmittedPage {
  readonly id = input.required<string>();
  protected readonly t = useTexts(submittedTexts);
  protected readonly shared = useTexts(requestTexts);
  private readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly date = formatDate;
  protected readonly instant = formatInstant;

  constructor() {
    describePage(() => {
      const request = this.request();
      return request && { title: this.t.pageTitle(request.title || this.shared.untitled) };
    });
  }

  protected titlesOf({ datasets }: CaseSummary): string {
    return datasets.map(({ title }) => title).join(', ');
  }

  protected print(): void {
    window.print();
  }
}
