import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Contours, Loading, pageSteps, useTexts } from '#ui';
import { leadToFragment } from '../../requests/lead-to-fragment.ts';
import { pageIn } from '../../requests/list-page/list-state.ts';
import { Session } from '../../session/session.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { agreementTexts, permissionTexts } from '../agreement-texts.ts';
import { permissionsFor } from '../agreements-api.ts';
import { PermissionCard } from './permission-card.ts';

/** What the reader's organisations hold, or what they have given. */
@Component({
  selector: 'wl-permissions-page',
  imports: [Contours, Loading, PermissionCard, RouterLink, WholePageMessage],
  templateUrl: './permissions-page.html',
  host: { '(window:focus)': 'answer.reload()' },
})
export class PermissionsPage {
  private readonly session = inject(Session);
  readonly side = input<string>();
  readonly page = input<string>();
  protected readonly here = inject(CurrentPage);
  protected readonly t = useTexts(permissionTexts);
  protected readonly shared = useTexts(agreementTexts);
  protected readonly given = computed(() => this.side() === 'given');
  protected readonly title = computed(() => (this.given() ? this.t.titleGiven : this.t.title));
  protected readonly answer = permissionsFor(
    () => `side=${this.given() ? 'given' : 'received'}&page=${pageIn(this.page())}`,
  );
  protected readonly list = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly asksToSignIn = computed(
    () => (this.session.known() && this.session.person() === null) || this.problem()?.status === 401,
  );
  protected readonly tabs = computed(() => [
    { label: this.t.received, params: {}, current: !this.given() },
    { label: this.t.given, params: { side: 'given' }, current: this.given() },
  ]);
  protected readonly steps = computed(() => {
    const list = this.list();
    return list && list.total > list.size ? pageSteps(list.page, Math.ceil(list.total / list.size)) : [];
  });

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.title(), status: 403 };
      return this.list() ? { title: this.title() } : undefined;
    });
    leadToFragment(() => this.list() !== undefined);
  }
}
