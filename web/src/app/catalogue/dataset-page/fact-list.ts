import { Component, input } from '@angular/core';
import type { Fact } from './dataset-facts.ts';

@Component({
  selector: 'wl-fact-list',
  template: `
    <dl class="facts">
      @for (fact of facts(); track $index) {
        <div>
          <dt>{{ fact.label }}</dt>
          <dd>
            @if (fact.href) {
              <a [href]="fact.href">{{ fact.value }}</a>
            } @else {
              {{ fact.value }}
            }
          </dd>
        </div>
      }
    </dl>
  `,
})
export class FactList {
  readonly facts = input.required<readonly Fact[]>();
}
