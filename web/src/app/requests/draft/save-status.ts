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
      @if (passing(); as words) {
        <span aria-hidden="true">{{ words }}</span>
      }
      <span role="status" [class.hidden-visually]="passing()">{{ words() }}</span>
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
  /** Said to the eye alone: a screen reader would hear it at every pause. */
  protected readonly passing = computed(() => {
    const state = this.saving.state();
    if (state === 'saving') return this.t.saving;
    return state === 'waiting' ? this.t.waiting : undefined;
  });
  protected readonly trouble = computed(() => !['saved', 'saving', 'waiting'].includes(this.saving.state()));
  protected readonly icon = computed<IconName>(() =>
    this.trouble() ? 'attention' : this.passing() ? 'pending' : 'done',
  );
  protected readonly words = computed(() => {
    const state = this.saving.state();
    if (state === 'offline') return this.draft.kept() ? this.t.offlineKept : this.t.offline;
    if (state === 'signed-out') return this.t.signedOut;
    if (state === 'gone') return this.t.gone;
    if (state === 'refused') return this.t.refused;
    const at = this.draft.savedAt();
    return at === undefined ? '' : this.t.saved(clockTime(at));
  });

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.draft.holds()) event.preventDefault();
  }
}
