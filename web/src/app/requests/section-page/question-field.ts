import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { longestOf, type Answer, type Question } from '#sharing/domain';
import { useTexts } from '#ui';
import { same } from '../draft/same.ts';
import { EvidenceField } from './evidence-field.ts';
import { ExplainedChoices } from './explained-choices.ts';
import type { AskedBack } from './asked-back.ts';
import { sectionTexts } from './section-texts.ts';
import { answerTyped, codesIn, textsIn, toggled, typedText, withDay } from './typed-answer.ts';

/** Share of the longest text from which on it is said how much is left. */
const nearTheEnd = 0.8;

/** One question of any kind: label above, hint under it, what is wrong and what an owner asked beside the field. */
@Component({
  selector: 'wl-question-field',
  imports: [EvidenceField, ExplainedChoices, NgTemplateOutlet],
  templateUrl: './question-field.html',
})
export class QuestionField {
  readonly question = input.required<Question>();
  readonly answer = input.required<Answer | undefined>();
  readonly faults = input<readonly string[]>([]);
  readonly askedBack = input<readonly AskedBack[]>([]);
  readonly request = input.required<string>();
  readonly answered = output<Answer | undefined>();
  /** The reader went on from the field. */
  readonly left = output();
  protected readonly t = useTexts(sectionTexts);
  protected readonly id = computed(() => `q-${this.question().id}`);
  /** A day that does not exist is no value of a date field: it is said as long as it stands there. */
  private readonly badDays = signal<readonly string[]>([]);
  protected readonly words = computed(() =>
    this.badDays().length > 0 && this.faults().length === 0 ? [this.t.badDay] : this.faults(),
  );
  /** As it is typed: an answer that says the same leaves it alone, so that nothing jumps under the fingers. */
  protected readonly typed = linkedSignal<{ question: Question; answer: Answer | undefined }, string>({
    source: () => ({ question: this.question(), answer: this.answer() }),
    computation: ({ question, answer }, previous) =>
      previous !== undefined &&
      previous.source.question.id === question.id &&
      same(answerTyped(question, previous.value), answer)
        ? previous.value
        : typedText(question, answer),
  });
  /** As it was last given here: the page brings it back a moment later. */
  protected readonly current = linkedSignal(() => this.answer());
  protected readonly codes = computed(() => codesIn(this.current()));
  protected readonly days = computed(() => textsIn(this.current()));
  protected readonly need = computed(() => {
    const { required } = this.question();
    if (required === undefined) return this.t.optional;
    return required === 'to-submit' ? this.t.toSubmit : this.t.toApprove;
  });
  protected readonly charactersLeft = computed(() => {
    const { kind } = this.question();
    const longest = longestOf(this.question());
    if ((kind !== 'line' && kind !== 'text') || this.typed().length < longest * nearTheEnd) return undefined;
    return this.t.charactersLeft(longest - this.typed().length);
  });
  protected readonly describedBy = computed(
    () =>
      [
        this.question().hint ? `${this.id()}-hint` : '',
        this.words().length > 0 ? `${this.id()}-error` : '',
        this.askedBack().length > 0 ? `${this.id()}-asked` : '',
      ]
        .filter(Boolean)
        .join(' ') || null,
  );
  /** A group of fields has a legend, one field a label. */
  protected readonly grouped = computed(() =>
    ['choice', 'choices', 'explained-choices', 'yes-no', 'period', 'files'].includes(this.question().kind),
  );

  protected say(answer: Answer | undefined): void {
    this.current.set(answer);
    this.answered.emit(answer);
  }

  /** A choice is whole at once: it is saved without waiting for more. */
  protected choose(answer: Answer | undefined): void {
    this.say(answer);
    this.left.emit();
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.say(answerTyped(this.question(), text));
  }

  protected toggle(code: string): void {
    const order = (this.question().choices ?? []).map((choice) => choice.code);
    this.choose(toggled(this.codes(), code, order));
  }

  protected setDay(field: HTMLInputElement, day: 'from' | 'until' | 'only'): void {
    this.badDays.update((days) => [...days.filter((one) => one !== day), ...(field.validity.badInput ? [day] : [])]);
    if (field.validity.badInput) return;
    this.say(day === 'only' ? field.value : withDay(this.current(), day, field.value));
  }
}
