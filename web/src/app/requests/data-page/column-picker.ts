import { Component, computed, input, output, signal } from '@angular/core';
import { useTexts } from '#ui';
import { found, type ListedColumn } from './column-choice.ts';
import { dataTexts } from './data-texts.ts';

/** From this many columns on they can be searched. */
const many = 12;
const atFirst = 50;

/** The columns of a dataset as a table of boxes to tick. */
@Component({
  selector: 'wl-column-picker',
  template: `
    <h3 [id]="name() + '-columns'">{{ t.columns(chosen().size, listed().length) }}</h3>
    @if (searchable()) {
      <div class="field">
        <label [for]="name() + '-filter'">{{ t.filter }}</label>
        <input
          #words
          class="input input-short"
          type="search"
          autocomplete="off"
          [id]="name() + '-filter'"
          (input)="filter.set(words.value)"
          (keydown.enter)="$event.preventDefault()"
        />
        <span class="secondary small" role="status">{{
          filter() === '' ? '' : t.foundColumns(matching().length)
        }}</span>
      </div>
    }
    @if (matching().length > 0) {
      <p class="button-row">
        <button class="button button-small" type="button" (click)="pick(true)">
          {{ t.chooseShown(matching().length) }}
        </button>
        <button class="button button-small button-quiet" type="button" (click)="pick(false)">{{ t.chooseNone }}</button>
      </p>
      <div class="table-frame column-picker" role="group" tabindex="0" [attr.aria-labelledby]="name() + '-columns'">
        <table class="table">
          <caption class="hidden-visually">
            {{
              t.columnsOf(title())
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t.choose }}</th>
              <th scope="col">{{ t.name }}</th>
              <th scope="col">{{ t.description }}</th>
              <th scope="col">{{ t.sensitivity }}</th>
            </tr>
          </thead>
          <tbody>
            @for (column of shown(); track column.id) {
              <tr>
                <td>
                  <input
                    #box
                    type="checkbox"
                    class="column-box"
                    [id]="name() + '-c-' + column.id"
                    [checked]="chosen().has(column.id)"
                    (change)="picked.emit({ columns: [column.id], chosen: box.checked })"
                  />
                </td>
                <th scope="row" class="column-name">
                  <label [for]="name() + '-c-' + column.id"
                    ><code>{{ column.name }}</code></label
                  >
                </th>
                <td>
                  @if (column.title && column.title !== column.name) {
                    <strong>{{ column.title }}</strong>
                  }
                  @if (column.description) {
                    <div>{{ column.description }}</div>
                  }
                </td>
                <td>{{ column.sensitivity.label }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (shown().length < matching().length) {
        <button class="button button-small" type="button" (click)="all.set(true)">
          {{ t.showAll(matching().length) }}
        </button>
      }
    }
  `,
})
export class ColumnPicker {
  /** Makes ids that are unique on the page. */
  readonly name = input.required<string>();
  readonly title = input.required<string>();
  readonly listed = input.required<readonly ListedColumn[]>();
  readonly chosen = input.required<ReadonlySet<string>>();
  readonly picked = output<{ readonly columns: readonly string[]; readonly chosen: boolean }>();
  protected readonly t = useTexts(dataTexts);
  protected readonly filter = signal('');
  protected readonly all = signal(false);
  protected readonly searchable = computed(() => this.listed().length >= many);
  protected readonly matching = computed(() => found(this.listed(), this.filter()));
  protected readonly shown = computed(() => (this.all() ? this.matching() : this.matching().slice(0, atFirst)));

  protected pick(chosen: boolean): void {
    this.picked.emit({ columns: this.matching().map(({ id }) => id), chosen });
  }
}
