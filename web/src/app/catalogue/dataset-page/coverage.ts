import { Component, computed, input } from '@angular/core';
import type { DatasetView } from '#catalogue/contracts';
import { CoverageMap, useTexts } from '#ui';
import { catalogueTexts, fieldLabels } from '../catalogue-texts.ts';
import { periodOf } from './dataset-facts.ts';
import { datasetTexts } from './dataset-texts.ts';

@Component({
  selector: 'wl-coverage',
  imports: [CoverageMap],
  template: `
    @if (period() || place()) {
      <section aria-labelledby="coverage" class="dataset-section">
        <h2 id="coverage">{{ t.coverage }}</h2>
        <div class="coverage">
          <dl class="facts">
            @if (place(); as place) {
              <div>
                <dt>{{ t.place }}</dt>
                <dd>{{ place }}</dd>
              </div>
            }
            @if (dataset().spatial?.address; as address) {
              <div>
                <dt></dt>
                <dd>
                  <a [href]="address">{{ t.placeOnMap }}</a>
                </dd>
              </div>
            }
            @if (period(); as period) {
              <div>
                <dt>{{ t.period }}</dt>
                <dd>{{ period }}</dd>
              </div>
            }
          </dl>
          @if (dataset().spatial?.box; as box) {
            <wl-coverage-map [box]="box" [label]="t.mapLabel(place() ?? '')" />
          }
        </div>
      </section>
    }
  `,
})
export class Coverage {
  readonly dataset = input.required<DatasetView>();
  protected readonly t = useTexts(datasetTexts);
  private readonly words = { page: this.t, shared: useTexts(catalogueTexts), fields: useTexts(fieldLabels) };
  protected readonly period = computed(() => periodOf(this.words, this.dataset().temporal));
  protected readonly place = computed(() => {
    const spatial = this.dataset().spatial;
    return spatial?.label ?? (spatial?.box ? this.t.box(...spatial.box) : spatial?.address);
  });
}
