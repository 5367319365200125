import { inject, Injectable, signal } from '@angular/core';
import { useTexts } from '#ui';
import type { Fault, Problem } from '../../shell/problem.ts';
import { FormFaults } from '../edit-page/form-faults.ts';
import { commandRefusal } from './command-refusal.ts';
import { commandTexts } from './command-texts.ts';

/** Where a form stands on the page, which fields it has, and what it says of itself. */
export interface FormPlace {
  /** Stands before the path of each field. */
  readonly place: string;
  readonly fields: readonly string[];
  readonly stale: string;
  readonly forbidden: string;
}

/** Why the forms of one part of a page were refused: beside the fields that are meant, or else in the summary alone. */
@Injectable()
export class Refusals {
  private readonly faults = inject(FormFaults);
  private readonly t = useTexts(commandTexts);
  private readonly said = signal<readonly string[]>([]);
  /** What no field is at fault for. */
  readonly others = this.said.asReadonly();

  clear(): void {
    this.faults.set([]);
    this.said.set([]);
  }

  /** @returns whether something is at fault */
  tell(place: string, faults: readonly Fault[]): boolean {
    this.said.set([]);
    this.faults.set(faults.map(({ path, message }) => ({ path: `${place}.${path}`, message })));
    return faults.length > 0;
  }

  explain({ place, fields, stale, forbidden }: FormPlace, problem: Problem): void {
    const placed = problem.faults.filter(({ path }) => fields.includes(path));
    if (!this.tell(place, placed)) this.said.set(commandRefusal({ ...this.t, stale, forbidden }, problem));
  }
}
