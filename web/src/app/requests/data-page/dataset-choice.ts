import { Component, computed, inject, input, output, signal } from '@angular/core';
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
  protected readonly listed = computed(() => this.dataset().available);
  protected readonly chosen = computed(() => new Set(this.item().columns.map(({ column }) => column)));
  protected readonly rows = computed(() => {
    const known = new Map(this.listed().map((column) => [column.id, column]));
    return this.item().columns.map(({ column, justification }) => ({
      id: column,
      name: known.get(column)?.name ?? this.t.gone,
      title: known.get(column)?.title,
      justification,
    }));
  });
  protected readonly empty = computed(() => withoutReason(this.item()));
  protected readonly fault = computed(() => (this.looked() && !saysWhat(this.item()) ? this.t.missing : undefined));

  protected choose(choice: { readonly columns: readonly string[]; readonly chosen: boolean }): void {
    for (const { column, justification } of this.item().columns) this.reasonsBefore.set(column, justification);
    this.changed.emit(withColumns(this.item(), choice, { listed: this.listed(), before: this.reasonsBefore }));
  }

  protected explain(column: string, reason: string): void {
    this.changed.emit(withReason(this.item(), [column], reason));
  }

  protected useReason(columns: readonly string[]): void {
    this.before.set(this.item());
    this.changed.emit(withReason(this.item(), columns, this.oneReason()));
    this.announcer.say(this.t.used(columns.length));
  }

  protected undoReason(): void {
    const before = this.before();
    this.before.set(undefined);
    if (!before) return;
    this.changed.emit({ ...this.item(), columns: before.columns });
    this.announcer.say(this.t.undone);
  }

  protected allChosen(): readonly string[] {
    return this.item().columns.map(({ column }) => column);
  }

  protected say(part: 'fields' | 'rows', words: string): void {
    this.changed.emit(withWords(this.item(), part, words));
  }

  protected wantWhole(whole: boolean): void {
    this.changed.emit(withWhole(this.item(), whole));
    this.left.emit();
  }
}
