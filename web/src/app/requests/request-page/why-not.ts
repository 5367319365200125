import { Component, computed, input } from '@angular/core';
import type { RefusedCommand } from '#sharing/contracts';
import { useTexts } from '#ui';
import { requestPageTexts } from './command-texts.ts';

/** Why commands are not there for this reader: who may, or what is missing. */
@Component({
  selector: 'wl-why-not',
  template: `
    @if (rows().length > 0) {
      <details class="why-not not-printed">
        <summary>{{ t.whyNot }}</summary>
        <dl class="facts">
          @for (row of rows(); track row.command) {
            <div>
              <dt>{{ row.label }}</dt>
              <dd>{{ row.message }}</dd>
            </div>
          }
        </dl>
      </details>
    }
  `,
})
export class WhyNot {
  readonly refused = input.required<readonly RefusedCommand[]>();
  /** What each command is called; those without a name are not this page's. */
  readonly labels = input.required<Readonly<Record<string, string>>>();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly rows = computed(() =>
    this.refused().flatMap(({ command, message }) => {
      const label = this.labels()[command];
      return label === undefined ? [] : [{ command, label, message }];
    }),
  );
}
