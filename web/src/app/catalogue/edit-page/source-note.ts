import { Component, computed, inject, input } from '@angular/core';
import type { DescribedField } from '#catalogue/domain';
import { useTexts } from '#ui';
import { inWords } from '../dataset-page/kept-against-source.ts';
import { EditSession } from './edit-session.ts';
import { editTexts } from './edit-texts.ts';
import { textFields, type TextField } from './edit-model.ts';

/** Under a field: who set it and, where the source differs from what was set here, what the source says. */
@Component({
  selector: 'wl-source-note',
  template: `
    @if (source(); as source) {
      @if (source.sourceSays !== undefined) {
        <p class="source-note source-note-kept">
          {{ t.sourceSays }}: “{{ words() }}”
          @if (usable() !== undefined) {
            <button class="link-button" type="button" (click)="use()">{{ t.useSource }}</button>
          }
        </p>
      } @else {
        <p class="source-note">{{ source.setBy === 'import' ? t.fromSource : t.setHere }}</p>
      }
    }
  `,
})
export class SourceNote {
  private readonly edit = inject(EditSession);
  readonly field = input.required<DescribedField>();
  protected readonly t = useTexts(editTexts);
  /** Said only of records that are read from another catalogue: in all others every field was set here. */
  protected readonly source = computed(() => {
    const base = this.edit.base();
    return base?.source ? base.fieldSources[this.field()] : undefined;
  });
  protected readonly words = computed(() => inWords(this.source()?.sourceSays));
  /** What the source says, where it fits into this field as it is. */
  protected readonly usable = computed(() => {
    const says = this.source()?.sourceSays;
    const isText = (textFields as readonly string[]).includes(this.field());
    if (!isText) return undefined;
    if (typeof says === 'string') return says;
    return Array.isArray(says) && says.every((one) => typeof one === 'string')
      ? says.join(this.field() === 'conformsTo' ? '\n' : ', ')
      : undefined;
  });

  protected use(): void {
    const says = this.usable();
    if (says !== undefined) this.edit.set(this.field() as TextField, says);
  }
}
