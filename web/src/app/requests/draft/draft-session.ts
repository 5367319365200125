import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { RequestView } from '#sharing/contracts';
import type { Answer, BasketItem } from '#sharing/domain';
import { Session } from '../../session/session.ts';
import { KeptWriting, type Kept } from './kept-writing.ts';
import { mergeWritten, savable, withTheirs, type Clash } from './merge-written.ts';
import { changesBetween, nothingWritten, withAnswer, writtenIn, type Changes, type Written } from './written.ts';

/** The request that is written, by whom, and for which organisation. */
export interface Opened {
  readonly id: string;
  readonly person: string;
  readonly actingFor?: string;
}

/** What the service has. */
interface OnService {
  readonly revision: number;
  readonly written: Written;
}

const nothing: OnService = { revision: 0, written: nothingWritten };

/**
 * One person writing one request: what the pages of the form hold, what it began from, and what must not be lost. It goes on
 * from page to page and knows nothing of how the form looks; `DraftSaving` brings it to the service.
 */
@Injectable({ providedIn: 'root' })
export class DraftSession {
  private readonly keeper = inject(KeptWriting);
  private readonly session = inject(Session);
  private readonly began = signal<Opened | undefined>(undefined);
  private readonly base = signal<OnService>(nothing);
  private readonly looked = signal(false);
  readonly opened = this.began.asReadonly();
  readonly written = signal<Written>(nothingWritten);
  /** What two people changed at once, each differently: it is not saved until somebody chooses. */
  readonly clashes = signal<readonly Clash[]>([]);
  readonly savedAt = signal<string | undefined>(undefined);
  /** What an earlier window kept and the service never got. */
  readonly found = signal<Kept | undefined>(undefined);
  /** Whether this browser keeps what is not yet saved. */
  readonly kept = signal(true);
  /** What the service does not have yet; what waits for a choice is no part of it. */
  readonly unsaved = computed<Changes | undefined>(() => changesBetween(this.base().written, this.savable()));
  /** Whether closing the window would leave something behind. */
  readonly holds = computed(() => this.unsaved() !== undefined || this.clashes().length > 0);

  constructor() {
    effect(() => this.keep());
    effect(() => {
      const opened = this.began();
      if (opened && this.session.known() && this.session.person()?.id !== opened.person) untracked(() => this.forget());
    });
  }

  get revision(): number {
    return this.base().revision;
  }

  savable(): Written {
    return savable(this.written(), this.clashes());
  }

  /** Begins on a request, or takes over what was saved meanwhile. */
  open(request: RequestView): void {
    untracked(() => {
      const { draft } = request;
      const person = this.session.person()?.id;
      if (!draft || person === undefined) return;
      const before = this.began();
      if (before?.id === request.id && before.person === person) return void this.catchUp(request);
      const actingFor = request.requester.organisation?.id;
      this.forget();
      this.base.set({ revision: draft.revision, written: writtenIn(draft) });
      this.written.set(writtenIn(draft));
      this.savedAt.set(draft.savedAt);
      this.began.set({ id: request.id, person, ...(actingFor === undefined ? {} : { actingFor }) });
    });
  }

  /**
   * Looks for what an earlier window kept. To be called once the page is drawn: the server knows nothing of it, and what the
   * browser draws first must be what came.
   */
  lookForKept(): void {
    untracked(() => {
      const opened = this.began();
      if (!opened || this.looked()) return;
      const kept = this.keeper.find(opened.person, opened.id);
      const offered = kept && mergeWritten(kept.base, kept.written, this.written()).written;
      if (kept && offered && changesBetween(this.written(), offered)) this.found.set(kept);
      this.looked.set(true);
    });
  }

  restore(): void {
    const kept = this.found();
    this.found.set(undefined);
    if (!kept) return;
    const merged = mergeWritten(kept.base, kept.written, this.written());
    this.addClashes(merged.clashes);
    this.written.set(merged.written);
  }

  forgetFound(): void {
    this.found.set(undefined);
  }

  answer(question: string, answer: Answer | undefined): void {
    this.written.update((written) => withAnswer(written, question, answer));
  }

  choose(basket: readonly BasketItem[]): void {
    this.written.update((written) => ({ ...written, basket }));
  }

  keepMine({ part }: Clash): void {
    this.clashes.update((clashes) => clashes.filter((clash) => clash.part !== part));
  }

  takeTheirs(clash: Clash): void {
    this.keepMine(clash);
    this.written.update((written) => withTheirs(written, clash));
  }

  /** The service has this now. */
  know(revision: number, written: Written, savedAt: string): void {
    if (revision > this.revision) this.base.set({ revision, written });
    this.savedAt.set(savedAt);
  }

  /**
   * Somebody saved: both are brought together, and what both changed waits for a choice.
   * @returns whether there was anything newer
   */
  catchUp({ draft }: RequestView): boolean {
    if (!draft || draft.revision <= this.revision) return false;
    const theirs = writtenIn(draft);
    const merged = mergeWritten(this.base().written, this.written(), theirs);
    this.base.set({ revision: draft.revision, written: theirs });
    this.addClashes(merged.clashes);
    this.written.set(merged.written);
    this.savedAt.set(draft.savedAt);
    return true;
  }

  /** It was submitted or deleted: there is nothing more to keep. */
  close(): void {
    const opened = this.began();
    if (opened) this.keeper.forget(opened.person, opened.id);
    this.forget();
  }

  private forget(): void {
    this.began.set(undefined);
    this.base.set(nothing);
    this.written.set(nothingWritten);
    this.clashes.set([]);
    this.found.set(undefined);
    this.looked.set(false);
  }

  private addClashes(added: readonly Clash[]): void {
    const parts = new Set(added.map(({ part }) => part));
    this.clashes.update((clashes) => [...clashes.filter(({ part }) => !parts.has(part)), ...added]);
  }

  /** Keeps what is not yet saved; nothing to keep removes what was kept, but never what still waits for an answer. */
  private keep(): void {
    const [opened, holds] = [this.began(), this.holds()];
    if (!opened || !this.looked() || this.found()) return;
    if (!holds) return this.keeper.forget(opened.person, opened.id);
    const [base, written, clashes] = [this.base().written, this.written(), this.clashes()];
    this.kept.set(
      this.keeper.keep(opened.person, opened.id, { shape: 1, at: new Date().toISOString(), base, written, clashes }),
    );
  }
}
