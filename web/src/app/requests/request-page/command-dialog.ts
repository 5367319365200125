import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { CaseSummary, RequestView } from '#sharing/contracts';
import { Dialog, useTexts } from '#ui';
import { Announcer } from '../../shell/announcer.ts';
import { actingFor, envelopeOf } from '../acting-for.ts';
import { problemWords } from '../problem-words.ts';
import { requestTexts } from '../request-texts.ts';
import { caseCommandAt, requestCommandAt, SharingCommands } from '../sharing-commands.ts';
import {
  caseCommandTexts,
  requestCommandTexts,
  requestPageTexts,
  type CaseCommandAsked,
  type CommandWords,
  type RequestCommandAsked,
} from './command-texts.ts';

/** A command that the reader is about to give: to the request, or to a case of it. */
export type AskedCommand =
  | { readonly command: RequestCommandAsked; readonly case?: undefined }
  | { readonly command: CaseCommandAsked; readonly case: CaseSummary };

const ending = new Set<string>(['withdraw', 'delete', 'decline-forms']);

/** Says what will happen before a command is given, and asks for reasons where it needs them. */
@Component({
  selector: 'wl-request-command-dialog',
  imports: [Dialog],
  template: `
    <wl-dialog
      name="request-command"
      [heading]="words()?.title ?? ''"
      [open]="asked() !== undefined"
      (closed)="closed.emit()"
    >
      <form novalidate (submit)="give($event, reasons.value)">
        @if (refusals().length > 0) {
          <div #problem class="error-summary" role="alert" tabindex="-1">
            <h3>{{ shared.problem }}</h3>
            <ul>
              @for (refusal of refusals(); track refusal) {
                <li>{{ refusal }}</li>
              }
            </ul>
          </div>
        }
        <p>{{ words()?.text }}</p>
        <div class="field" [hidden]="!needsReasons()">
          <label for="review-reasons">{{ t.reasonsLabel }}</label>
          <p class="field-hint" id="review-reasons-hint">{{ t.reasonsHint }}</p>
          <textarea
            #reasons
            class="textarea"
            id="review-reasons"
            maxlength="20000"
            aria-describedby="review-reasons-hint"
          ></textarea>
        </div>
        <div class="button-row">
          <button
            class="button"
            type="submit"
            [class.button-primary]="!ends()"
            [class.button-warning]="ends()"
            [attr.aria-disabled]="working() ? true : null"
          >
            {{ working() ? shared.working : words()?.label }}
          </button>
          <button class="button" type="button" (click)="closed.emit()">{{ shared.cancel }}</button>
        </div>
      </form>
    </wl-dialog>
  `,
})
export class RequestCommandDialog {
  private readonly commands = inject(SharingCommands);
  private readonly announcer = inject(Announcer);
  private readonly problem = viewChild<ElementRef<HTMLElement>>('problem');
  readonly request = input.required<RequestView>();
  readonly asked = input.required<AskedCommand | undefined>();
  /** Given: the id that the service answered with. */
  readonly done = output<{ readonly command: string; readonly id: string }>();
  readonly closed = output();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly shared = useTexts(requestTexts);
  private readonly ofRequest = useTexts(requestCommandTexts);
  private readonly ofCase = useTexts(caseCommandTexts);
  protected readonly working = signal(false);
  protected readonly refusals = linkedSignal<AskedCommand | undefined, readonly string[]>({
    source: this.asked,
    computation: () => [],
  });
  protected readonly needsReasons = computed(() => this.asked()?.command === 'ask-review');
  protected readonly ends = computed(() => ending.has(this.asked()?.command ?? ''));
  protected readonly words = computed((): CommandWords | undefined => {
    const asked = this.asked();
    if (!asked) return undefined;
    if (!asked.case) return this.ofRequest[asked.command];
    const { label, title, text, done } = this.ofCase[asked.command];
    const name = organisationMeant(asked.case, asked.command);
    return { label: label(name), title: title(name), text: text(name), done };
  });

  protected async give(submitted: Event, typed: string): Promise<void> {
    submitted.preventDefault();
    const asked = this.asked();
    if (!asked || this.working()) return;
    const reasons = typed.trim();
    if (this.needsReasons() && reasons === '') return this.refuse([this.t.reasonsMissing]);
    this.working.set(true);
    const { address, body } = this.callFor(asked, reasons);
    const answer = await this.commands.give(address, body);
    this.working.set(false);
    if ('problem' in answer) return this.refuse(problemWords(this.shared, answer.problem));
    this.announcer.say(this.words()?.done ?? '');
    this.done.emit({ command: asked.command, id: answer.done.id });
  }

  private callFor(asked: AskedCommand, reasons: string): { readonly address: string; readonly body: object } {
    const request = this.request();
    if (!asked.case) {
      // A draft is not in the ledger yet: its own revision counts.
      const revision = asked.command === 'delete' ? (request.draft?.revision ?? 0) : request.revision;
      return { address: requestCommandAt(request.id, asked.command), body: { ...envelopeOf(request), revision } };
    }
    if (asked.command === 'follow-redirect') {
      const address = requestCommandAt(request.id, asked.command);
      return { address, body: { ...envelopeOf(request), case: asked.case.id } };
    }
    return {
      address: caseCommandAt(request.id, asked.case.id, asked.command),
      body: { revision: asked.case.revision, ...actingFor(request), ...(this.needsReasons() ? { reasons } : {}) },
    };
  }

  private refuse(words: readonly string[]): void {
    this.refusals.set(words);
    setTimeout(() => this.problem()?.nativeElement.focus());
  }
}

/** The organisation whose name stands in the words of a command. */
const organisationMeant = ({ organisation, decision }: CaseSummary, command: CaseCommandAsked): string =>
  (command === 'follow-redirect' ? decision?.redirect?.organisation?.name : undefined) ?? organisation.name;
