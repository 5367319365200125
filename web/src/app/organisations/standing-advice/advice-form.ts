import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { StandingAdviceList } from '#sharing/contracts';
import { useTexts } from '#ui';
import { RefusalSummary } from '../../catalogue/commands/refusal-summary.ts';
import { Refusals } from '../../catalogue/commands/refusals.ts';
import { EditField } from '../../catalogue/edit-page/edit-field.ts';
import { ControlOf, FormFaults, idOf } from '../../catalogue/edit-page/form-faults.ts';
import { SharingCommands } from '../../requests/sharing-commands.ts';
import { adviceAnswersIn, adviceBody, adviceFaults } from './advice-answers.ts';
import { giveAdviceAt } from './advice-api.ts';
import { adviceTexts } from './advice-texts.ts';

/** As many datasets as are offered at once; typing finds the others. */
const mostShown = 30;

/** An adviser gives advice for a class of cases. */
@Component({
  selector: 'wl-advice-form',
  imports: [ControlOf, EditField, RefusalSummary],
  providers: [FormFaults, Refusals],
  templateUrl: './advice-form.html',
})
export class AdviceForm {
  private readonly commands = inject(SharingCommands);
  private readonly refusals = inject(Refusals);
  private readonly summary = viewChild.required(RefusalSummary);
  /** Id of the organisation. */
  readonly organisation = input.required<string>();
  readonly list = input.required<StandingAdviceList>();
  readonly given = output();
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(adviceTexts);
  protected readonly idOf = idOf;
  protected readonly working = signal(false);
  protected readonly someDatasets = signal(false);
  protected readonly somePurposes = signal(false);
  /** What the reader types to find a dataset. */
  protected readonly words = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  private readonly found = computed(() => {
    const wanted = this.words().trim().toLowerCase();
    return this.list().datasets.filter(({ title }) => title.toLowerCase().includes(wanted));
  });
  protected readonly shown = computed(() => {
    const chosen = this.list().datasets.filter(({ id }) => this.chosen().has(id));
    const others = this.found().filter(({ id }) => !this.chosen().has(id));
    return [...chosen, ...others.slice(0, mostShown)];
  });
  protected readonly howMany = computed(() => {
    const others = this.found().filter(({ id }) => !this.chosen().has(id)).length;
    return this.t.findHint(Math.min(others, mostShown), others);
  });

  protected choose(dataset: string, is: boolean): void {
    const chosen = new Set(this.chosen());
    if (is) chosen.add(dataset);
    else chosen.delete(dataset);
    this.chosen.set(chosen);
  }

  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    const form = submitted.target as HTMLFormElement;
    const answers = adviceAnswersIn(new FormData(form), this.chosen());
    if (this.refusals.tell('advice', adviceFaults(this.t, answers))) return this.summary().focus();
    this.working.set(true);
    const answer = await this.commands.give(
      giveAdviceAt(this.organisation()),
      adviceBody(this.organisation(), answers),
    );
    this.working.set(false);
    if ('problem' in answer) {
      const fields = ['label', 'verdict', 'lane', 'datasets', 'purposeClasses', 'until', 'text'];
      const { stale, forbidden } = this.t;
      this.refusals.explain({ place: 'advice', fields, stale, forbidden }, answer.problem);
      return this.summary().focus();
    }
    form.reset();
    this.someDatasets.set(false);
    this.somePurposes.set(false);
    this.chosen.set(new Set());
    this.given.emit();
  }
}
