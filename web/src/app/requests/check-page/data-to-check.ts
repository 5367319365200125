import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedDatasetView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { checkTexts } from './check-texts.ts';

/** What is wanted of each dataset: columns with their reasons, fields and rows in words. */
@Component({
  selector: 'wl-data-to-check',
  imports: [RouterLink],
  template: `
    @for (dataset of asked(); track dataset.id) {
      <div class="data-asked">
        <h3 class="side-by-side">
          <a [routerLink]="['/datasets', dataset.slug]">{{ dataset.title }}</a>
          <span class="secondary small">{{ dataset.publisher.name }}</span>
          @if (changeable()) {
            <a
              class="check-change small not-printed"
              [routerLink]="['/requests', request(), 'data']"
              [fragment]="'d-' + dataset.id"
              >{{ t.change }}<span class="hidden-visually">: {{ dataset.title }}</span></a
            >
          }
        </h3>
        @if (dataset.trouble) {
          <p class="field-error">{{ dataset.trouble }}</p>
        }
        @if (dataset.columns.length > 0) {
          <ul class="columns-asked">
            @for (column of dataset.columns; track column.id) {
              <li>
                <code>{{ column.name }}</code>:
                <span [class.secondary]="!column.justification">{{ column.justification || t.noReason }}</span>
              </li>
            }
          </ul>
        }
        <dl class="facts">
          @for (fact of factsOf(dataset); track fact.label) {
            <div>
              <dt>{{ fact.label }}</dt>
              <dd class="kept-lines">{{ fact.text }}</dd>
            </div>
          }
        </dl>
      </div>
    }
  `,
})
export class DataToCheck {
  readonly request = input.required<string>();
  readonly asked = input.required<readonly AskedDatasetView[]>();
  readonly changeable = input(false);
  protected readonly t = useTexts(checkTexts);

  protected factsOf({ columns, fields, rows, whole }: AskedDatasetView) {
    const chosen = columns.length > 0 || fields || whole;
    return [
      ...(fields ? [{ label: this.t.fields, text: fields }] : []),
      ...(whole ? [{ label: this.t.columnsLabel, text: this.t.whole }] : []),
      ...(chosen ? [] : [{ label: this.t.columnsLabel, text: this.t.nothingChosen }]),
      ...(rows ? [{ label: this.t.rows, text: rows }] : []),
    ];
  }
}
