import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { agreementTexts } from './agreement-texts.ts';

/** Why a step was refused; it takes the focus when it comes. */
@Component({
  selector: 'wl-refusal-list',
  template: `
    @if (refusals().length > 0) {
      <div #problem class="error-summary" role="alert" tabindex="-1">
        <h3>{{ t.problem }}</h3>
        <ul>
          @for (refusal of refusals(); track refusal) {
            <li>{{ refusal }}</li>
          }
        </ul>
      </div>
    }
  `,
})
export class RefusalList {
  private readonly problem = viewChild<ElementRef<HTMLElement>>('problem');
  readonly refusals = input.required<readonly string[]>();
  protected readonly t = useTexts(agreementTexts);

  constructor() {
    afterRenderEffect(() => this.problem()?.nativeElement.focus());
  }
}
