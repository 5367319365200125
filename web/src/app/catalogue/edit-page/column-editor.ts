import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Icon, useTexts } from '#ui';
import { uuidv7 } from '#kernel';
import { EditField } from './edit-field.ts';
import { emptyColumn, type ColumnModel } from './edit-model.ts';
import { EditSession } from './edit-session.ts';
import { editTexts } from './edit-texts.ts';
import { EntryFocus } from './entry-focus.ts';
import { ControlOf, FormFaults } from './form-faults.ts';
import { moved, without } from './list-order.ts';

/** Types of a column (Table Schema, Frictionless Data). */
export const columnTypes = [
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'year',
  'geopoint',
  'geojson',
  'any',
] as const;

const atOnce = 50;

/** The columns, each folded away until it is opened: many files have hundreds. */
@Component({
  selector: 'wl-column-editor',
  imports: [ControlOf, EditField, FormField, Icon],
  templateUrl: './column-editor.html',
})
export class ColumnEditor {
  private readonly edit = inject(EditSession);
  private readonly focus = inject(EntryFocus);
  protected readonly faults = inject(FormFaults);
  readonly form = input.required<FieldTree<readonly ColumnModel[]>>();
  readonly sensitivities = input.required<readonly { readonly code: string; readonly label: string }[]>();
  protected readonly t = useTexts(editTexts);
  protected readonly types = columnTypes;
  protected readonly shown = signal(atOnce);
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  private readonly all = computed(() => this.edit.model().columns);
  protected readonly rows = computed(() => this.all().slice(0, this.shown()));
  protected readonly left = computed(() => this.all().length - this.rows().length);

  protected isOpen(key: string, at: number): boolean {
    return this.opened().has(key) || this.faults.within(`columns.${at}`);
  }

  protected setOpen(key: string, event: Event): void {
    const open = (event.target as HTMLDetailsElement).open;
    if (this.opened().has(key) === open) return;
    this.opened.update((keys) => (open ? new Set([...keys, key]) : new Set([...keys].filter((one) => one !== key))));
  }

  /** Types of feeds differ from ours: one that is not in the list stays as it is. */
  protected typesFor(type: string): readonly string[] {
    return (this.types as readonly string[]).includes(type) || type === '' ? this.types : [type, ...this.types];
  }

  protected add(): void {
    const key = uuidv7(Date.now());
    const at = this.all().length;
    this.shown.update((shown) => Math.max(shown, at + 1));
    this.opened.update((keys) => new Set([...keys, key]));
    this.edit.set('columns', [...this.all(), emptyColumn(key)]);
    this.focus.to([`columns-${at}-name`], '');
  }

  protected move(from: number, to: number): void {
    const name = this.all()[from]?.name || this.t.unnamedColumn;
    this.edit.set('columns', moved(this.all(), from, to));
    this.focus.to(
      [`columns-${to}-${to < from ? 'up' : 'down'}`, `columns-${to}-summary`],
      this.t.movedTo(name, to + 1),
    );
  }

  protected remove(at: number): void {
    const name = this.all()[at]?.name || this.t.unnamedColumn;
    this.edit.set('columns', without(this.all(), at));
    this.focus.to([`columns-${at}-summary`, `columns-${at - 1}-summary`, 'add-column'], this.t.removed(name));
  }
}
