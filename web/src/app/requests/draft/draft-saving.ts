import { DestroyRef, effect, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import type { Fault } from '../../shell/problem.ts';
import { DraftSaver, type SaveTrouble } from './draft-saver.ts';
import { DraftSession } from './draft-session.ts';

/**
 * Milliseconds: after the last key until something is saved; after each failure in a row until it is tried again; and how long
 * another page waits for what is being saved, which goes on without it.
 */
export interface SavePauses {
  readonly typing: number;
  readonly retries: readonly number[];
  readonly leaving: number;
}

export const SAVE_PAUSES = new InjectionToken<SavePauses>('pauses before saving', {
  factory: () => ({ typing: 1000, retries: [5000, 10_000, 30_000, 60_000], leaving: 3000 }),
});

/** How it stands with what was written: `waiting` until the typing pauses. */
export type SaveState = 'saved' | 'waiting' | 'saving' | SaveTrouble;

/** Saves what is written, as it is written: once the typing pauses, when a field is left, and again after a failure. */
@Injectable({ providedIn: 'root' })
export class DraftSaving {
  private readonly draft = inject(DraftSession);
  private readonly saver = inject(DraftSaver);
  private readonly pauses = inject(SAVE_PAUSES);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | undefined;
  private failures = 0;
  readonly state = signal<SaveState>('saved');
  /** What the service said is wrong with what was sent. */
  readonly faults = signal<readonly Fault[]>([]);

  constructor() {
    effect(() => {
      const unsaved = this.draft.unsaved();
      untracked(() => (unsaved ? this.saveAfter(this.pauses.typing) : this.rest()));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Saves now. @returns whether the service has everything that can be saved */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.running ??= this.saveAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Saves before another page reads the request; one that cannot be saved now is kept, and keeps nobody. */
  async leave(): Promise<true> {
    const patience = new Promise((resolve) => setTimeout(resolve, this.pauses.leaving));
    await Promise.race([this.flush(), patience]);
    return true;
  }

  private saveAfter(pause: number): void {
    clearTimeout(this.timer);
    // What is written while something is being saved goes with the next round.
    if (this.running) return;
    if (this.state() === 'saved') this.state.set('waiting');
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private rest(): void {
    if (this.running) return;
    clearTimeout(this.timer);
    this.state.set('saved');
  }

  private async saveAll(): Promise<boolean> {
    for (;;) {
      const [opened, changes, sent] = [this.draft.opened(), this.draft.unsaved(), this.draft.savable()];
      if (!opened || !changes) return this.finish();
      this.state.set('saving');
      const outcome = await this.saver.save(opened, { draftRevision: this.draft.revision, ...changes });
      if (this.draft.opened() !== opened) return this.finish();
      if ('trouble' in outcome) return this.stop(outcome.trouble, outcome.problem.faults);
      if ('saved' in outcome) this.draft.know(outcome.saved.draftRevision, sent, outcome.saved.savedAt);
      else if (!this.draft.catchUp(outcome.current)) return this.stop('gone', []);
    }
  }

  private finish(): boolean {
    this.failures = 0;
    this.faults.set([]);
    this.state.set('saved');
    return true;
  }

  private stop(trouble: SaveTrouble, faults: readonly Fault[]): boolean {
    this.state.set(trouble);
    this.faults.set(faults);
    if (trouble !== 'offline') return false;
    const { retries } = this.pauses;
    const pause = retries[Math.min(this.failures, retries.length - 1)] ?? 0;
    this.failures += 1;
    this.timer = setTimeout(() => void this.flush(), pause);
    return false;
  }
}
