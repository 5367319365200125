import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice, useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import type { Problem } from '../shell/problem.ts';
import { ChangeCalls } from './change-calls.ts';
import { mailLinkTexts } from './mail-link-texts.ts';

type Field = 'name' | 'email';

/** Asks for a link by mail: to set a new password, or to make an account. The answer never tells who has one. */
@Component({
  selector: 'wl-mail-link-page',
  imports: [Notice, RouterLink],
  templateUrl: './mail-link-page.html',
})
export class MailLinkPage {
  private readonly calls = inject(ChangeCalls);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  /** Set by the route. */
  readonly purpose = input.required<'reset' | 'sign-up'>();
  protected readonly t = useTexts(mailLinkTexts);
  protected readonly words = computed(() => this.t[this.purpose()]);
  protected readonly working = signal(false);
  protected readonly missing = signal<readonly Field[]>([]);
  protected readonly sentTo = signal<string | undefined>(undefined);
  private readonly problem = signal<Problem | undefined>(undefined);
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    if (!problem) return undefined;
    if (problem.status === 0) return this.t.offline;
    if (problem.status === 429) return this.t.tooMany;
    return problem.status === 400 ? this.t.emailWrong : this.t.failed;
  });

  constructor() {
    describePage(() => ({ title: this.words().title }));
  }

  protected async send(
    submitted: Event,
    { name, email }: { readonly name: string; readonly email: string },
  ): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    this.problem.set(undefined);
    this.missing.set([
      ...(this.purpose() === 'sign-up' && name === '' ? (['name'] as const) : []),
      ...(/^\S+@\S+\.\S+$/.test(email) ? [] : (['email'] as const)),
    ]);
    if (this.missing().length === 0) {
      this.working.set(true);
      const reset = this.purpose() === 'reset';
      const address = reset ? '/api/v1/session/reset' : '/api/v1/accounts';
      const body = reset ? { email } : { name, email };
      const answer = await this.calls.send({ method: 'POST', address, body, answer: 'mailPromised' });
      this.working.set(false);
      if ('problem' in answer) this.problem.set(answer.problem);
      else this.sentTo.set(email);
    }
    setTimeout(() => (this.outcome() ?? this.summary())?.nativeElement.focus());
  }
}
