import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedDatasetView } from '#sharing/contracts';
import type { BasketItem } from '#sharing/domain';
import { AccessBadge, Notice, useTexts } from '#ui';
import { Announcer } from '../../shell/announcer.ts';
import { saysWhat, withColumns, withoutReason, withReason, withWhole, withWords } from './column-choice.ts';
import { ColumnPicker } from './column-picker.ts';
import { dataTexts } from './data-texts.ts';

/** What is wanted of one dataset: columns with reasons, fields and rows in words, or all of it. */
@Component({
  selector: 'wl-dataset-choice',
  imports: [AccessBadge, ColumnPicker, Notice, RouterLink],
  templateUrl: './dataset-choice.html',
})
export class DatasetChoice {
  private readonly announcer = inject(Announcer);
  /** Reasons of columns that were taken back: whoever chooses one again finds what was typed. */
  private readonly reasonsBefore = new Map<string, string>();
  readonly item = input.required<BasketItem>();
  readonly dataset = input.required<AskedDatasetView>();
  /** Whether it is said that something is missing. */
  readonly looked = input(false);
  readonly changed = output<BasketItem>();
  readonly removed = output();
  readonly left = output();
  protected readonly t = useTexts(dataTexts);
  protected readonly oneReason = signal('');
  /** The item before one reason was used for several columns. */
  protected readonly before = signal<BasketItem | undefined>(undefined);
  protected readonly id = computed(() => `d-${this.dataset().id}`);
  /** As it was last chosen here: the page brings it back a moment later. */
  protected readonly current = linkedSignal(() => this.item());
  protected readonly listed = computed(() => this.dataset().available);
  protected readonly chosen = computed(() => new Set(this.current().columns.map(({ column }) => column)));
  protected readonly rows = computed(() => {
    const known = new Map(this.listed().map((column) => [column.id, column]));
    return this.current().columns.map(({ column, justification }) => ({
      id: column,
      name: known.get(column)?.name ?? this.t.gone,
      title: known.get(column)?.title,
      justification,
    }));
  });
  protected readonly empty = computed(() => withoutReason(this.current()));
  protected readonly fault = computed(() => (this.looked() && !saysWhat(this.current()) ? this.t.missing : undefined));

  protected choose(choice: { readonly columns: readonly string[]; readonly chosen: boolean }): void {
    for (const { column, justification } of this.current().columns) this.reasonsBefore.set(column, justification);
    this.say(withColumns(this.current(), choice, { listed: this.listed(), before: this.reasonsBefore }));
  }

  protected explain(column: string, reason: string): void {
    this.say(withReason(this.current(), [column], reason));
  }

  protected useReason(columns: readonly string[]): void {
    this.before.set(this.current());
    this.say(withReason(this.current(), columns, this.oneReason()));
    this.announcer.say(this.t.used(columns.length));
  }

  protected undoReason(): void {
    const before = this.before();
    this.before.set(undefined);
    if (!before) return;
    this.say({ ...this.current(), columns: before.columns });
    this.announcer.say(this.t.undone);
  }

  protected allChosen(): readonly string[] {
    return this.current().columns.map(({ column }) => column);
  }

  protected describe(part: 'fields' | 'rows', words: string): void {
    this.say(withWords(this.current(), part, words));
  }

  protected wantWhole(whole: boolean): void {
    this.say(withWhole(this.current(), whole));
    this.left.emit();
  }

  private say(item: BasketItem): void {
    this.current.set(item);
    this.changed.emit(item);
  }
}
