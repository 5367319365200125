import { Component, computed, inject, input } from '@angular/core';
import { useTexts } from '#ui';
import { Announcer } from '../shell/announcer.ts';
import { organisationsTexts } from './organisations-texts.ts';

/** A letter that asks for data, to copy or to open in a mail program. */
@Component({
  selector: 'wl-ready-letter',
  template: `
    <section class="dataset-section" aria-labelledby="letter">
      <h2 id="letter">{{ t.letter }}</h2>
      <p>{{ t.letterText }}</p>
      <pre class="letter" tabindex="0" role="group" aria-labelledby="letter">{{ body() }}</pre>
      <div class="button-row not-printed">
        <button class="button needs-script" type="button" (click)="copy()">{{ t.letterCopy }}</button>
        @if (mail(); as mail) {
          <a class="button" [href]="mail">{{ t.letterMail }}</a>
        }
      </div>
    </section>
  `,
})
export class ReadyLetter {
  private readonly announcer = inject(Announcer);
  readonly organisation = input.required<string>();
  readonly email = input<string>();
  protected readonly t = useTexts(organisationsTexts);
  protected readonly body = computed(() => this.t.letterBody(this.organisation()));
  protected readonly mail = computed(() => {
    const email = this.email();
    const parts = `subject=${encodeURIComponent(this.t.letterSubject)}&body=${encodeURIComponent(this.body())}`;
    return email === undefined ? undefined : `mailto:${email}?${parts}`;
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.body());
      this.announcer.say(this.t.letterCopied);
    } catch {
      this.announcer.say(this.t.letterCopyFailed);
    }
  }
}
