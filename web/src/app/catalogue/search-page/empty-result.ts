import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contours, useTexts } from '#ui';
import { chosenCount, parametersOf, withoutChoices, type SearchState } from './search-state.ts';
import { searchTexts } from './search-texts.ts';

/** Nothing found: what was looked for, and ways on. */
@Component({
  selector: 'wl-empty-result',
  imports: [Contours, RouterLink],
  template: `
    <div class="empty">
      <wl-contours />
      @if (unfiltered()) {
        <h3>{{ t.emptyNothing }}</h3>
        <p>{{ t.emptyNothingText }}</p>
      } @else {
        <h3>{{ t.emptyTitle }}</h3>
        <p>{{ words() }}</p>
        <p>
          <strong>{{ t.emptyHelp }}</strong>
        </p>
        <ul>
          @if (state().q !== '') {
            <li>{{ t.emptySpelling }}</li>
          }
          @if (count() > 0) {
            <li>
              <a routerLink="/datasets" [queryParams]="wider()">{{ t.emptyRemove }}</a>
            </li>
          }
          <li>
            <a routerLink="/datasets">{{ t.emptyAll }}</a>
          </li>
          <li>
            <a routerLink="/organisations">{{ t.emptyAsk }}</a>
          </li>
        </ul>
      }
    </div>
  `,
})
export class EmptyResult {
  readonly state = input.required<SearchState>();
  protected readonly t = useTexts(searchTexts);
  protected readonly count = computed(() => chosenCount(this.state()));
  protected readonly words = computed(() => {
    const { q } = this.state();
    if (q === '') return this.t.emptyChoices;
    return this.count() > 0 ? this.t.emptyBoth(q) : this.t.emptyWords(q);
  });
  protected readonly unfiltered = computed(
    () => this.count() === 0 && this.state().q === '' && this.state().page === 1,
  );
  protected readonly wider = computed(() => parametersOf(withoutChoices(this.state())));
}
