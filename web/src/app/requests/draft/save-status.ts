import { Component, computed, inject } from '@angular/core';
import { Icon, useTexts, type IconName } from '#ui';
import { clockTime } from './clock-time.ts';
import { draftTexts } from './draft-texts.ts';
import { DraftSaving } from './draft-saving.ts';
import { DraftSession } from './draft-session.ts';

/** Says whether what is written is saved, and watches over it: the window, the connection. */
@Component({
  selector: 'wl-save-status',
  imports: [Icon],
  template: `
    <div class="save-status" [class.save-status-trouble]="trouble()">
      <wl-icon [name]="icon()" />
      <span aria-hidden="true">{{ shown() }}</span>
      <span class="hidden-visually" role="status">{{ said() }}</span>
      @if (saving.state() === 'offline') {
        <button class="button button-small" type="button" (click)="saving.flush()">{{ t.tryNow }}</button>
      } @else if (saving.state() === 'signed-out') {
        <button class="button button-small" type="button" (click)="saving.flush()">{{ t.signIn }}</button>
      }
      @for (fault of saving.faults(); track $index) {
        <span class="save-status-fault">{{ fault.message }}</span>
      }
    </div>
  `,
  host: { '(window:online)': 'saving.flush()', '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class SaveStatus {
  protected readonly draft = inject(DraftSession);
  protected readonly saving = inject(DraftSaving);
  protected readonly t = useTexts(draftTexts);
  protected readonly trouble = computed(() => !['saved', 'saving', 'waiting'].includes(this.saving.state()));
  private readonly troubleWords = computed(() => {
    const state = this.saving.state();
    if (state === 'offline') return this.draft.kept() ? this.t.offlineKept : this.t.offline;
    if (state === 'signed-out') return this.t.signedOut;
    return state === 'gone' ? this.t.gone : this.t.refused;
  });
  private readonly time = computed(() => clockTime(this.draft.savedAt() ?? ''));
  private readonly rests = computed(() => this.saving.state() === 'saved' && this.draft.unsaved() === undefined);
  protected readonly icon = computed<IconName>(() => {
    if (this.trouble()) return 'attention';
    return this.rests() ? 'done' : 'pending';
  });
  protected readonly shown = computed(() => {
    if (this.trouble()) return this.troubleWords();
    if (this.rests()) return this.t.saved(this.time());
    return this.saving.state() === 'saving' ? this.t.saving : this.t.waiting;
  });
  /** Not said at every pause: a text that stays the same is not read out again. */
  protected readonly said = computed(() => (this.trouble() ? this.troubleWords() : this.t.savedAloud(this.time())));

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.draft.holds()) event.preventDefault();
  }
}
