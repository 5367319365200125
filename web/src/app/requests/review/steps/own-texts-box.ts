import { Component, computed, inject, input, output, signal } from '@angular/core';
import { useTexts } from '#ui';
import { Announcer } from '../../../shell/announcer.ts';
import { OwnTexts, type OwnText, type TextKind } from '../own-texts.ts';
import { reviewTexts } from '../review-texts.ts';

/** Texts of one's own for reasons or conditions: put one into the form, or keep what stands there. */
@Component({
  selector: 'wl-own-texts-box',
  template: `
    <details class="own-texts not-printed" [open]="open()" (toggle)="remember($event)">
      <summary>{{ t.ownTexts[kind()] }}</summary>
      @if (open()) {
        @if (texts().length > 0) {
          <ul class="own-texts-list">
            @for (one of texts(); track one.text; let at = $index) {
              <li>
                <p class="kept-lines" [id]="name() + '-own-' + at">{{ one.text }}</p>
                <p class="button-row">
                  <button
                    class="button button-small"
                    type="button"
                    [attr.aria-describedby]="name() + '-own-' + at"
                    (click)="insert(one)"
                  >
                    {{ t.ownInsert }}
                  </button>
                  <button
                    class="button button-small button-quiet"
                    type="button"
                    [attr.aria-describedby]="name() + '-own-' + at"
                    (click)="remove(one)"
                  >
                    {{ t.ownRemove }}
                  </button>
                </p>
              </li>
            }
          </ul>
        } @else {
          <p>{{ t.ownNone }}</p>
        }
        @if (canKeep()) {
          <p>
            <button class="button button-small" type="button" (click)="keep()">{{ t.ownKeep }}</button>
          </p>
        }
        <p class="field-hint">{{ t.ownWhere }}</p>
      }
    </details>
  `,
})
export class OwnTextsBox {
  private readonly own = inject(OwnTexts);
  private readonly announcer = inject(Announcer);
  readonly kind = input.required<TextKind>();
  /** Makes ids that are unique on the page. */
  readonly name = input.required<string>();
  /** What stands in the field beside it, which can be kept. */
  readonly written = input('');
  readonly inserted = output<string>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly open = signal(false);
  protected readonly texts = computed(() => this.own.all().filter(({ kind }) => kind === this.kind()));

  /** Whether what stands in the field is not among them yet. */
  protected readonly canKeep = computed(() => {
    const written = this.written().trim();
    return written !== '' && !this.texts().some(({ text }) => text === written);
  });

  protected remember(event: Event): void {
    this.open.set((event.target as HTMLDetailsElement).open);
  }

  protected insert({ text }: OwnText): void {
    this.inserted.emit(text);
    this.announcer.say(this.t.ownInserted);
  }

  protected keep(): void {
    const kept = this.own.add({ kind: this.kind(), text: this.written() });
    this.announcer.say(kept ? this.t.ownKept : this.t.ownNotKept);
  }

  protected remove(text: OwnText): void {
    this.own.remove(text);
    this.announcer.say(this.t.ownRemoved);
  }
}
