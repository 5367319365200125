import { Component, inject, signal } from '@angular/core';
import type { MailPreferences } from '#notices/contracts';
import { Notice, textTable, useTexts } from '#ui';
import { answerFrom } from '../contracts/checked-answers.ts';
import { ChangeCalls } from '../session/change-calls.ts';
import { Announcer } from '../shell/announcer.ts';

const mailChoiceTexts = textTable({
  title: 'By mail',
  intro: 'How you are told outside this page. What you have done or read by then is not mailed.',
  kinds: { asks: 'When something waits for you', tells: 'When what you wait for moves on' },
  ways: { 'at-once': 'At once', daily: 'Once a day, in one mail', off: 'Not by mail' },
  save: 'Save',
  saved: 'Saved.',
  failed: 'That was not saved. Check your connection and try again.',
});

const ways = ['at-once', 'daily', 'off'] as const;

/** How somebody is told by mail, by kind of notice. */
@Component({
  selector: 'wl-mail-choice',
  imports: [Notice],
  template: `
    @if (answer.hasValue()) {
      <section class="mail-choice not-printed" aria-labelledby="by-mail">
        <h2 id="by-mail">{{ t.title }}</h2>
        <p>{{ t.intro }}</p>
        @if (failed()) {
          <div role="alert">
            <wl-notice kind="refusal"
              ><p>{{ t.failed }}</p></wl-notice
            >
          </div>
        }
        <form class="register-filter" (submit)="save($event, asks.value, tells.value)">
          <div class="field">
            <label for="mail-asks">{{ t.kinds.asks }}</label>
            <select #asks class="select" id="mail-asks">
              @for (way of ways; track way) {
                <option [value]="way" [selected]="way === answer.value().asks">{{ t.ways[way] }}</option>
              }
            </select>
          </div>
          <div class="field">
            <label for="mail-tells">{{ t.kinds.tells }}</label>
            <select #tells class="select" id="mail-tells">
              @for (way of ways; track way) {
                <option [value]="way" [selected]="way === answer.value().tells">{{ t.ways[way] }}</option>
              }
            </select>
          </div>
          <button class="button needs-script" type="submit">{{ t.save }}</button>
          @if (saved()) {
            <span role="status">{{ t.saved }}</span>
          }
        </form>
      </section>
    }
  `,
})
export class MailChoice {
  private readonly calls = inject(ChangeCalls);
  private readonly announcer = inject(Announcer);
  protected readonly t = useTexts(mailChoiceTexts);
  protected readonly ways = ways;
  protected readonly answer = answerFrom('mailPreferences', () => '/api/v1/notices/preferences');
  protected readonly saved = signal(false);
  protected readonly failed = signal(false);

  protected async save(submitted: Event, asks: string, tells: string): Promise<void> {
    submitted.preventDefault();
    this.saved.set(false);
    const body = { asks, tells } as MailPreferences;
    const result = await this.calls.send({
      method: 'PUT',
      address: '/api/v1/notices/preferences',
      body,
      answer: 'mailPreferences',
    });
    this.failed.set('problem' in result);
    this.saved.set(!('problem' in result));
    if (this.saved()) this.announcer.say(this.t.saved);
  }
}
