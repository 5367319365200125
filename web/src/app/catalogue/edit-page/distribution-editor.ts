import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Icon, useTexts } from '#ui';
import { uuidv7 } from '#kernel';
import { EditField } from './edit-field.ts';
import { emptyDistribution, type DistributionModel } from './edit-model.ts';
import { EditSession } from './edit-session.ts';
import { editTexts } from './edit-texts.ts';
import { EntryFocus } from './entry-focus.ts';
import { ControlOf, FormFaults } from './form-faults.ts';
import { moved, without } from './list-order.ts';

/** The files and services in which the data comes. */
@Component({
  selector: 'wl-distribution-editor',
  imports: [ControlOf, EditField, FormField, Icon],
  templateUrl: './distribution-editor.html',
})
export class DistributionEditor {
  private readonly edit = inject(EditSession);
  private readonly focus = inject(EntryFocus);
  protected readonly faults = inject(FormFaults);
  readonly form = input.required<FieldTree<readonly DistributionModel[]>>();
  readonly formats = input.required<readonly { readonly code: string; readonly label: string }[]>();
  protected readonly t = useTexts(editTexts);
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly rows = computed(() => this.edit.model().distributions);

  protected isOpen(key: string, at: number): boolean {
    return this.opened().has(key) || this.faults.within(`distributions.${at}`);
  }

  protected setOpen(key: string, event: Event): void {
    const open = (event.target as HTMLDetailsElement).open;
    if (this.opened().has(key) === open) return;
    this.opened.update((keys) => (open ? new Set([...keys, key]) : new Set([...keys].filter((one) => one !== key))));
  }

  protected formatOf(code: string): string {
    return this.formats().find((format) => format.code === code)?.label ?? code;
  }

  protected add(): void {
    const key = uuidv7(Date.now());
    this.opened.update((keys) => new Set([...keys, key]));
    this.focus.to([`distributions-${this.rows().length}-title`], '');
    this.edit.set('distributions', [...this.rows(), emptyDistribution(key)]);
  }

  protected move(from: number, to: number): void {
    const name = this.rows()[from]?.title || this.t.unnamedFile;
    this.edit.set('distributions', moved(this.rows(), from, to));
    this.focus.to(
      [`distributions-${to}-${to < from ? 'up' : 'down'}`, `distributions-${to}-summary`],
      this.t.movedTo(name, to + 1),
    );
  }

  protected remove(at: number): void {
    const name = this.rows()[at]?.title || this.t.unnamedFile;
    this.edit.set('distributions', without(this.rows(), at));
    this.focus.to(
      [`distributions-${at}-summary`, `distributions-${at - 1}-summary`, 'add-distribution'],
      this.t.removed(name),
    );
  }
}
