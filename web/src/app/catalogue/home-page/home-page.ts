import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AccessBadge, Contours, Icon, Loading, useTexts } from '#ui';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { frontPageOf } from '../catalogue-api.ts';
import { ResultItem } from '../search-page/result-item.ts';
import { homeTexts } from './home-texts.ts';

/** The way in: one search field on the map, themes, what the access levels mean, what is new, and what all this is for. */
@Component({
  selector: 'wl-home-page',
  imports: [AccessBadge, Contours, Icon, Loading, ResultItem, RouterLink, WholePageMessage],
  templateUrl: './home-page.html',
})
export class HomePage {
  private readonly router = inject(Router);
  private readonly answer = frontPageOf();
  protected readonly t = useTexts(homeTexts);
  protected readonly front = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly themes = computed(() => (this.front()?.themes ?? []).filter((theme) => theme.count > 0));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));

  constructor() {
    describePage(() => ({ title: this.t.title, description: this.t.description, canonical: '/' }));
  }

  protected searchFor(words: string): void {
    void this.router.navigate(['/datasets'], { queryParams: words.trim() === '' ? {} : { q: words.trim() } });
  }
}
