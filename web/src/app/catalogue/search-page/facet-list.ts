import { Component, computed, input, output } from '@angular/core';
import type { FacetName, SearchResult } from '#catalogue/contracts';
import { formatNumber, useTexts } from '#ui';
import { searchTexts } from './search-texts.ts';

export type Facet = SearchResult['facets'][number];
export type FacetValue = Facet['values'][number];

const atFirst = 7;

/** The values shown at once, and those behind *show more*: the first ones, and each that is chosen. */
export function foldedValues(values: readonly FacetValue[]): {
  readonly shown: readonly FacetValue[];
  readonly folded: readonly FacetValue[];
} {
  const shown = values.filter((value, at) => at < atFirst || value.chosen);
  const folded = values.filter((value) => !shown.includes(value));
  // To fold one single value away would take as much room as to show it.
  return folded.length <= 1 ? { shown: values, folded: [] } : { shown, folded };
}

@Component({
  selector: 'wl-facet-list',
  template: `
    @if (facet().values.length > 0) {
      <fieldset class="facet">
        <legend>{{ t.facets[facet().name] }}</legend>
        @for (value of parts().shown; track value.value) {
          <label class="check facet-value">
            <input
              type="checkbox"
              form="search-form"
              [name]="facet().name"
              [value]="value.value"
              [checked]="value.chosen"
              (change)="choose(value.value)"
            />
            <span class="facet-label">{{ value.label }}</span><span class="facet-count numbers">{{
              number(value.count)
            }}</span>
          </label>
        }
        @if (parts().folded.length > 0) {
          <details class="facet-more">
            <summary>{{ t.more(parts().folded.length) }}</summary>
            @for (value of parts().folded; track value.value) {
              <label class="check facet-value">
                <input
                  type="checkbox"
                  form="search-form"
                  [name]="facet().name"
                  [value]="value.value"
                  (change)="choose(value.value)"
                />
                <span class="facet-label">{{ value.label }}</span><span class="facet-count numbers">{{
                  number(value.count)
                }}</span>
              </label>
            }
          </details>
        }
      </fieldset>
    }
  `,
})
export class FacetList {
  readonly facet = input.required<Facet>();
  readonly chosen = output<{ readonly name: FacetName; readonly value: string }>();
  protected readonly t = useTexts(searchTexts);
  protected readonly number = formatNumber;
  protected readonly parts = computed(() => foldedValues(this.facet().values));

  protected choose(value: string): void {
    this.chosen.emit({ name: this.facet().name, value });
  }
}
