import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { formatInstant, Loading, Notice, useTexts } from '#ui';
import { answerFrom } from '../contracts/checked-answers.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { mailTexts } from './mail-texts.ts';

const states = ['to-send', 'failed', 'sent', 'stopped'] as const;

/** Mails of the installation, for its operator. */
@Component({
  selector: 'wl-mail-page',
  imports: [Loading, Notice, WholePageMessage],
  templateUrl: './mail-page.html',
})
export class MailPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  readonly state = input<string>();
  protected readonly t = useTexts(mailTexts);
  protected readonly states = states;
  protected readonly instant = formatInstant;
  protected readonly failed = signal(false);
  private readonly chosen = computed(() => states.find((one) => one === this.state()));
  private readonly answer = answerFrom('mails', () => {
    const state = this.chosen();
    return state === undefined ? '/api/v1/mail' : `/api/v1/mail?state=${state}`;
  });
  protected readonly mails = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));

  constructor() {
    describePage(() => ({ title: this.t.title }));
  }

  protected show(submitted: Event, state: string): void {
    submitted.preventDefault();
    void this.router.navigate(['/operator/mail'], { queryParams: state === '' ? {} : { state } });
  }

  protected async give(id: string, command: 'retry' | 'discard'): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`/api/v1/mail/${id}/commands/${command}`, {}));
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
    this.answer.reload();
  }
}
