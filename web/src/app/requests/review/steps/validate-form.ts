import { Component, computed, inject } from '@angular/core';
import { ControlOf, FormFaults, idOf } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import { useTexts } from '#ui';
import { Review } from '../review.ts';
import { Typing } from '../typing.ts';
import { commandTexts } from './command-texts.ts';
import { lanesFrom } from './lane-order.ts';
import { StepButtons } from './step-buttons.ts';
import {
  choosable,
  validateBody,
  validateStart,
  wantsColumns,
  withChosen,
  type ValidateModel,
} from './validate-model.ts';

const form = 'validate';

/** The first check: the law that applies, the care it needs, and fields in words turned into columns. */
@Component({
  selector: 'wl-validate-form',
  imports: [ControlOf, EditField, StepButtons],
  templateUrl: './validate-form.html',
})
export class ValidateForm {
  private readonly typing = inject(Typing);
  protected readonly review = inject(Review);
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(commandTexts);
  protected readonly idOf = idOf;
  protected readonly choosable = choosable;
  private readonly start = computed(() => {
    const view = this.review.view();
    return validateStart(view ?? { proposedRegime: '', lane: { code: 'A', label: '' } });
  });
  protected readonly model = computed(() => this.typing.read(form, this.start()));
  protected readonly lanes = computed(() => {
    const from = lanesFrom(this.review.view()?.lane.code ?? 'A');
    return (this.review.reference()?.lanes ?? []).filter(({ code }) => from.includes(code));
  });
  /** The choice typed before, unless the case has been raised above it meanwhile. */
  protected readonly lane = computed(() => {
    const typed = this.model().lane;
    return this.lanes().some(({ code }) => code === typed) ? typed : (this.review.view()?.lane.code ?? 'A');
  });
  protected readonly described = computed(() => (this.review.view()?.asked ?? []).filter(wantsColumns));

  protected set(changes: Partial<ValidateModel>): void {
    this.typing.write(form, { ...this.model(), ...changes });
  }

  protected choose(dataset: string, column: string, chosen: boolean): void {
    this.set(withChosen(this.model(), dataset, column, chosen));
  }

  protected takeWhole(dataset: string, whole: boolean): void {
    const others = this.model().whole.filter((id) => id !== dataset);
    this.set({ whole: whole ? [...others, dataset] : others });
  }

  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const view = this.review.view();
    if (!view || this.review.working()) return;
    if (this.model().regime === '') return this.review.fault([{ path: 'regime', message: this.t.chooseOne }]);
    if ((await this.review.give('validate', validateBody(view, this.model()))) === 'done') this.typing.forget(form);
  }
}
