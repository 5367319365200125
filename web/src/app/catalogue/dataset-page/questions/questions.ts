import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Loading, Notice, useTexts } from '#ui';
import { Session } from '../../../session/session.ts';
import { Announcer } from '../../../shell/announcer.ts';
import { CurrentPage } from '../../../shell/current-page.ts';
import { AskForm } from './ask-form.ts';
import { QuestionItem } from './question-item.ts';
import { questionsAbout } from './questions-api.ts';
import { questionsTexts } from './questions-texts.ts';

/** Questions about a dataset with their answers, and asking one; fetched when a reader comes to it. */
@Component({
  selector: 'wl-questions',
  imports: [AskForm, Loading, Notice, QuestionItem, RouterLink],
  templateUrl: './questions.html',
})
export class Questions {
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  protected readonly page = inject(CurrentPage);
  /** Slug or id of the dataset. */
  readonly dataset = input.required<string>();
  protected readonly t = useTexts(questionsTexts);
  /** The question that the list goes on after. */
  protected readonly after = signal<string | undefined>(undefined);
  /** Whether the form is open. */
  protected readonly asking = signal(false);
  protected readonly sent = signal(false);
  private readonly answer = questionsAbout(this.dataset, this.after);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly failed = computed(() => this.answer.error() !== undefined);
  protected readonly signedOut = computed(() => this.session.known() && this.session.person() === null);

  protected readAgain(): void {
    this.answer.reload();
  }

  protected thank(publisher: string): void {
    this.asking.set(false);
    this.sent.set(true);
    this.announcer.say(this.t.askDone(publisher));
    this.after.set(undefined);
    this.readAgain();
  }
}
