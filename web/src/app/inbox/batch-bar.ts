import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { InboxItem } from '#sharing/contracts';
import { Dialog, Icon, useTexts } from '#ui';
import { organisationAt } from '../organisations/organisations-api.ts';
import { referenceLists } from '../requests/review/review-api.ts';
import { caseCommandAt, SharingCommands } from '../requests/sharing-commands.ts';
import type { Problem } from '../shell/problem.ts';
import { oneOrganisation, rowsFor, runBatch, type BatchAction, type BatchResult } from './batch.ts';
import { inboxTexts } from './inbox-texts.ts';

/** What may be done to all that is chosen: assign it, or ask for advice. One command for each, and what came of each. */
@Component({
  selector: 'wl-batch-bar',
  imports: [Dialog, Icon],
  templateUrl: './batch-bar.html',
})
export class BatchBar {
  private readonly commands = inject(SharingCommands);
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  readonly chosen = input.required<readonly InboxItem[]>();
  readonly none = output();
  /** Commands were given: the list is another now. */
  readonly done = output();
  protected readonly t = useTexts(inboxTexts);
  protected readonly asked = signal<BatchAction['command'] | undefined>(undefined);
  protected readonly missing = signal(false);
  protected readonly working = signal(false);
  protected readonly results = signal<readonly BatchResult[]>([]);
  protected readonly doneCount = computed(() => this.results().filter(({ problem }) => !problem).length);
  protected readonly organisation = computed(() => oneOrganisation(this.chosen()));
  protected readonly cases = computed(() => rowsFor('ask-advice', this.chosen()).length);
  private readonly house = organisationAt(() => (this.asked() === 'assign' ? this.organisation()?.slug : undefined));
  protected readonly people = computed(() => (this.house.hasValue() ? (this.house.value()?.people ?? []) : []));
  protected readonly peopleFailed = computed(() => this.house.error() !== undefined);
  private readonly reference = referenceLists(() => this.asked() === 'ask-advice');
  protected readonly advisers = computed(() =>
    this.reference.hasValue() ? (this.reference.value()?.adviceLabels ?? []) : [],
  );
  protected readonly heading = computed(() =>
    this.asked() === 'assign' ? this.t.assignTitle(this.chosen().length) : this.t.adviceTitle(this.cases()),
  );

  constructor() {
    afterRenderEffect(() => {
      if (this.results().length > 0) this.outcome()?.nativeElement.focus();
    });
  }

  protected open(command: BatchAction['command']): void {
    this.missing.set(false);
    this.asked.set(command);
  }

  /** Reads the open dialog's form and gives the command for each row. */
  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const command = this.asked();
    if (!command || this.working()) return;
    const answers = new FormData(submitted.target as HTMLFormElement);
    const one = (name: string): string => String(answers.get(name) ?? '');
    const choice = one(command === 'assign' ? 'person' : 'label');
    this.missing.set(choice === '');
    if (choice === '') return;
    const action: BatchAction =
      command === 'assign' ? { command, person: choice } : { command, label: choice, question: one('question') };
    this.working.set(true);
    const results = await runBatch(action, this.chosen(), ({ item, body }) =>
      this.commands.give(caseCommandAt(item.request, item.case, command), body),
    );
    this.working.set(false);
    this.asked.set(undefined);
    this.results.set(results);
    this.done.emit();
  }

  protected words({ status, detail, faults }: Problem): string {
    if (status === 409) return this.t.stale;
    if (status === 0) return this.t.offline;
    if (status === 401) return this.t.ended;
    return faults[0]?.message ?? (status >= 500 || status < 0 ? this.t.failed : (detail ?? this.t.failed));
  }
}
