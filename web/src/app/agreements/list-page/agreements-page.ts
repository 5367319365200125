import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contours, formatDate, Icon, Loading, pageSteps, StateBadge, useTexts } from '#ui';
import { pageIn } from '../../requests/list-page/list-state.ts';
import { Session } from '../../session/session.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { agreementTexts } from '../agreement-texts.ts';
import { agreementsFor } from '../agreements-api.ts';

/** What the reader's organisations give and receive on agreed terms: what waits for them first. */
@Component({
  selector: 'wl-agreements-page',
  imports: [Contours, Icon, Loading, RouterLink, StateBadge, WholePageMessage],
  templateUrl: './agreements-page.html',
  host: { '(window:focus)': 'answer.reload()' },
})
export class AgreementsPage {
  private readonly session = inject(Session);
  readonly page = input<string>();
  protected readonly here = inject(CurrentPage);
  protected readonly t = useTexts(agreementTexts);
  protected readonly answer = agreementsFor(() => `page=${pageIn(this.page())}`);
  protected readonly list = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly asksToSignIn = computed(
    () => (this.session.known() && this.session.person() === null) || this.problem()?.status === 401,
  );
  protected readonly items = computed(() => {
    const items = this.list()?.items ?? [];
    return [...items.filter((one) => one.waitsForYou), ...items.filter((one) => !one.waitsForYou)];
  });
  protected readonly steps = computed(() => {
    const list = this.list();
    return list && list.total > list.size ? pageSteps(list.page, Math.ceil(list.total / list.size)) : [];
  });
  protected readonly day = formatDate;

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.t.agreements, status: 403 };
      return this.list() ? { title: this.t.agreements } : undefined;
    });
  }
}
