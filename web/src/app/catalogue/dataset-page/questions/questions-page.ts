import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Loading, useTexts } from '#ui';
import { describePage } from '../../../shell/page-head.ts';
import { problemOf } from '../../../shell/problem.ts';
import { WholePageMessage } from '../../../shell/whole-page-message.ts';
import { datasetAt } from '../../catalogue-api.ts';
import { catalogueTexts } from '../../catalogue-texts.ts';
import { Questions } from './questions.ts';
import { questionsTexts } from './questions-texts.ts';

/** Questions about one dataset at an address of their own: for notices, and for readers without scripts. */
@Component({
  selector: 'wl-questions-page',
  imports: [Loading, Questions, RouterLink, WholePageMessage],
  template: `
    @if (dataset(); as dataset) {
      <ol class="crumbs not-printed">
        <li>
          <a routerLink="/datasets">{{ shared.datasets }}</a>
        </li>
        <li>
          <a [routerLink]="['/datasets', dataset.slug]">{{ dataset.title }}</a>
        </li>
      </ol>
      <h1>{{ t.pageTitle(dataset.title) }}</h1>
      <h2 class="hidden-visually">{{ t.title }}</h2>
      <wl-questions [dataset]="dataset.slug" />
    } @else if (problem(); as problem) {
      <wl-whole-page-message [problem]="problem" />
    } @else {
      <wl-loading [label]="t.loading" />
    }
  `,
})
export class QuestionsPage {
  readonly slug = input.required<string>();
  private readonly answer = datasetAt(this.slug);
  protected readonly t = useTexts(questionsTexts);
  protected readonly shared = useTexts(catalogueTexts);
  protected readonly dataset = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));

  constructor() {
    describePage(() => {
      const dataset = this.dataset();
      if (!dataset) return undefined;
      const found = dataset.lifecycle === 'published' && dataset.visibility === 'everyone';
      return {
        title: this.t.pageTitle(dataset.title),
        ...(found ? { canonical: `/datasets/${dataset.slug}/questions` } : {}),
      };
    });
  }
}
