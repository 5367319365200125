import { computed, Directive, inject, Injectable, input, signal } from '@angular/core';
import type { Fault } from '../../shell/problem.ts';

/** An id on the page for a place in what is sent: `contact.email` → `contact-email`. */
export const idOf = (path: string): string => path.replaceAll('.', '-');

/** What is wrong with the form, by place; shared by the fields of one page. */
@Injectable()
export class FormFaults {
  private readonly faults = signal<readonly Fault[]>([]);
  readonly all = this.faults.asReadonly();

  set(faults: readonly Fault[]): void {
    this.faults.set(faults);
  }

  at(path: string): readonly string[] {
    return this.all()
      .filter((fault) => fault.path === path)
      .map((fault) => fault.message);
  }

  within(path: string): boolean {
    return this.all().some((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
  }
}

/** Ties an input to its place: its id, whether it is at fault, and the words that describe it. */
@Directive({
  selector: '[wlControl]',
  host: { '[id]': 'id()', '[attr.aria-invalid]': 'faulty() ? true : null', '[attr.aria-describedby]': 'describedBy()' },
})
export class ControlOf {
  private readonly faults = inject(FormFaults);
  readonly path = input.required<string>({ alias: 'wlControl' });
  readonly hasHint = input(false);
  protected readonly id = computed(() => idOf(this.path()));
  protected readonly faulty = computed(() => this.faults.at(this.path()).length > 0);
  protected readonly describedBy = computed(
    () =>
      [this.hasHint() ? `${this.id()}-hint` : '', this.faulty() ? `${this.id()}-error` : '']
        .filter(Boolean)
        .join(' ') || null,
  );
}
