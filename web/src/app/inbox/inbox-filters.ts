import { Component, computed, input, output } from '@angular/core';
import type { Inbox } from '#sharing/contracts';
import { useTexts } from '#ui';
import { isFiltered, kindOrder, withKind, type InboxState, type Kind } from './inbox-state.ts';
import { inboxTexts } from './inbox-texts.ts';

/** Ways to narrow the list. Each acts at once; the words when they are sent. */
@Component({
  selector: 'wl-inbox-filters',
  template: `
    <details class="inbox-filters not-printed" [open]="filtered()">
      <summary>{{ t.filters }}</summary>
      <form role="search" [attr.aria-label]="t.filters" (submit)="$event.preventDefault(); search(words.value)">
        <div class="inbox-filter">
          <label class="label" for="inbox-words">{{ t.words }}</label>
          <div class="search-row">
            <input
              #words
              class="input"
              id="inbox-words"
              type="search"
              name="q"
              maxlength="200"
              autocomplete="off"
              [value]="state().q"
            />
            <button class="button" type="submit">{{ t.apply }}</button>
          </div>
        </div>
        <fieldset class="inbox-filter inbox-kinds">
          <legend>{{ t.kind }}</legend>
          @for (kind of kinds; track kind) {
            <label class="check">
              <input
                #box
                type="checkbox"
                name="kind"
                [value]="kind"
                [checked]="state().kinds.includes(kind)"
                (change)="choose(kind, box.checked)"
              />
              <span>{{ t.kinds[kind] }}</span>
            </label>
          }
        </fieldset>
        <div class="inbox-filter">
          @if (organisations().length > 1) {
            <label class="label" for="inbox-organisation">{{ t.organisation }}</label>
            <select #list class="select" id="inbox-organisation" (change)="pick(list.value)">
              <option value="" [selected]="state().organisation === ''">{{ t.everyOrganisation }}</option>
              @for (one of organisations(); track one.id) {
                <option [value]="one.id" [selected]="one.id === state().organisation">{{ one.name }}</option>
              }
            </select>
          }
          <label class="check">
            <input #late type="checkbox" [checked]="state().overdue" (change)="onlyLate(late.checked)" />
            <span>{{ t.overdue }}</span>
          </label>
        </div>
      </form>
    </details>
    @if (saved()) {
      <p class="button-row not-printed">
        <span>{{ t.savedOn }}</span>
        <button class="button button-small" type="button" (click)="cleared.emit()">{{ t.clear }}</button>
        <button class="button button-small button-quiet" type="button" (click)="forgotten.emit()">
          {{ t.forget }}
        </button>
      </p>
    } @else if (filtered() || hasSaved()) {
      <p class="button-row not-printed needs-script">
        @if (filtered()) {
          <button class="button button-small" type="button" (click)="cleared.emit()">{{ t.clear }}</button>
          <button class="button button-small" type="button" (click)="kept.emit()">{{ t.save }}</button>
        }
        @if (hasSaved()) {
          <button class="button button-small button-quiet" type="button" (click)="forgotten.emit()">
            {{ t.forget }}
          </button>
        }
      </p>
    }
  `,
})
export class InboxFilters {
  readonly state = input.required<InboxState>();
  readonly organisations = input.required<Inbox['organisations']>();
  /** Whether the list is narrowed as the reader has saved it. */
  readonly saved = input(false);
  readonly hasSaved = input(false);
  readonly narrowed = output<InboxState>();
  readonly cleared = output();
  readonly kept = output();
  readonly forgotten = output();
  protected readonly t = useTexts(inboxTexts);
  protected readonly kinds = kindOrder;
  protected readonly filtered = computed(() => isFiltered(this.state()));

  protected search(words: string): void {
    this.narrowed.emit({ ...this.state(), q: words.trim() });
  }

  protected choose(kind: Kind, chosen: boolean): void {
    this.narrowed.emit(withKind(this.state(), kind, chosen));
  }

  protected pick(organisation: string): void {
    this.narrowed.emit({ ...this.state(), organisation });
  }

  protected onlyLate(overdue: boolean): void {
    this.narrowed.emit({ ...this.state(), overdue });
  }
}
