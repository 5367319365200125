import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { FormFaults, idOf } from '../edit-page/form-faults.ts';
import { commandTexts } from './command-texts.ts';
import { Refusals } from './refusals.ts';

/** Everything that is wrong with a form, before it; takes the focus when it is asked to. */
@Component({
  selector: 'wl-refusal-summary',
  template: `
    @if (faults.all().length + refusals.others().length > 0) {
      <div #summary class="error-summary" role="alert" tabindex="-1">
        <h3>{{ t.problem }}</h3>
        <ul>
          @for (fault of faults.all(); track $index) {
            <li>
              <a href="#" (click)="goTo($event, fault.path)">{{ fault.message }}</a>
            </li>
          }
          @for (words of refusals.others(); track words) {
            <li>{{ words }}</li>
          }
        </ul>
      </div>
    }
  `,
})
export class RefusalSummary {
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  protected readonly faults = inject(FormFaults);
  protected readonly refusals = inject(Refusals);
  protected readonly t = useTexts(commandTexts);

  focus(): void {
    setTimeout(() => this.summary()?.nativeElement.focus());
  }

  protected goTo(click: Event, path: string): void {
    click.preventDefault();
    document.getElementById(idOf(path))?.focus();
  }
}
