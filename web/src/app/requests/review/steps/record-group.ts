import { Component, input, output } from '@angular/core';
import { ControlOf } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import type { SharingReference } from '#sharing/contracts';
import { useTexts } from '#ui';
import type { DecideModel } from './decide-model.ts';
import { decideTexts } from './decide-texts.ts';
import type { Need, RecordCode, RecordWord } from './record-fields.ts';

export interface RecordGroupFields {
  readonly codes: readonly {
    readonly name: RecordCode;
    readonly need: Need;
    readonly terms: SharingReference['lawfulBases'];
  }[];
  readonly words: readonly { readonly name: RecordWord; readonly need: Need }[];
}

/** Fields of the record that are equally needed. */
@Component({
  selector: 'wl-record-group',
  imports: [ControlOf, EditField],
  template: `
    @for (field of fields().codes; track field.name) {
      @let path = 'codes.' + field.name;
      <wl-edit-field [path]="path" [label]="labelOfCode(field.name, field.need)">
        <select #list class="select" [wlControl]="path" (change)="choose(field.name, list.value)">
          <option value="" [selected]="!model().codes[field.name]">{{ t.choose }}</option>
          @for (term of field.terms; track term.code) {
            <option [value]="term.code" [selected]="term.code === model().codes[field.name]">
              {{ term.source ? term.label + ', ' + term.source : term.label }}
            </option>
          }
        </select>
      </wl-edit-field>
    }
    @for (field of fields().words; track field.name) {
      @let path = 'words.' + field.name;
      <wl-edit-field [path]="path" [label]="labelOfWords(field.name, field.need)">
        <textarea
          #words
          class="textarea textarea-short"
          [wlControl]="path"
          [value]="model().words[field.name] ?? ''"
          (input)="type(field.name, words.value)"
        ></textarea>
      </wl-edit-field>
    }
  `,
})
export class RecordGroup {
  readonly fields = input.required<RecordGroupFields>();
  readonly model = input.required<DecideModel>();
  readonly changed = output<Partial<DecideModel>>();
  protected readonly t = useTexts(decideTexts);

  protected labelOfCode(name: RecordCode, need: Need): string {
    return need === 'needed' ? `${this.t.codes[name]} (${this.t.needed})` : this.t.codes[name];
  }

  protected labelOfWords(name: RecordWord, need: Need): string {
    const label = this.t.words[name];
    if (need === 'welcome') return label;
    return `${label} (${need === 'needed' ? this.t.needed : this.t.legalPowerNeeded})`;
  }

  protected choose(name: RecordCode, code: string): void {
    this.changed.emit({ codes: { ...this.model().codes, [name]: code } });
  }

  protected type(name: RecordWord, words: string): void {
    this.changed.emit({ words: { ...this.model().words, [name]: words } });
  }
}
