import { Component, computed, input, signal } from '@angular/core';
import type { ColumnView } from '#catalogue/contracts';
import { useTexts } from '#ui';
import { catalogueTexts } from '../catalogue-texts.ts';
import { datasetTexts } from './dataset-texts.ts';

const atFirst = 50;

@Component({
  selector: 'wl-column-table',
  template: `
    @if (columns().length === 0) {
      <p class="secondary">{{ t.noColumns }}</p>
    } @else {
      <div class="table-frame" role="group" aria-labelledby="columns" tabindex="0">
        <table class="table">
          <caption>
            {{
              t.columnsCount(columns().length)
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t.columnName }}</th>
              <th scope="col">{{ t.columnType }}</th>
              <th scope="col">{{ t.columnDescription }}</th>
              @if (aboutPeople()) {
                <th scope="col">{{ t.columnSensitivity }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (column of shown(); track column.id) {
              <tr>
                <th scope="row" class="column-name">
                  <code>{{ column.name }}</code>
                </th>
                <td>{{ typeOf(column) }}</td>
                <td>
                  @if (column.title && column.title !== column.name) {
                    <strong>{{ column.title }}</strong>
                  }
                  @if (column.description) {
                    <div>{{ column.description }}</div>
                  }
                </td>
                @if (aboutPeople()) {
                  <td>{{ shared.sensitivity[column.sensitivity] }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (shown().length < columns().length) {
        <button class="button button-small needs-script" type="button" (click)="all.set(true)">
          {{ t.allColumns(columns().length) }}
        </button>
      }
    }
  `,
})
export class ColumnTable {
  readonly columns = input.required<readonly ColumnView[]>();
  protected readonly t = useTexts(datasetTexts);
  protected readonly shared = useTexts(catalogueTexts);
  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.columns() : this.columns().slice(0, atFirst)));
  protected readonly aboutPeople = computed(() =>
    this.columns().some((column) => this.shared.sensitivity[column.sensitivity] !== ''),
  );

  protected typeOf({ type, unit }: ColumnView): string {
    return unit === undefined ? type : `${type}, ${unit}`;
  }
}
