import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { FacetName, SearchResult, Sort } from '#catalogue/contracts';
import { Icon, Loading, useTexts } from '#ui';
import { Announcer } from '../../shell/announcer.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { searchFor } from '../catalogue-api.ts';
import { ChosenChips } from './chosen-chips.ts';
import { EmptyResult } from './empty-result.ts';
import { FacetList } from './facet-list.ts';
import { ResultItem } from './result-item.ts';
import { ResultPages } from './result-pages.ts';
import {
  chosenCount,
  parametersOf,
  queryOf,
  sortOrder,
  stateOf,
  toggled,
  type Parameter,
  type SearchState,
} from './search-state.ts';
import { searchTexts } from './search-texts.ts';

const pauseInTyping = 350;

/** Search: the address holds the whole state, so back, bookmarks and links work; without scripts it is a form. */
@Component({
  selector: 'wl-search-page',
  imports: [ChosenChips, EmptyResult, FacetList, Icon, Loading, ResultItem, ResultPages, WholePageMessage],
  templateUrl: './search-page.html',
})
export class SearchPage {
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private typing: ReturnType<typeof setTimeout> | undefined;
  readonly q = input<Parameter>();
  readonly publisher = input<Parameter>();
  readonly theme = input<Parameter>();
  readonly access = input<Parameter>();
  readonly licence = input<Parameter>();
  readonly format = input<Parameter>();
  readonly personalData = input<Parameter>();
  readonly sort = input<Parameter>();
  readonly page = input<Parameter>();
  protected readonly t = useTexts(searchTexts);
  protected readonly sorts = sortOrder;

  protected readonly state = computed(() =>
    stateOf({
      q: this.q(),
      publisher: this.publisher(),
      theme: this.theme(),
      access: this.access(),
      licence: this.licence(),
      format: this.format(),
      personalData: this.personalData(),
      sort: this.sort(),
      page: this.page(),
    }),
  );
  protected readonly answer = searchFor(() => queryOf(this.state()));
  /** The last result stays on the page while the next one is on its way. */
  protected readonly result = linkedSignal<SearchResult | undefined, SearchResult | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (arrived, before) => arrived ?? before?.value,
  });
  /** What stands in the field: a search that arrives while one types on does not take the letters away. */
  protected readonly words = linkedSignal<string, string>({
    source: () => this.state().q,
    computation: (q, before) => (before !== undefined && this.typing !== undefined ? before.value : q),
  });
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  /** On a phone the ways to narrow the list are folded away until asked for. */
  protected readonly filtersShown = signal(false);
  protected readonly count = computed(() => chosenCount(this.state()));
  protected readonly lastPage = computed(() =>
    Math.max(1, Math.ceil((this.result()?.total ?? 0) / (this.result()?.size ?? 20))),
  );

  constructor() {
    describePage(() => ({
      title: this.state().q === '' ? this.t.title : this.t.titleFor(this.state().q),
      description: this.t.description,
      // Only the whole list is for search engines: the ways to narrow it are endless.
      ...(queryOf({ ...this.state(), page: 1 }) === ''
        ? { canonical: this.state().page === 1 ? '/datasets' : `/datasets?page=${this.state().page}` }
        : {}),
    }));
    effect(() => {
      const found = this.answer.hasValue() ? this.answer.value() : undefined;
      if (found) this.announcer.say(this.t.count(found.total));
    });
    inject(DestroyRef).onDestroy(() => this.stopTyping());
  }

  protected go(state: SearchState, replaceUrl = false): void {
    this.stopTyping();
    void this.router.navigate(['/datasets'], { queryParams: parametersOf(state), replaceUrl });
  }

  protected addressFor(words: string): string {
    return `/datasets?${queryOf({ ...this.state(), q: words, page: 1 })}`;
  }

  protected searchWords(words: string): void {
    this.go({ ...this.state(), q: words.trim(), page: 1 });
  }

  /** Results follow while one types; the address keeps one entry for the whole of the typing. */
  protected searchSoon(words: string): void {
    this.stopTyping();
    this.words.set(words);
    this.typing = setTimeout(() => {
      this.typing = undefined;
      if (words.trim() !== this.state().q) this.go({ ...this.state(), q: words.trim(), page: 1 }, true);
    }, pauseInTyping);
  }

  protected sortBy(sort: string): void {
    this.go({ ...this.state(), sort: sort as Sort, page: 1 });
  }

  protected toggle(choice: { readonly name: FacetName; readonly value: string }): void {
    this.go(toggled(this.state(), choice.name, choice.value));
  }

  private stopTyping(): void {
    clearTimeout(this.typing);
    this.typing = undefined;
  }
}
