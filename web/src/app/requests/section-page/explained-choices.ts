import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Answer, Question } from '#sharing/domain';
import { useTexts } from '#ui';
import { sectionTexts } from './section-texts.ts';
import { textsIn, withExplanation } from './typed-answer.ts';

/** Several choices, each explained in a field that appears beneath it. */
@Component({
  selector: 'wl-explained-choices',
  template: `
    @for (choice of question().choices; track choice.code) {
      @let id = 'q-' + question().id + '-' + choice.code;
      <label class="check">
        <input type="checkbox" [checked]="chosen(choice.code)" (change)="toggle(choice.code)" />
        <span
          >{{ choice.label }}
          @if (choice.hint) {
            <br /><span class="secondary small">{{ choice.hint }}</span>
          }
        </span>
      </label>
      @if (chosen(choice.code)) {
        <div class="explanation">
          <label class="label" [for]="id">{{ t.explain(choice.label) }}</label>
          <textarea
            #field
            class="textarea textarea-short textarea-growing"
            [id]="id"
            [value]="texts()[choice.code] ?? ''"
            (input)="explain(choice.code, field.value)"
            (blur)="left.emit()"
          ></textarea>
        </div>
      }
    }
  `,
})
export class ExplainedChoices {
  /** Explanations of choices that were taken back: whoever chooses one again finds what was typed. */
  private readonly before = new Map<string, string>();
  readonly question = input.required<Question>();
  readonly answer = input.required<Answer | undefined>();
  readonly answered = output<Answer>();
  readonly left = output();
  protected readonly t = useTexts(sectionTexts);
  /** As it was last given here: the page brings it back a moment later. */
  private readonly current = linkedSignal(() => this.answer());
  protected readonly texts = computed(() => textsIn(this.current()));

  protected chosen(code: string): boolean {
    return Object.hasOwn(this.texts(), code);
  }

  protected explain(code: string, text: string): void {
    this.say(withExplanation(this.current(), code, text));
  }

  protected toggle(code: string): void {
    if (this.chosen(code)) {
      this.before.set(code, this.texts()[code] ?? '');
      this.say(withExplanation(this.current(), code, undefined));
    } else this.explain(code, this.before.get(code) ?? '');
    this.left.emit();
  }

  private say(answer: Answer): void {
    this.current.set(answer);
    this.answered.emit(answer);
  }
}
