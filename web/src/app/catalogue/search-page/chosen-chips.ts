import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, useTexts } from '#ui';
import type { Facet } from './facet-list.ts';
import { facetOrder, parametersOf, toggled, withoutChoices, type SearchState } from './search-state.ts';
import { searchTexts } from './search-texts.ts';

/** What narrows the list, each to be taken away by one press; links, so they work without scripts. */
@Component({
  selector: 'wl-chosen-chips',
  imports: [Icon, RouterLink],
  template: `
    @if (chips().length > 0) {
      <ul class="chips search-chips" [attr.aria-label]="t.chosen">
        @for (chip of chips(); track chip.key) {
          <li>
            <a class="chip" routerLink="/datasets" [queryParams]="chip.without">
              <span class="hidden-visually">{{ t.remove }}</span>{{ chip.facet }}: {{ chip.label
              }}<wl-icon name="close" />
            </a>
          </li>
        }
        @if (chips().length > 1) {
          <li>
            <a class="chip chip-plain" routerLink="/datasets" [queryParams]="none()">{{ t.removeAll }}</a>
          </li>
        }
      </ul>
    }
  `,
})
export class ChosenChips {
  readonly state = input.required<SearchState>();
  readonly facets = input.required<readonly Facet[]>();
  protected readonly t = useTexts(searchTexts);
  protected readonly none = computed(() => parametersOf(withoutChoices(this.state())));
  protected readonly chips = computed(() =>
    facetOrder.flatMap((name) =>
      this.state().chosen[name].map((value) => ({
        key: `${name} ${value}`,
        facet: this.t.facets[name],
        label: this.labelOf(name, value),
        without: parametersOf(toggled(this.state(), name, value)),
      })),
    ),
  );

  private labelOf(name: string, value: string): string {
    const facet = this.facets().find((one) => one.name === name);
    return facet?.values.find((one) => one.value === value)?.label ?? value;
  }
}
