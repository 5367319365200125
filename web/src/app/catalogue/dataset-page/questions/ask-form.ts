import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { SharingCommands } from '../../../requests/sharing-commands.ts';
import { Session } from '../../../session/session.ts';
import { RefusalSummary } from '../../commands/refusal-summary.ts';
import { Refusals } from '../../commands/refusals.ts';
import { EditField } from '../../edit-page/edit-field.ts';
import { ControlOf, FormFaults } from '../../edit-page/form-faults.ts';
import { askAt } from './questions-api.ts';
import { questionsTexts } from './questions-texts.ts';

/** Asks about a dataset, with what happens next said before. */
@Component({
  selector: 'wl-ask-form',
  imports: [ControlOf, EditField, RefusalSummary],
  providers: [FormFaults, Refusals],
  template: `
    <wl-refusal-summary />
    <p>{{ t.askNext(publisher()) }}</p>
    <form class="cover-form" novalidate (submit)="ask($event)">
      <wl-edit-field path="ask.text" [label]="t.askWhat" [hint]="t.askHint">
        <textarea class="textarea" name="text" maxlength="5000" wlControl="ask.text" [hasHint]="true"></textarea>
      </wl-edit-field>
      @if (memberships().length > 0) {
        <wl-edit-field path="ask.actingFor" [label]="t.askFor">
          <select class="select" name="actingFor" wlControl="ask.actingFor">
            <option value="">{{ t.askForMyself }}</option>
            @for (membership of memberships(); track membership.organisation.id) {
              <option [value]="membership.organisation.id">{{ membership.organisation.name }}</option>
            }
          </select>
        </wl-edit-field>
      }
      <button class="button button-primary" type="submit" [attr.aria-disabled]="working() ? true : null">
        {{ working() ? t.working : t.askSend }}
      </button>
    </form>
  `,
})
export class AskForm {
  private readonly commands = inject(SharingCommands);
  private readonly refusals = inject(Refusals);
  private readonly summary = viewChild.required(RefusalSummary);
  protected readonly memberships = inject(Session).memberships;
  /** Id or slug of the dataset. */
  readonly dataset = input.required<string>();
  /** The publisher's name. */
  readonly publisher = input.required<string>();
  readonly asked = output();
  protected readonly t = useTexts(questionsTexts);
  protected readonly working = signal(false);
  private readonly form = { place: 'ask', fields: ['text'], stale: '', forbidden: this.t.forbidden };

  protected async ask(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    const form = submitted.target as HTMLFormElement;
    const answers = new FormData(form);
    const text = String(answers.get('text') ?? '').trim();
    const actingFor = String(answers.get('actingFor') ?? '');
    const missing = text === '' ? [{ path: 'text', message: this.t.askMissing }] : [];
    if (this.refusals.tell('ask', missing)) return this.summary().focus();
    this.working.set(true);
    const body = { text, ...(actingFor === '' ? {} : { actingFor }) };
    const answer = await this.commands.give(askAt(this.dataset()), body);
    this.working.set(false);
    if ('problem' in answer) {
      this.refusals.explain(this.form, answer.problem);
      return this.summary().focus();
    }
    form.reset();
    this.asked.emit();
  }
}
