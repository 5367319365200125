import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatasetSummary } from '#catalogue/contracts';
import { AccessBadge, formatDate, MarkedText, useTexts } from '#ui';
import { catalogueTexts } from '../catalogue-texts.ts';

/** One dataset in a list: what it is, whose, whether it can be had, and why it was found. */
@Component({
  selector: 'wl-result-item',
  imports: [AccessBadge, MarkedText, RouterLink],
  template: `
    <article class="result">
      <h3 class="result-title">
        <a [routerLink]="['/datasets', dataset().slug]"><wl-marked-text [parts]="title()" /></a>
      </h3>
      <p class="result-line">
        <a class="result-publisher" [routerLink]="['/organisations', dataset().publisher.slug]">{{
          dataset().publisher.name
        }}</a>
        <wl-access-badge [code]="dataset().access.code" [label]="dataset().access.label" />
        @if (dataset().personalData === 'personal' || dataset().personalData === 'special-category') {
          <span class="badge badge-boundary">{{ shared.personalData[dataset().personalData] }}</span>
        }
      </p>
      @if (dataset().sentence.length > 0) {
        <p class="result-sentence"><wl-marked-text [parts]="dataset().sentence" /></p>
      }
      <p class="result-foot">
        @if (formats()) {
          <span>{{ formats() }}</span>
        }
        @if (dataset().modified; as modified) {
          <span>{{ shared.updated }} {{ date(modified) }}</span>
        }
      </p>
    </article>
  `,
})
export class ResultItem {
  readonly dataset = input.required<DatasetSummary>();
  protected readonly shared = useTexts(catalogueTexts);
  protected readonly date = formatDate;
  protected readonly title = computed(() => {
    const { titleParts, title } = this.dataset();
    return titleParts.length > 0 ? titleParts : [{ text: title, match: false }];
  });
  protected readonly formats = computed(() =>
    this.dataset()
      .formats.map((format) => format.label)
      .join(', '),
  );
}
