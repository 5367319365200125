import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatasetView } from '#catalogue/contracts';
import type { DescribedField } from '#catalogue/domain';
import { formatDate, Icon, useTexts } from '#ui';
import { fieldLabels } from '../catalogue-texts.ts';
import { paragraphs } from './dataset-facts.ts';
import { datasetTexts } from './dataset-texts.ts';
import { keptOf } from './kept-against-source.ts';

/** Lineage, versions, quality; whether the record is read from another catalogue; and what was kept against it. */
@Component({
  selector: 'wl-provenance',
  imports: [Icon, RouterLink],
  template: `
    @if (shown()) {
      <section aria-labelledby="lineage" class="dataset-section">
        <h2 id="lineage">{{ t.lineage }}</h2>
        @if (dataset().source; as source) {
          <div class="source">
            <p class="source-title">
              <wl-icon name="source" /><strong>{{ t.source }}</strong>
            </p>
            <p>
              {{ t.sourceFrom(source.title) }}
              @if (source.lastRead) {
                {{ t.sourceRead(date(source.lastRead)) }}
              }
              @if (source.address) {
                <a [href]="source.address">{{ t.sourceVisit }}</a>
              }
            </p>
            @if (!source.present) {
              <p class="field-error">{{ t.sourceGone }}</p>
            }
            @if (kept().length > 0) {
              <details>
                <summary>{{ t.keptYours }} ({{ kept().length }})</summary>
                <dl class="facts">
                  @for (field of kept(); track field.label) {
                    <div>
                      <dt>{{ field.label }}</dt>
                      <dd>{{ t.sourceSays }}: {{ field.says }}</dd>
                    </div>
                  }
                </dl>
              </details>
            }
          </div>
        }
        @for (paragraph of lineage(); track $index) {
          <p class="kept-lines">{{ paragraph }}</p>
        }
        @for (part of parts(); track part.label) {
          <h3>{{ part.label }}</h3>
          @for (paragraph of part.text; track $index) {
            <p class="kept-lines">{{ paragraph }}</p>
          }
        }
        <p class="not-printed">
          <a [routerLink]="['/datasets', dataset().slug, 'history']">{{ t.history }}</a>
        </p>
      </section>
    }
  `,
})
export class Provenance {
  readonly dataset = input.required<DatasetView>();
  protected readonly t = useTexts(datasetTexts);
  private readonly fields = useTexts(fieldLabels);
  protected readonly date = formatDate;
  protected readonly lineage = computed(() => paragraphs(this.dataset().lineage));
  protected readonly parts = computed(() => {
    const { purposeOfCollection, qualityNotes, versionNotes } = this.dataset();
    return Object.entries({ purposeOfCollection, qualityNotes, versionNotes })
      .filter(([, text]) => text !== undefined)
      .map(([field, text]) => ({ label: this.fields[field as DescribedField], text: paragraphs(text) }));
  });
  protected readonly kept = computed(() => keptOf(this.dataset().fieldSources, this.fields, this.t.access));
  protected readonly shown = computed(
    () => this.dataset().source !== undefined || this.lineage().length + this.parts().length > 0,
  );
}
