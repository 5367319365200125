import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstant, Loading, useTexts } from '#ui';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { datasetAt, revisionsOf } from '../catalogue-api.ts';
import { historyTexts } from './history-texts.ts';

/** Every revision of a dataset's record: when, by whom, and what it changed. */
@Component({
  selector: 'wl-history-page',
  imports: [Loading, RouterLink, WholePageMessage],
  templateUrl: './history-page.html',
})
export class HistoryPage {
  readonly slug = input.required<string>();
  /** The revision below which the list begins. */
  readonly before = input<string>();
  protected readonly t = useTexts(historyTexts);
  protected readonly dataset = datasetAt(this.slug);
  protected readonly answer = revisionsOf(this.slug, this.before);
  protected readonly instant = formatInstant;
  protected readonly title = computed(() => (this.dataset.hasValue() ? this.dataset.value().title : this.slug()));
  protected readonly list = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.answer.error() ?? this.dataset.error();
    return error ? problemOf(error) : undefined;
  });

  constructor() {
    describePage(() => (this.list() ? { title: this.t.titleOf(this.title()) } : undefined));
  }
}
