import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { ControlOf, FormFaults } from '../../../catalogue/edit-page/form-faults.ts';
import { EditField } from '../../../catalogue/edit-page/edit-field.ts';
import { useTexts } from '#ui';
import { Review } from '../review.ts';
import type { DecideModel } from './decide-model.ts';
import { decideTexts } from './decide-texts.ts';
import { needOfCode, needOfWords, recordCodes, recordWords, type Need, type RecordCode } from './record-fields.ts';

/** The record that stays with a decision; what its lane needs stands open, the rest is folded away. */
@Component({
  selector: 'wl-record-form',
  imports: [ControlOf, EditField, NgTemplateOutlet],
  templateUrl: './record-form.html',
})
export class RecordForm {
  private readonly review = inject(Review);
  protected readonly faults = inject(FormFaults);
  readonly model = input.required<DecideModel>();
  readonly changed = output<Partial<DecideModel>>();
  protected readonly t = useTexts(decideTexts);
  /** Whether the data is about people: then there is more to record. */
  protected readonly aboutPeople = computed(() => (this.review.view()?.lane.code ?? 'A') !== 'A');
  private readonly codes = computed(() => {
    const view = this.review.view();
    const reference = this.review.reference();
    if (!view) return [];
    return recordCodes.map(({ name, list }) => ({
      name,
      need: needOfCode(name, view, this.model()),
      terms: reference?.[list] ?? [],
    }));
  });
  private readonly words = computed(() => {
    const view = this.review.view();
    return view ? recordWords.map((name) => ({ name, need: needOfWords(name, view) })) : [];
  });
  /** What stands open, and what is folded away. */
  protected readonly groups = computed(() =>
    [false, true].map((folded) => ({
      folded,
      codes: this.codes().filter(({ need }) => (need === 'welcome') === folded),
      words: this.words().filter(({ need }) => (need === 'welcome') === folded),
    })),
  );

  protected labelOfCode(name: RecordCode, need: Need): string {
    return need === 'needed' ? `${this.t.codes[name]} (${this.t.needed})` : this.t.codes[name];
  }

  protected labelOfWords(name: (typeof recordWords)[number], need: Need): string {
    const label = this.t.words[name];
    if (need === 'welcome') return label;
    return `${label} (${need === 'needed' ? this.t.needed : this.t.legalPowerNeeded})`;
  }

  protected choose(name: string, code: string): void {
    this.changed.emit({ codes: { ...this.model().codes, [name]: code } });
  }

  protected type(name: string, words: string): void {
    this.changed.emit({ words: { ...this.model().words, [name]: words } });
  }
}
