import { afterRenderEffect, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { commentsOn, emptyReturn } from '../comments.ts';
import { DaysLeft } from '../days-left.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { Typing } from '../typing.ts';
import { CommandForm } from './command-form.ts';
import { isPlain, taskWords } from './command-plan.ts';
import { commandTexts } from './command-texts.ts';
import { DecideForm } from './decide-form.ts';
import { MoreActions } from './more-actions.ts';
import { ReturnForm, returnFormName } from './return-form.ts';
import { StepOutcome } from './step-outcome.ts';
import { stepsOf } from './step-of-task.ts';
import { ValidateForm } from './validate-form.ts';

/** What waits for this reader, with its form; or the action that they chose instead. One form at a time. */
@Component({
  selector: 'wl-step-panel',
  imports: [CommandForm, DaysLeft, DecideForm, MoreActions, ReturnForm, StepOutcome, ValidateForm],
  templateUrl: './step-panel.html',
})
export class StepPanel {
  private readonly typing = inject(Typing);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly more = viewChild(MoreActions);
  private before: string | undefined;
  protected readonly review = inject(Review);
  protected readonly t = useTexts(reviewTexts);
  protected readonly words = useTexts(commandTexts);
  protected readonly taskWords = taskWords;
  protected readonly steps = computed(() => {
    const view = this.review.view();
    return view ? stepsOf(view) : [];
  });
  protected readonly step = computed(
    () => this.steps().find(({ task }) => task.id === this.review.task()) ?? this.steps()[0],
  );
  /** The action that was chosen, as long as it is allowed. */
  protected readonly action = computed(() => {
    const action = this.review.action();
    return action && this.review.view()?.allowedCommands.includes(action) ? action : undefined;
  });
  protected readonly plainAction = computed(() => {
    const action = this.action();
    return action !== undefined && isPlain(action) ? action : undefined;
  });
  protected readonly plainStep = computed(() => {
    const command = this.step()?.command;
    return command !== undefined && isPlain(command) ? command : undefined;
  });
  /** Whose turn it is where nothing waits for this reader. */
  protected readonly others = computed(() =>
    (this.review.view()?.tasks ?? []).filter(({ state }) => state.code === 'open'),
  );
  /** Comments written beside answers and not sent yet. */
  protected readonly collected = computed(
    () => commentsOn(this.typing.read(returnFormName, emptyReturn), this.review.view()?.sections ?? []).length,
  );
  protected readonly mayReturn = computed(() => this.review.view()?.allowedCommands.includes('return') ?? false);

  constructor() {
    afterRenderEffect(() => {
      const action = this.action();
      if (action === this.before) return;
      this.before = action;
      if (action !== undefined) this.heading()?.nativeElement.focus();
      else if (!this.review.done()) this.more()?.focus();
    });
  }
}
