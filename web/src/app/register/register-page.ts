import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatDate, Loading, pageSteps, StateBadge, useTexts } from '#ui';
import { AccountTabs } from '../governance/account-tabs.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { registerFor } from './register-api.ts';
import { registerTexts } from './register-texts.ts';

const statuses = ['active', 'upcoming', 'review-overdue', 'suspended', 'ended'] as const;

/** The public register: who has which data, from whom, what for, until when. Its filters are a plain form. */
@Component({
  selector: 'wl-register-page',
  imports: [AccountTabs, Loading, RouterLink, StateBadge, WholePageMessage],
  templateUrl: './register-page.html',
})
export class RegisterPage {
  private readonly router = inject(Router);
  readonly provider = input<string>();
  readonly status = input<string>();
  readonly page = input<string>();
  protected readonly t = useTexts(registerTexts);
  protected readonly statuses = statuses;
  protected readonly day = formatDate;
  private readonly chosen = computed(() => ({
    ...(this.provider() ? { provider: this.provider() ?? '' } : {}),
    ...(statuses.some((one) => one === this.status()) ? { status: this.status() ?? '' } : {}),
  }));
  private readonly answer = registerFor(() => {
    const page = /^[1-9]\d{0,3}$/.test(this.page() ?? '') ? (this.page() ?? '1') : '1';
    return new URLSearchParams({ ...this.chosen(), ...(page === '1' ? {} : { page }) }).toString();
  });
  protected readonly register = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly narrowed = computed(() => Object.keys(this.chosen()).length > 0);
  protected readonly steps = computed(() => {
    const register = this.register();
    return register && register.total > register.size
      ? pageSteps(register.page, Math.ceil(register.total / register.size))
      : [];
  });

  constructor() {
    describePage(() => ({ title: this.t.title, description: this.t.description, canonical: '/register' }));
  }

  protected paramsOf(page: number): Record<string, string | number> {
    return { ...this.chosen(), ...(page === 1 ? {} : { page }) };
  }

  protected show(submitted: Event, provider: string, status: string): void {
    submitted.preventDefault();
    const queryParams = { ...(provider ? { provider } : {}), ...(status ? { status } : {}) };
    void this.router.navigate(['/register'], { queryParams });
  }
}
