import { Component, computed, inject, input } from '@angular/core';
import { FormFaults, idOf } from './form-faults.ts';

/** Label, hint, where the value comes from, and what is wrong, around one control. */
@Component({
  selector: 'wl-edit-field',
  template: `
    <div class="field" [class.field-faulty]="words().length > 0">
      <label [for]="id()">{{ label() }}</label>
      @if (hint()) {
        <p class="field-hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      @if (words().length > 0) {
        <p class="field-error" [id]="id() + '-error'">{{ words().join(' ') }}</p>
      }
      <ng-content />
    </div>
  `,
})
export class EditField {
  private readonly faults = inject(FormFaults);
  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  protected readonly id = computed(() => idOf(this.path()));
  protected readonly words = computed(() => this.faults.at(this.path()));
}
