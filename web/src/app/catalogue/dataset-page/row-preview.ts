import { Component, computed, input, signal } from '@angular/core';
import type { DatasetView } from '#catalogue/contracts';
import { Loading, useTexts } from '#ui';
import { previewOf } from '../catalogue-api.ts';
import { datasetTexts } from './dataset-texts.ts';

/** The first rows of a file that this installation holds, for readers who may download it. */
@Component({
  selector: 'wl-row-preview',
  imports: [Loading],
  template: `
    @if (readable().length > 0) {
      <section aria-labelledby="preview" class="dataset-section">
        <h2 id="preview">{{ t.preview }}</h2>
        @if (readable().length > 1) {
          <div class="field needs-script">
            <label for="preview-file">{{ t.previewFile }}</label>
            <select #choice id="preview-file" class="select" (change)="chosen.set(choice.value)">
              @for (file of readable(); track file.id) {
                <option [value]="file.id">{{ file.title ?? file.format.label }}</option>
              }
            </select>
          </div>
        }
        @if (rows.hasValue()) {
          @if (rows.value(); as view) {
            @if (view.rows.length === 0) {
              <p class="secondary">{{ t.previewEmpty }}</p>
            } @else {
              <div class="table-frame" role="group" aria-labelledby="preview" tabindex="0">
                <table class="table table-plain">
                  <caption>
                    {{
                      t.previewOf(view.title, view.rows.length, view.total)
                    }}
                  </caption>
                  <thead>
                    <tr>
                      @for (column of view.columns; track $index) {
                        <th scope="col" class="mono">{{ column }}</th>
                      }
                    </tr>
                  </thead>
                  <tbody>
                    @for (row of view.rows; track $index) {
                      <tr>
                        @for (cell of row; track $index) {
                          <td>{{ cell }}</td>
                        }
                      </tr>
                    }
                  </tbody>
                </table>
              </div>
            }
          }
        } @else if (rows.error()) {
          <p class="secondary">{{ t.previewFailed }}</p>
        } @else {
          <wl-loading [label]="t.previewLoading" />
        }
      </section>
    }
  `,
})
export class RowPreview {
  readonly dataset = input.required<DatasetView>();
  protected readonly t = useTexts(datasetTexts);
  protected readonly chosen = signal<string | undefined>(undefined);
  protected readonly readable = computed(() =>
    this.dataset().distributions.filter((file) => file.stored && file.format.code === 'csv'),
  );
  protected readonly rows = previewOf(() => {
    const file = this.chosen() ?? this.readable()[0]?.id;
    return file === undefined ? undefined : { dataset: this.dataset().slug, distribution: file };
  });
}
