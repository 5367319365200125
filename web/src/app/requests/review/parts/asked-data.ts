import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedDatasetView } from '#sharing/contracts';
import { AccessBadge, Notice, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';

/** What is asked for: each dataset with its columns and why each is needed. */
@Component({
  selector: 'wl-asked-data',
  imports: [AccessBadge, Notice, RouterLink],
  template: `
    @for (dataset of asked(); track dataset.id) {
      <article class="case-asked" [attr.aria-labelledby]="'asked-' + dataset.id">
        <h3 [id]="'asked-' + dataset.id">
          <a [routerLink]="['/datasets', dataset.slug]">{{ dataset.title }}</a>
        </h3>
        <p class="case-line">
          <wl-access-badge [code]="dataset.access.code" [label]="dataset.access.label" />
          <span class="secondary">{{ dataset.personalData.label }}</span>
        </p>
        @if (!dataset.requestable) {
          <wl-notice kind="attention"
            ><p>{{ t.trouble }} {{ dataset.trouble }}</p></wl-notice
          >
        }
        @if (dataset.fields; as fields) {
          <p class="label">{{ t.fieldsInWords }}</p>
          <blockquote class="case-quote kept-lines">{{ fields }}</blockquote>
        }
        @if (dataset.columns.length > 0) {
          <details class="case-fold" open>
            <summary>{{ t.columnsAsked(dataset.columns.length) }}</summary>
            <table class="table case-columns" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">{{ t.column }}</th>
                  <th scope="col" role="columnheader">{{ t.sensitivity }}</th>
                  <th scope="col" role="columnheader">{{ t.justification }}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (column of dataset.columns; track column.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <code>{{ column.name }}</code>
                      @if (column.title) {
                        <br /><span class="case-plain small">{{ column.title }}</span>
                      }
                    </th>
                    <td role="cell" [attr.data-label]="t.sensitivity">{{ column.sensitivity.label }}</td>
                    <td role="cell" [attr.data-label]="t.justification">
                      @if (column.justification) {
                        <span class="kept-lines">{{ column.justification }}</span>
                      } @else {
                        <span class="secondary">{{ t.noJustification }}</span>
                      }
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </details>
        } @else if (dataset.whole) {
          <p>{{ t.whole }}</p>
        } @else if (!dataset.fields) {
          <p>{{ t.noneAsked }}</p>
        }
        @if (dataset.rows; as rows) {
          <p class="label">{{ t.rows }}</p>
          <p class="kept-lines">{{ rows }}</p>
        }
      </article>
    }
  `,
})
export class AskedData {
  readonly asked = input.required<readonly AskedDatasetView[]>();
  protected readonly t = useTexts(reviewTexts);
}
