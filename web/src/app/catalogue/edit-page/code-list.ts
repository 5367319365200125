import { Component, computed, inject, input } from '@angular/core';
import { FormFaults } from './form-faults.ts';
import { EditSession } from './edit-session.ts';
import { SourceNote } from './source-note.ts';

/** Several codes of a list, as boxes to tick. */
@Component({
  selector: 'wl-code-list',
  imports: [SourceNote],
  template: `
    <fieldset class="code-list" [id]="field()" tabindex="-1" [class.field-faulty]="faults.within(field())">
      <legend>{{ label() }}</legend>
      @for (words of faults.at(field()); track words) {
        <p class="field-error">{{ words }}</p>
      }
      <div class="code-boxes">
        @for (term of terms(); track term.code) {
          <label class="check">
            <input type="checkbox" [checked]="chosen().includes(term.code)" (change)="toggle(term.code)" /><span>{{
              term.label
            }}</span>
          </label>
        }
      </div>
      <wl-source-note [field]="field()" />
    </fieldset>
  `,
})
export class CodeList {
  private readonly edit = inject(EditSession);
  protected readonly faults = inject(FormFaults);
  readonly field = input.required<'themes' | 'subjectAreas'>();
  readonly label = input.required<string>();
  readonly terms = input.required<readonly { readonly code: string; readonly label: string }[]>();
  protected readonly chosen = computed(() => this.edit.model()[this.field()]);

  protected toggle(code: string): void {
    const chosen = this.chosen();
    this.edit.set(this.field(), chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  }
}
