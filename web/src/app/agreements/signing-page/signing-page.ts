import { HttpClient, httpResource } from '@angular/common/http';
import { isPlatformBrowser } from '@angular/common';
import {
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  PLATFORM_ID,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { SigningView } from '#sharing/contracts';
import { formatDate, formatInstant, Loading, Notice, useTexts } from '#ui';
import { expecting } from '../../contracts/checked-answers.ts';
import { problemWords } from '../../requests/problem-words.ts';
import { requestTexts } from '../../requests/request-texts.ts';
import { ChangeCalls } from '../../session/change-calls.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { agreementTexts } from '../agreement-texts.ts';
import { RefusalList } from '../refusal-list.ts';
import { signingTexts } from '../signing-texts.ts';

const at = '/api/v1/signing';

type Step = 'sign' | 'decline';

/**
 * The page that a mail leads to: the whole terms, and a button that signs them. Opening it does nothing; the token goes in the
 * body of each call, and no page that this one links to is told of it.
 */
@Component({
  selector: 'wl-signing-page',
  imports: [Loading, Notice, RefusalList, RouterLink],
  templateUrl: './signing-page.html',
})
export class SigningPage {
  private readonly calls = inject(ChangeCalls);
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  readonly token = input<string>();
  private readonly shared = useTexts(requestTexts);
  private readonly texts = useTexts(signingTexts);
  protected readonly working = signal(false);
  protected readonly t = this.texts.page;
  protected readonly terms = useTexts(agreementTexts);
  protected readonly wait = this.texts.working;
  protected readonly day = formatDate;
  protected readonly instant = formatInstant;
  private readonly refused = signal<{ readonly step: Step; readonly words: readonly string[] } | undefined>(undefined);
  protected readonly pdfFailed = signal(false);
  protected readonly ended = signal<'signed' | 'declined' | undefined>(undefined);
  protected readonly answer = httpResource<SigningView>(() => {
    const token = this.token();
    if (!this.inBrowser || !token) return undefined;
    return { url: `${at}/read`, method: 'POST', body: { token }, context: expecting('signing') };
  });
  protected readonly one = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly dead = computed(() => !this.token() || this.problem()?.status === 410);
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly problemText = computed(() => {
    const problem = this.problem();
    return problem && (problem.status === 429 ? [this.t.tooMany] : problemWords(this.shared, problem));
  });

  constructor() {
    describePage(() => ({ title: this.t.title }));
  }

  protected async sign(submitted: Event, authorised: boolean, name: string, position: string): Promise<void> {
    submitted.preventDefault();
    const missing = [
      ...(authorised ? [] : [this.t.authorisedMissing]),
      ...(name === '' ? [this.t.nameMissing] : []),
      ...(position === '' ? [this.t.positionMissing] : []),
    ];
    await this.give('sign', { hash: this.one()?.hash, authorised, name, position }, missing);
  }

  protected async decline(submitted: Event, reason: string): Promise<void> {
    submitted.preventDefault();
    await this.give('decline', { reason }, reason === '' ? [this.t.declineMissing] : []);
  }

  protected refusals(step: Step): readonly string[] {
    const refused = this.refused();
    return refused?.step === step ? refused.words : [];
  }

  private async give(step: Step, more: object, missing: readonly string[]): Promise<void> {
    if (this.working()) return;
    this.refused.set({ step, words: missing });
    if (missing.length > 0) return;
    this.working.set(true);
    const body = { token: this.token(), ...more };
    const answer = await this.calls.send({
      method: 'POST',
      address: `${at}/commands/${step}`,
      body,
      answer: 'signingDone',
    });
    this.working.set(false);
    if ('problem' in answer) {
      const { problem } = answer;
      const words = problem.status === 429 ? [this.t.tooMany] : problemWords(this.shared, problem);
      this.refused.set({ step, words });
      return;
    }
    this.ended.set(step === 'sign' ? 'signed' : 'declined');
    setTimeout(() => this.outcome()?.nativeElement.focus());
  }

  /** The address of the PDF must not hold the token, so it is fetched and handed over as a file. */
  protected async pdf(): Promise<void> {
    const one = this.one();
    if (!one || this.working()) return;
    this.pdfFailed.set(false);
    this.working.set(true);
    try {
      const body = { token: this.token() };
      const file = await firstValueFrom(this.http.post(`${at}/pdf`, body, { responseType: 'blob' }));
      const link = this.document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${one.reference.replace('/', '-')} ${one.title}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      this.pdfFailed.set(true);
    } finally {
      this.working.set(false);
    }
  }
}
