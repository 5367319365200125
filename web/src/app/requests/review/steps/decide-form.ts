import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { ControlOf, FormFaults, idOf } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import { uuidv7 } from '#kernel';
import type { AskedDatasetView, TaskView } from '#sharing/contracts';
import type { ColumnForm } from '#sharing/domain';
import { Icon, useTexts } from '#ui';
import { Announcer } from '../../../shell/announcer.ts';
import { addedTo, OwnTexts } from '../own-texts.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { Typing } from '../typing.ts';
import {
  answersObjection,
  approvedAsAsked,
  datasetsOfTask,
  decideBody,
  decideStart,
  refusesSome,
  undecidedFaults,
  withColumn,
  type DatasetOutcome,
  type DecideModel,
} from './decide-model.ts';
import { decisionSummary } from './decide-summary.ts';
import { decideTexts } from './decide-texts.ts';
import { OwnTextsBox } from './own-texts-box.ts';
import { RecordForm } from './record-form.ts';
import { StepButtons } from './step-buttons.ts';

/** As many columns as are shown before the rest is asked for. */
const columnsAtOnce = 100;

/** The name under which a decision is kept while it is typed. */
export const decideFormName = (task: string): string => `decide:${task}`;

/** One owner decides their datasets, column by column, with reasons, conditions and the record. */
@Component({
  selector: 'wl-decide-form',
  imports: [ControlOf, EditField, Icon, OwnTextsBox, RecordForm, StepButtons],
  templateUrl: './decide-form.html',
})
export class DecideForm {
  private readonly typing = inject(Typing);
  private readonly announcer = inject(Announcer);
  private readonly own = inject(OwnTexts);
  private readonly injector = inject(Injector);
  protected readonly review = inject(Review);
  readonly task = input.required<TaskView>();
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(decideTexts);
  protected readonly shared = useTexts(reviewTexts);
  protected readonly idOf = idOf;
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  private readonly name = computed(() => decideFormName(this.task().id));
  private readonly start = computed(() => {
    const view = this.review.view();
    return decideStart(view ?? { proposedRecord: { codes: {}, words: {} } });
  });
  protected readonly model = computed(() => this.typing.read(this.name(), this.start()));
  protected readonly datasets = computed(() => {
    const view = this.review.view();
    return view ? datasetsOfTask(view, this.task()) : [];
  });
  protected readonly refuses = computed(() => refusesSome(this.model(), this.datasets()));
  protected readonly asksObjection = computed(() => {
    const view = this.review.view();
    return view !== undefined && answersObjection(view, this.model(), this.datasets());
  });
  protected readonly summary = computed(() => {
    const view = this.review.view();
    return view ? decisionSummary(this.t, view, this.task(), this.model()) : [];
  });

  protected set(changes: Partial<DecideModel>): void {
    this.typing.write(this.name(), { ...this.model(), ...changes });
  }

  protected decide(dataset: string, outcome: DatasetOutcome): void {
    this.set({ outcomes: { ...this.model().outcomes, [dataset]: outcome } });
  }

  protected give(column: string, form: string | undefined): void {
    this.set(withColumn(this.model(), column, form as ColumnForm | undefined));
  }

  protected approveAll(datasets: readonly AskedDatasetView[]): void {
    this.set(approvedAsAsked(this.model(), datasets));
  }

  protected giveNone(dataset: AskedDatasetView): void {
    this.set(dataset.columns.reduce((model, { id }) => withColumn(model, id, undefined), this.model()));
  }

  protected columnsOf(dataset: AskedDatasetView) {
    return this.opened().has(dataset.id) ? dataset.columns : dataset.columns.slice(0, columnsAtOnce);
  }

  protected showAll(dataset: string): void {
    this.opened.update((ids) => new Set([...ids, dataset]));
  }

  protected addReason(text: string): void {
    this.set({ reasons: addedTo(this.model().reasons, text) });
  }

  protected addCondition(text: string): void {
    const key = uuidv7(Date.now());
    this.set({ conditions: [...this.model().conditions, { key, text }] });
    if (text === '') this.focusSoon(`condition-${key}`);
  }

  protected changeCondition(key: string, text: string): void {
    this.set({ conditions: this.model().conditions.map((one) => (one.key === key ? { key, text } : one)) });
  }

  protected removeCondition(key: string, number: number): void {
    this.set({ conditions: this.model().conditions.filter((one) => one.key !== key) });
    this.announcer.say(this.t.removedCondition(number));
    this.focusSoon('add-condition');
  }

  protected keepCondition(text: string): void {
    const kept = this.own.add({ kind: 'condition', text });
    this.announcer.say(kept ? this.shared.ownKept : this.shared.ownNotKept);
  }

  protected follow(one: string, follows: boolean): void {
    const others = this.model().precedents.filter((id) => id !== one);
    this.set({ precedents: follows ? [...others, one] : others });
  }

  protected async record(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const view = this.review.view();
    if (!view || this.review.working()) return;
    const undecided = undecidedFaults(this.model(), this.datasets(), this.t.undecided);
    if (undecided.length > 0) return this.review.fault(undecided);
    const name = this.name();
    const given = await this.review.give('decide', decideBody(view, this.task(), this.model()));
    if (given === 'done') this.typing.forget(name);
  }

  private focusSoon(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
