import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { CaseSummary, RequestView, TimelineEntry } from '#sharing/contracts';
import { formatInstant, useTexts } from '#ui';
import { draftPrefix } from '../../session/forget-drafts.ts';
import { Session } from '../../session/session.ts';
import { Announcer } from '../../shell/announcer.ts';
import { actingFor } from '../acting-for.ts';
import { problemWords } from '../problem-words.ts';
import { requestTexts } from '../request-texts.ts';
import { BrowserShelf } from '../review/browser-shelf.ts';
import { caseMessagesAt, SharingCommands } from '../sharing-commands.ts';
import { requestPageTexts } from './command-texts.ts';

/** What the two sides write to each other about a case; what is typed is kept until it is sent. */
@Component({
  selector: 'wl-case-messages',
  template: `
    <details class="case-messages" [open]="messages().length > 0 || typed() !== ''">
      <summary>
        {{ t.messages }} <span class="secondary numbers">{{ messages().length || '' }}</span>
      </summary>
      @if (messages().length > 0) {
        <ul class="case-talk">
          @for (message of messages(); track $index) {
            <li>
              <p class="small secondary">
                {{ message.by }}, <time [attr.datetime]="message.at">{{ instant(message.at) }}</time>
              </p>
              <p class="kept-lines">{{ message.text ?? message.sentence }}</p>
            </li>
          }
        </ul>
      } @else {
        <p>{{ t.messagesNone }}</p>
      }
      <form class="not-printed needs-script" novalidate (submit)="send($event)">
        <div class="field" [class.field-faulty]="fault()">
          <label [for]="id()">{{ t.messageLabel(case().organisation.name) }}</label>
          <p class="field-hint" [id]="id() + '-hint'">{{ t.messageHint }}</p>
          @if (fault(); as words) {
            <p class="field-error" role="alert" [id]="id() + '-error'">{{ words }}</p>
          }
          <textarea
            #box
            class="textarea textarea-short textarea-growing"
            maxlength="20000"
            [id]="id()"
            [value]="typed()"
            [attr.aria-invalid]="fault() ? true : null"
            [attr.aria-describedby]="fault() ? id() + '-hint ' + id() + '-error' : id() + '-hint'"
            (input)="type(box.value)"
          ></textarea>
        </div>
        <button class="button button-small" type="submit" [attr.aria-disabled]="sending() ? true : null">
          {{ sending() ? t.sending : t.send }}
        </button>
      </form>
    </details>
  `,
})
export class CaseMessages {
  private readonly commands = inject(SharingCommands);
  private readonly session = inject(Session);
  private readonly shelf = inject(BrowserShelf);
  private readonly announcer = inject(Announcer);
  private readonly shared = useTexts(requestTexts);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');
  readonly request = input.required<RequestView>();
  readonly case = input.required<CaseSummary>();
  readonly messages = input.required<readonly TimelineEntry[]>();
  readonly sent = output();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly instant = formatInstant;
  protected readonly typed = signal('');
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly sending = signal(false);
  protected readonly id = computed(() => `message-${this.case().id}`);

  constructor() {
    // In the browser alone, once the page is drawn: the server knows nothing of what was typed.
    afterNextRender(() => {
      const kept = this.shelf.find(this.key());
      if (typeof kept === 'string' && this.typed() === '') this.typed.set(kept);
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    if (text === '') this.shelf.forget(this.key());
    else this.shelf.keep(this.key(), text);
  }

  protected async send(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.sending()) return;
    const text = this.typed().trim();
    this.fault.set(text === '' ? this.t.messageMissing : undefined);
    if (text !== '') {
      this.sending.set(true);
      const body = { text, kind: 'message', ...actingFor(this.request()) };
      const answer = await this.commands.give(caseMessagesAt(this.request().id, this.case().id), body);
      this.sending.set(false);
      if ('problem' in answer) this.fault.set(problemWords(this.shared, answer.problem).join(' '));
      else this.finish();
    }
    this.box()?.nativeElement.focus();
  }

  private finish(): void {
    this.type('');
    this.announcer.say(this.t.sent);
    this.sent.emit();
  }

  private key(): string {
    return `${draftPrefix}${this.session.person()?.id ?? 'nobody'}.message.${this.case().id}`;
  }
}
