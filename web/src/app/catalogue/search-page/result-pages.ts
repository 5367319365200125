import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pageSteps, useTexts } from '#ui';
import { parametersOf, type SearchState } from './search-state.ts';
import { searchTexts } from './search-texts.ts';

@Component({
  selector: 'wl-result-pages',
  imports: [RouterLink],
  template: `
    @if (last() > 1) {
      <nav class="pages numbers not-printed" [attr.aria-label]="t.pages">
        @if (state().page > 1) {
          <a routerLink="/datasets" rel="prev" [queryParams]="parameters(state().page - 1)">{{ t.previous }}</a>
        }
        @for (step of steps(); track $index) {
          @if ('gap' in step) {
            <span aria-hidden="true">…</span>
          } @else if (step.page === state().page) {
            <span aria-current="page"
              ><span class="hidden-visually">{{ t.page(step.page) }}</span
              ><span aria-hidden="true">{{ step.page }}</span></span
            >
          } @else {
            <a routerLink="/datasets" [queryParams]="parameters(step.page)" [attr.aria-label]="t.page(step.page)">{{
              step.page
            }}</a>
          }
        }
        @if (state().page < last()) {
          <a routerLink="/datasets" rel="next" [queryParams]="parameters(state().page + 1)">{{ t.next }}</a>
        }
      </nav>
    }
  `,
})
export class ResultPages {
  readonly state = input.required<SearchState>();
  readonly last = input.required<number>();
  protected readonly t = useTexts(searchTexts);
  protected readonly steps = computed(() => pageSteps(this.state().page, this.last()));

  protected parameters(page: number) {
    return parametersOf({ ...this.state(), page });
  }
}
