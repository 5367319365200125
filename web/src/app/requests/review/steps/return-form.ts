import { Component, computed, inject } from '@angular/core';
import { ControlOf, FormFaults } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import { useTexts } from '#ui';
import { commentsOn, emptyReturn, returnBody, withComment, type ReturnModel } from '../comments.ts';
import { Review } from '../review.ts';
import { Typing } from '../typing.ts';
import { commandTexts } from './command-texts.ts';
import { focusOn } from './focus-place.ts';
import { StepButtons } from './step-buttons.ts';

/** The name under which comments to the requester are collected. */
export const returnFormName = 'return';
/** The id of the box beside an answer in which its comment is written. */
export const commentBoxId = (question: string): string => `ask-${question}`;

/** Asks the requester for more: what was written beside the answers, and a word on the whole. */
@Component({
  selector: 'wl-return-form',
  imports: [ControlOf, EditField, StepButtons],
  template: `
    <form novalidate (submit)="give($event)">
      <p>{{ t.effects['return'] }}</p>
      <fieldset id="comments" tabindex="-1" [class.field-faulty]="faults.within('comments')">
        <legend>{{ t.returnComments }}</legend>
        @for (fault of faulty(); track $index) {
          <p class="field-error">{{ fault }}</p>
        }
        @if (comments().length > 0) {
          <ul class="return-comments">
            @for (comment of comments(); track comment.question) {
              <li>
                <strong>{{ comment.label || t.returnGone }}</strong>
                <p class="kept-lines">{{ comment.text }}</p>
                <p class="button-row">
                  @if (comment.label) {
                    <button class="button button-small" type="button" (click)="change(comment.question)">
                      {{ t.returnChange }}<span class="hidden-visually">: {{ comment.label }}</span>
                    </button>
                  }
                  <button class="button button-small button-quiet" type="button" (click)="remove(comment.question)">
                    {{ t.returnRemove }}<span class="hidden-visually">: {{ comment.label }}</span>
                  </button>
                </p>
              </li>
            }
          </ul>
        } @else {
          <p>{{ t.returnNone }}</p>
        }
      </fieldset>
      <wl-edit-field path="whole" [label]="t.returnWhole">
        <textarea
          #whole
          class="textarea"
          wlControl="whole"
          [value]="model().whole"
          (input)="set({ whole: whole.value })"
        ></textarea>
      </wl-edit-field>
      <label class="check">
        <input
          #cannot
          type="checkbox"
          [checked]="model().cannotIdentify"
          (change)="set({ cannotIdentify: cannot.checked })"
        />
        <span
          >{{ t.cannotIdentify }}<br /><span class="secondary small">{{ t.cannotIdentifyHint }}</span></span
        >
      </label>
      <wl-step-buttons command="return" />
    </form>
  `,
})
export class ReturnForm {
  private readonly typing = inject(Typing);
  private readonly review = inject(Review);
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(commandTexts);
  protected readonly model = computed(() => this.typing.read(returnFormName, emptyReturn));
  private readonly sections = computed(() => this.review.view()?.sections ?? []);
  protected readonly comments = computed(() => commentsOn(this.model(), this.sections()));
  protected readonly faulty = computed(() =>
    this.faults
      .all()
      .filter(({ path }) => path === 'comments' || path.startsWith('comments.'))
      .map(({ message }) => message),
  );

  protected set(changes: Partial<ReturnModel>): void {
    this.typing.write(returnFormName, { ...this.model(), ...changes });
  }

  protected change(question: string): void {
    const box = document.getElementById(commentBoxId(question));
    if (box) focusOn(box);
  }

  protected remove(question: string): void {
    this.typing.write(returnFormName, withComment(this.model(), question, undefined));
    document.getElementById('comments')?.focus();
  }

  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.review.working()) return;
    const given = await this.review.give('return', returnBody(this.model(), this.sections()));
    if (given === 'done') this.typing.forget(returnFormName);
  }
}
