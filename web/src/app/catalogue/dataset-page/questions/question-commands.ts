import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import type { DatasetQuestions, DatasetQuestionView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { SharingCommands } from '../../../requests/sharing-commands.ts';
import { Announcer } from '../../../shell/announcer.ts';
import type { Fault } from '../../../shell/problem.ts';
import { RefusalSummary } from '../../commands/refusal-summary.ts';
import { Refusals } from '../../commands/refusals.ts';
import { EditField } from '../../edit-page/edit-field.ts';
import { ControlOf, FormFaults } from '../../edit-page/form-faults.ts';
import { questionCommandAt, type QuestionCommand } from './questions-api.ts';
import { questionsTexts } from './questions-texts.ts';

/** What this reader may do about one question: answer it, pass it on, close it, take it back, show it no longer. */
@Component({
  selector: 'wl-question-commands',
  imports: [ControlOf, EditField, RefusalSummary],
  providers: [FormFaults, Refusals],
  templateUrl: './question-commands.html',
})
export class QuestionCommands {
  private readonly commands = inject(SharingCommands);
  private readonly announcer = inject(Announcer);
  private readonly refusals = inject(Refusals);
  private readonly summary = viewChild.required(RefusalSummary);
  readonly question = input.required<DatasetQuestionView>();
  readonly passOnTo = input.required<DatasetQuestions['passOnTo']>();
  /** The question is not as it was, or not as it was thought to be. */
  readonly changed = output();
  protected readonly t = useTexts(questionsTexts);
  protected readonly working = signal(false);
  /** The form that is open. */
  protected readonly opened = signal<QuestionCommand | undefined>(undefined);

  protected may(command: QuestionCommand): boolean {
    return this.question().allowedCommands.includes(command);
  }

  /** Places of the forms on the page: each question has its own. */
  protected place(command: QuestionCommand, field: string): string {
    return `${command}-${this.question().id}.${field}`;
  }

  protected turn(command: QuestionCommand, open: boolean): void {
    if (open) this.opened.set(command);
    else if (this.opened() === command) this.opened.set(undefined);
  }

  protected answerIt(submitted: Event): Promise<void> {
    const answers = answersOf(submitted);
    const text = one(answers, 'text');
    const missing = text === '' ? [{ path: 'text', message: this.t.answerMissing }] : [];
    return this.give('answer', { text, publish: answers.has('publish') }, missing, this.t.answerDone);
  }

  protected passItOn(submitted: Event): Promise<void> {
    const answers = answersOf(submitted);
    const [organisation, reason] = [one(answers, 'organisation'), one(answers, 'reason')];
    const missing = [
      ...(organisation === '' ? [{ path: 'organisation', message: this.t.passOnMissing }] : []),
      ...(reason === '' ? [{ path: 'reason', message: this.t.reasonMissing }] : []),
    ];
    const name = this.passOnTo().find(({ id }) => id === organisation)?.name ?? '';
    return this.give('pass-on', { organisation, reason }, missing, this.t.passOnDone(name));
  }

  protected closeIt(submitted: Event): Promise<void> {
    const reason = one(answersOf(submitted), 'reason');
    const missing = reason === '' ? [{ path: 'reason', message: this.t.reasonMissing }] : [];
    return this.give('close', { reason }, missing, this.t.closeDone);
  }

  protected takeItBack(): Promise<void> {
    return this.give('close', {}, [], this.t.takeBackDone);
  }

  protected unpublishIt(): Promise<void> {
    return this.give('unpublish', {}, [], this.t.unpublishDone);
  }

  private async give(command: QuestionCommand, said: object, missing: readonly Fault[], done: string): Promise<void> {
    if (this.working()) return;
    const { id, revision, actFor } = this.question();
    const place = `${command}-${id}`;
    if (this.refusals.tell(place, missing)) return this.summary().focus();
    this.working.set(true);
    const body = { revision, ...(actFor === undefined ? {} : { actingFor: actFor }), ...said };
    const answer = await this.commands.give(questionCommandAt(id, command), body);
    this.working.set(false);
    if ('done' in answer) {
      this.announcer.say(done);
      this.opened.set(undefined);
      return this.changed.emit();
    }
    const { stale, forbidden } = this.t;
    this.refusals.explain({ place, fields: ['text', 'organisation', 'reason'], stale, forbidden }, answer.problem);
    this.summary().focus();
    if (answer.problem.status === 409) this.changed.emit();
  }
}

function answersOf(submitted: Event): FormData {
  submitted.preventDefault();
  return new FormData(submitted.target as HTMLFormElement);
}

const one = (answers: FormData, name: string): string => String(answers.get(name) ?? '').trim();
