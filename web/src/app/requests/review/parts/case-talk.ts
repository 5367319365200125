import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { formatInstant, useTexts } from '#ui';
import { Announcer } from '../../../shell/announcer.ts';
import type { Problem } from '../../../shell/problem.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { Typing } from '../typing.ts';

const empty = { text: '' };

/** Messages with the requester, or notes that stay on this side; what may become of a text stands beside its box. */
@Component({
  selector: 'wl-case-talk',
  template: `
    @if (entries().length > 0) {
      <ul class="case-talk">
        @for (entry of entries(); track $index) {
          <li>
            <p class="small secondary">
              {{ entry.by }}, <time [attr.datetime]="entry.at">{{ instant(entry.at) }}</time>
            </p>
            <p class="kept-lines">{{ entry.text ?? entry.sentence }}</p>
          </li>
        }
      </ul>
    } @else {
      <p>{{ words().none }}</p>
    }
    <form class="not-printed needs-script" novalidate (submit)="send($event)">
      <div class="field" [class.field-faulty]="fault()">
        <label [for]="id()">{{ words().label }}</label>
        <p class="field-hint" [id]="id() + '-hint'">{{ words().warning }}</p>
        @if (fault(); as said) {
          <p class="field-error" role="alert" [id]="id() + '-error'">{{ said }}</p>
        }
        <textarea
          #box
          class="textarea textarea-short"
          maxlength="20000"
          [id]="id()"
          [attr.aria-invalid]="fault() ? true : null"
          [attr.aria-describedby]="fault() ? id() + '-hint ' + id() + '-error' : id() + '-hint'"
          [value]="text()"
          (input)="type(box.value)"
        ></textarea>
      </div>
      <button class="button button-small" type="submit" [attr.aria-disabled]="sending() ? true : null">
        {{ sending() ? t.sending : words().send }}
      </button>
    </form>
  `,
})
export class CaseTalk {
  private readonly review = inject(Review);
  private readonly typing = inject(Typing);
  private readonly announcer = inject(Announcer);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');
  readonly kind = input.required<'message' | 'note'>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly instant = formatInstant;
  protected readonly sending = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly id = computed(() => `${this.kind()}-text`);
  protected readonly text = computed(() => this.typing.read(this.kind(), empty).text);
  protected readonly entries = computed(() =>
    (this.review.view()?.timeline ?? []).filter(({ kind }) => kind === this.kind()),
  );
  protected readonly words = computed(() => {
    const { t } = this;
    return this.kind() === 'note'
      ? { label: t.noteLabel, warning: t.noteWarning, send: t.noteSend, sent: t.noteSent, none: t.noNotes }
      : {
          label: t.messageLabel,
          warning: t.messageWarning,
          send: t.messageSend,
          sent: t.messageSent,
          none: t.noMessages,
        };
  });

  protected type(text: string): void {
    if (text === '') this.typing.forget(this.kind());
    else this.typing.write(this.kind(), { text });
  }

  protected async send(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.sending()) return;
    const [kind, text] = [this.kind(), this.text().trim()];
    this.fault.set(text === '' ? this.t.talkMissing : undefined);
    if (text !== '') {
      this.sending.set(true);
      const problem = await this.review.write(kind, text);
      this.sending.set(false);
      if (!problem) {
        this.typing.forget(kind);
        this.announcer.say(this.words().sent);
      } else this.fault.set(this.said(problem));
    }
    this.box()?.nativeElement.focus();
  }

  private said({ status, detail, faults }: Problem): string {
    if (status === 0) return this.t.refused.offline;
    if (status === 401) return this.t.refused.ended;
    return (
      faults[0]?.message ?? (status >= 500 || status < 0 ? this.t.refused.failed : (detail ?? this.t.refused.faulty))
    );
  }
}
