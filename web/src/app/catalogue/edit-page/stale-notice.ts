import { Component, computed, inject, input } from '@angular/core';
import type { DescribedField } from '#catalogue/domain';
import { Notice, useTexts } from '#ui';
import { fieldLabels } from '../catalogue-texts.ts';
import { inWords } from '../dataset-page/kept-against-source.ts';
import { EditSession } from './edit-session.ts';
import { editTexts } from './edit-texts.ts';
import type { EditModel } from './edit-model.ts';

/** What is shown of a long list or text beside the other version. */
const longest = 300;

/** Somebody saved first: what both changed, side by side; a person chooses field by field. */
@Component({
  selector: 'wl-stale-notice',
  imports: [Notice],
  template: `
    <wl-notice kind="attention">
      <h2>{{ t.staleTitle }}</h2>
      <p>{{ rows().length > 0 ? t.staleText : t.staleNone }}</p>
      @if (rows().length > 0) {
        <div class="table-frame">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ t.staleField }}</th>
                <th scope="col">{{ t.staleYours }}</th>
                <th scope="col">{{ t.staleTheirs }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.field) {
                <tr>
                  <th scope="row">{{ row.label }}</th>
                  <td class="kept-lines">{{ row.yours }}</td>
                  <td class="kept-lines">
                    {{ row.theirs }}
                    @if (row.same) {
                      <p class="source-note">{{ t.staleTaken }}</p>
                    } @else {
                      <p>
                        <button class="button button-small" type="button" (click)="edit.take(row.field)">
                          {{ t.staleTake }}<span class="hidden-visually">: {{ row.label }}</span>
                        </button>
                      </p>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
      <p>
        <a [href]="'/datasets/' + slug()" target="_blank" rel="noopener">{{ t.staleLink }}</a>
      </p>
    </wl-notice>
  `,
})
export class StaleNotice {
  protected readonly edit = inject(EditSession);
  private readonly labels = useTexts(fieldLabels);
  readonly slug = input.required<string>();
  protected readonly t = useTexts(editTexts);
  protected readonly rows = computed(() =>
    this.edit.conflicts().map((field) => {
      const [yours, theirs] = [said(this.edit.model(), field), said(this.edit.theirs(), field)];
      return { field, label: this.labels[field], yours, theirs, same: yours === theirs };
    }),
  );
}

function said(model: EditModel, field: DescribedField): string {
  const words = inWords(model[field as keyof EditModel]);
  return words.length > longest ? `${words.slice(0, longest)} …` : words;
}
