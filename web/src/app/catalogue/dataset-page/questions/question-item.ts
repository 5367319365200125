import { Component, computed, input, output } from '@angular/core';
import type { DatasetQuestions, DatasetQuestionView } from '#sharing/contracts';
import { Icon, type IconName, useTexts } from '#ui';
import { QuestionCommands } from './question-commands.ts';
import { questionsTexts } from './questions-texts.ts';

const looks: Readonly<
  Record<DatasetQuestionView['state']['code'], { readonly icon: IconName; readonly badge: string }>
> = {
  asked: { icon: 'pending', badge: 'badge-ochre' },
  answered: { icon: 'done', badge: 'badge-way' },
  closed: { icon: 'closed', badge: 'badge-water' },
};

/** One question with its answer, and what became of it for those concerned. */
@Component({
  selector: 'wl-question-item',
  imports: [Icon, QuestionCommands],
  template: `
    <article class="result">
      <p class="moment-line">
        <span>{{ whoAsked() }}</span>
        <span>{{ t.asked(question().askedAt) }}</span>
        <span class="badge" [class]="look().badge"><wl-icon [name]="look().icon" />{{ question().state.label }}</span>
      </p>
      <p class="kept-lines">{{ question().text }}</p>
      @if (question().passedOn; as passedOn) {
        <p class="secondary">
          {{ t.passedOnBy(passedOn.by.name) }} {{ t.waitsFor(question().organisation.name) }}
          @if (passedOn.reason) {
            {{ t.reason }}: {{ passedOn.reason }}
          }
        </p>
      }
      @if (question().answer; as answer) {
        <div class="source">
          <p class="label">{{ t.answerOf(question().organisation.name, answer.at) }}</p>
          <p class="kept-lines">{{ answer.text }}</p>
        </div>
      }
      @if (question().closed; as closed) {
        <p class="secondary">
          @if (closed.takenBack) {
            {{ t.takenBack }}
          }
          @if (closed.reason) {
            {{ t.reason }}: {{ closed.reason }}
          }
        </p>
      }
      @if (whoReads(); as words) {
        <p class="small secondary">{{ words }}</p>
      }
      @if (question().allowedCommands.length > 0) {
        <wl-question-commands [question]="question()" [passOnTo]="passOnTo()" (changed)="changed.emit()" />
      }
    </article>
  `,
})
export class QuestionItem {
  readonly question = input.required<DatasetQuestionView>();
  readonly passOnTo = input.required<DatasetQuestions['passOnTo']>();
  readonly changed = output();
  protected readonly t = useTexts(questionsTexts);
  protected readonly look = computed(() => looks[this.question().state.code]);
  protected readonly whoAsked = computed(() => {
    const { mine, asker } = this.question();
    if (mine) return this.t.you;
    return asker === undefined ? this.t.somebody : this.t.whoAsked(asker.name, asker.organisation?.name);
  });
  /** For those concerned: who else reads it. */
  protected readonly whoReads = computed(() => {
    const { mine, asker, published } = this.question();
    if (asker === undefined) return undefined;
    if (published) return this.t.shown;
    return mine ? this.t.onlyYours : this.t.onlyOffice;
  });
}
