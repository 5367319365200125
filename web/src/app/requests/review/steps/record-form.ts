import { Component, computed, inject, input, output } from '@angular/core';
import { useTexts } from '#ui';
import { Review } from '../review.ts';
import type { DecideModel } from './decide-model.ts';
import { decideTexts } from './decide-texts.ts';
import { needOfCode, needOfWords, recordCodes, recordWords } from './record-fields.ts';
import { RecordGroup, type RecordGroupFields } from './record-group.ts';

/** The record that stays with a decision; what its lane needs stands open, the rest is folded away. */
@Component({
  selector: 'wl-record-form',
  imports: [RecordGroup],
  template: `
    <fieldset class="decide-record" aria-describedby="record-hint">
      <legend>{{ t.record }}</legend>
      <p class="field-hint" id="record-hint">{{ aboutPeople() ? t.recordHintPeople : t.recordHint }}</p>
      <wl-record-group [fields]="open()" [model]="model()" (changed)="changed.emit($event)" />
      @if (aboutPeople()) {
        <label class="check">
          <input
            #enforcement
            type="checkbox"
            [checked]="model().lawEnforcement"
            (change)="changed.emit({ lawEnforcement: enforcement.checked })"
          />
          <span>{{ t.lawEnforcement }}</span>
        </label>
      }
      <details class="decide-record-rest">
        <summary>{{ t.recordRest }}</summary>
        <wl-record-group [fields]="folded()" [model]="model()" (changed)="changed.emit($event)" />
      </details>
    </fieldset>
  `,
})
export class RecordForm {
  private readonly review = inject(Review);
  readonly model = input.required<DecideModel>();
  readonly changed = output<Partial<DecideModel>>();
  protected readonly t = useTexts(decideTexts);
  /** Whether the data is about people: then there is more to record. */
  protected readonly aboutPeople = computed(() => (this.review.view()?.lane.code ?? 'A') !== 'A');
  protected readonly open = computed(() => this.fields(false));
  protected readonly folded = computed(() => this.fields(true));

  /** @param welcome the fields that may be left out, or those that belong to the lane */
  private fields(welcome: boolean): RecordGroupFields {
    const view = this.review.view();
    if (!view) return { codes: [], words: [] };
    const codes = recordCodes.map(({ name, list }) => ({
      name,
      need: needOfCode(name, view, this.model()),
      terms: this.review.reference()?.[list] ?? [],
    }));
    const words = recordWords.map((name) => ({ name, need: needOfWords(name, view) }));
    return {
      codes: codes.filter(({ need }) => (need === 'welcome') === welcome),
      words: words.filter(({ need }) => (need === 'welcome') === welcome),
    };
  }
}
