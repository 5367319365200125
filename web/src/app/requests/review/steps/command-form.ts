import { Component, computed, inject, input } from '@angular/core';
import { ControlOf, FormFaults, idOf } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import { useTexts } from '#ui';
import { addedTo } from '../own-texts.ts';
import { Review } from '../review.ts';
import { Typing } from '../typing.ts';
import { bodyOf, fieldsOf, hasCode, unchosenFaults, withCode, type PlainCommand, type Values } from './command-plan.ts';
import { commandTexts } from './command-texts.ts';
import { OwnTextsBox } from './own-texts-box.ts';
import { StepButtons } from './step-buttons.ts';

const nothing: Values = {};

/** The form of a command that is a list of fields. */
@Component({
  selector: 'wl-command-form',
  imports: [ControlOf, EditField, OwnTextsBox, StepButtons],
  templateUrl: './command-form.html',
})
export class CommandForm {
  private readonly typing = inject(Typing);
  protected readonly review = inject(Review);
  protected readonly faults = inject(FormFaults);
  readonly command = input.required<PlainCommand>();
  /** The piece of work that it does, or that it is first about. */
  readonly task = input<string>();
  protected readonly t = useTexts(commandTexts);
  protected readonly idOf = idOf;
  protected readonly hasCode = hasCode;
  /** Advice is typed for one piece of work; everything else for the case. */
  private readonly name = computed(() =>
    this.command() === 'advise' ? `advise:${this.task() ?? ''}` : this.command(),
  );
  private readonly start = computed<Values>(() => {
    const task = this.task();
    return this.command() === 'assign' && task !== undefined ? { task } : nothing;
  });
  protected readonly values = computed<Values>(() => this.typing.read(this.name(), this.start()));
  protected readonly fields = computed(() => {
    const view = this.review.view();
    if (!view) return [];
    const planning = { view, reference: this.review.reference(), values: this.values(), t: this.t };
    return fieldsOf(this.command(), planning);
  });
  protected readonly effect = computed(() => this.t.effects[this.command()]);

  protected type(field: string, value: string): void {
    this.typing.write(this.name(), { ...this.values(), [field]: value });
  }

  protected choose(field: string, code: string, chosen: boolean): void {
    this.type(field, withCode(this.values()[field], code, chosen));
  }

  protected add(field: string, text: string): void {
    this.type(field, addedTo(this.values()[field] ?? '', text));
  }

  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.review.working()) return;
    const [command, name, fields, values] = [this.command(), this.name(), this.fields(), this.values()];
    const unchosen = unchosenFaults(fields, values, { choose: this.t.chooseOne, date: this.t.dateMissing });
    if (unchosen.length > 0) return this.review.fault(unchosen);
    const task = command === 'advise' ? this.task() : undefined;
    if ((await this.review.give(command, bodyOf(fields, values, task))) === 'done') this.typing.forget(name);
  }
}
