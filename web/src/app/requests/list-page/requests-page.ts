import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contours, Loading, pageSteps, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { Basket } from '../basket/basket.ts';
import { requestTexts } from '../request-texts.ts';
import { requestsFor } from '../requests-api.ts';
import { countOfAll, pageIn, queryFor, stateFilters, stateIn, waitingFirst } from './list-state.ts';
import { RequestLine } from './request-line.ts';
import { requestsTexts } from './requests-texts.ts';

/** What I ask, and what my organisation asks: what waits for me first. */
@Component({
  selector: 'wl-requests-page',
  imports: [Contours, Loading, RequestLine, RouterLink, WholePageMessage],
  templateUrl: './requests-page.html',
  host: { '(window:focus)': 'answer.reload()' },
})
export class RequestsPage {
  private readonly session = inject(Session);
  readonly state = input<string>();
  readonly page = input<string>();
  protected readonly basket = inject(Basket);
  protected readonly here = inject(CurrentPage);
  protected readonly t = useTexts(requestsTexts);
  protected readonly shared = useTexts(requestTexts);
  protected readonly chosen = computed(() => stateIn(this.state()));
  protected readonly answer = requestsFor(() => queryFor(this.chosen(), pageIn(this.page())));
  protected readonly list = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly items = computed(() => waitingFirst(this.list()?.items ?? []));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly asksToSignIn = computed(
    () => (this.session.known() && this.session.person() === null) || this.problem()?.status === 401,
  );
  protected readonly filters = computed(() => {
    const list = this.list();
    if (!list) return [];
    const states = stateFilters.map((state) => ({ state, label: this.t[state], count: list.counts[state] }));
    return [{ state: undefined, label: this.t.all, count: countOfAll(list) }, ...states];
  });
  protected readonly steps = computed(() => {
    const list = this.list();
    return list && list.total > list.size ? pageSteps(list.page, Math.ceil(list.total / list.size)) : [];
  });

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.t.title, status: 403 };
      return this.list() ? { title: this.t.title } : undefined;
    });
  }
}
