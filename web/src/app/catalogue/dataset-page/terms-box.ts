import { Component, inject, input, output, signal } from '@angular/core';
import type { DatasetView } from '#catalogue/contracts';
import { textTable, useTexts } from '#ui';
import { ChangeCalls } from '../../session/change-calls.ts';
import { Session } from '../../session/session.ts';
import { Announcer } from '../../shell/announcer.ts';

const termsTexts = textTable({
  title: 'The terms',
  for: 'I accept them for',
  myself: 'myself',
  accept: 'Accept the terms',
  done: 'Accepted. You can download now.',
  stale: 'The terms were changed after you opened this page. Read them as they are now, and accept them again.',
  failed: 'That did not work. Check your connection and try again.',
});

/** The terms of a dataset that anybody may have who accepts them; a click accepts, and is recorded. */
@Component({
  selector: 'wl-terms-box',
  template: `
    @if (dataset().terms; as terms) {
      <h3>{{ t.title }}</h3>
      <ul>
        @for (line of terms.lines; track line) {
          <li class="kept-lines">{{ line }}</li>
        }
      </ul>
      @if (refused(); as words) {
        <p class="field-error" role="alert">{{ words }}</p>
      }
      <form (submit)="accept($event, place.value)">
        <div class="field" [hidden]="session.memberships().length === 0">
          <label for="terms-for">{{ t.for }}</label>
          <select #place class="select" id="terms-for">
            @for (membership of session.memberships(); track membership.id; let first = $first) {
              <option [selected]="first" [value]="membership.organisation.id">
                {{ membership.organisation.name }}
              </option>
            }
            <option value="" [selected]="session.memberships().length === 0">{{ t.myself }}</option>
          </select>
        </div>
        <button class="button button-primary needs-script" type="submit" [attr.aria-disabled]="working() ? true : null">
          {{ t.accept }}
        </button>
      </form>
    }
  `,
})
export class TermsBox {
  private readonly calls = inject(ChangeCalls);
  private readonly announcer = inject(Announcer);
  readonly dataset = input.required<DatasetView>();
  readonly changed = output();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(termsTexts);
  protected readonly working = signal(false);
  protected readonly refused = signal<string | undefined>(undefined);

  protected async accept(submitted: Event, organisation: string): Promise<void> {
    submitted.preventDefault();
    const { id, terms } = this.dataset();
    if (this.working() || !terms) return;
    this.working.set(true);
    const body = { terms: terms.hash, ...(organisation === '' ? {} : { actingFor: organisation }) };
    const address = `/api/v1/datasets/${id}/commands/accept-terms`;
    const answer = await this.calls.send({ method: 'POST', address, body, answer: 'command' });
    this.working.set(false);
    const problem = 'problem' in answer ? answer.problem : undefined;
    this.refused.set(
      problem && (problem.code === 'catalogue.terms-changed' ? this.t.stale : (problem.detail ?? this.t.failed)),
    );
    if (problem?.code === 'catalogue.terms-changed' || !problem) this.changed.emit();
    if (!problem) this.announcer.say(this.t.done);
  }
}
