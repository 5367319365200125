import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Inbox, InboxItem } from '#sharing/contracts';
import { Contours, Loading, Notice, useTexts } from '#ui';
import { Session } from '../session/session.ts';
import { Announcer } from '../shell/announcer.ts';
import { CurrentPage } from '../shell/current-page.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { BatchBar } from './batch-bar.ts';
import { rowKey } from './batch.ts';
import { InboxFilters } from './inbox-filters.ts';
import { InboxPages, inboxOf, largePage, pageSize } from './inbox-api.ts';
import {
  inboxStateOf,
  isFiltered,
  parametersOf,
  withoutFilters,
  type InboxState,
  type Parameter,
  type Whose,
  whoseOrder,
} from './inbox-state.ts';
import { InboxTable } from './inbox-table.ts';
import { inboxTexts } from './inbox-texts.ts';
import { KeptChoices } from './kept-choices.ts';

/** What waits for the reader, the most urgent first; the address bar holds which part of it is shown. */
@Component({
  selector: 'wl-inbox-page',
  imports: [BatchBar, Contours, InboxFilters, InboxTable, Loading, Notice, RouterLink, WholePageMessage],
  templateUrl: './inbox-page.html',
})
export class InboxPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly pages = inject(InboxPages);
  /** Set once saved filters were looked for, so that a reader who takes them off is not given them back. */
  private begun = false;
  readonly whose = input<Parameter>();
  readonly kind = input<Parameter>();
  readonly organisation = input<Parameter>();
  readonly overdue = input<Parameter>();
  readonly q = input<Parameter>();
  protected readonly page = inject(CurrentPage);
  protected readonly choices = inject(KeptChoices);
  protected readonly t = useTexts(inboxTexts);
  protected readonly sides = whoseOrder;
  protected readonly size = { usual: pageSize, large: largePage };
  /** What is kept in the browser shows once the page is drawn: the server knows nothing of it. */
  protected readonly drawn = signal(false);
  protected readonly state = computed(() =>
    inboxStateOf({
      whose: this.whose(),
      kind: this.kind(),
      organisation: this.organisation(),
      overdue: this.overdue(),
      q: this.q(),
    }),
  );
  protected readonly filtered = computed(() => isFiltered(this.state()));
  private readonly answer = inboxOf(this.state);
  /** The last list stays on the page while the next one is on its way. */
  protected readonly first = linkedSignal<Inbox | undefined, Inbox | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (arrived, before) => arrived ?? before?.value,
  });
  /** What was asked for beyond the first page; it goes when the list is another. */
  private readonly later = linkedSignal<Inbox | undefined, readonly Inbox[]>({
    source: this.first,
    computation: () => [],
  });
  protected readonly items = computed(() => [this.first(), ...this.later()].flatMap((list) => list?.items ?? []));
  protected readonly next = computed(() => (this.later().at(-1) ?? this.first())?.next);
  protected readonly reading = signal(false);
  protected readonly readFailed = signal(false);
  private readonly chosenKeys = linkedSignal<string, ReadonlySet<string>>({
    source: () => JSON.stringify(this.state()),
    computation: () => new Set(),
  });
  protected readonly chosen = computed(() => this.items().filter((item) => this.chosenKeys().has(rowKey(item))));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly asksToSignIn = computed(
    () => (this.session.known() && this.session.person() === null) || this.problem()?.status === 401,
  );
  protected readonly usesSaved = computed(() => {
    const saved = this.drawn() ? this.choices.filters() : undefined;
    return saved !== undefined && JSON.stringify(saved) === JSON.stringify(this.state());
  });

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.t.title, status: 403 };
      return this.first() ? { title: this.t.title } : undefined;
    });
    effect(() => {
      const list = this.answer.hasValue() ? this.answer.value() : undefined;
      if (list) this.announcer.say(this.countWords(list.items.length, list.next === undefined, list.counts.overdue));
    });
    afterNextRender(() => this.drawn.set(true));
    afterRenderEffect(() => {
      if (this.begun || !this.session.known()) return;
      this.begun = true;
      const saved = this.choices.filters();
      if (saved && Object.keys(parametersOf(this.state())).length === 0) this.go(saved, true);
    });
  }

  protected countOf(whose: Whose): number | undefined {
    const counts = this.first()?.counts;
    return counts && { mine: counts.mine, 'standing-in': counts.standingIn, team: counts.team }[whose];
  }

  protected parametersFor(whose: Whose) {
    return parametersOf({ ...this.state(), whose });
  }

  protected countWords(count: number, whole: boolean, overdue: number): string {
    const shown = this.t.shown(count, whole);
    return overdue > 0 ? `${shown}, ${this.t.overdueCount(overdue)}` : shown;
  }

  protected go(state: InboxState, replaceUrl = false): void {
    void this.router.navigate(['/inbox'], { queryParams: parametersOf(state), replaceUrl });
  }

  protected showAll(): void {
    this.go(withoutFilters(this.state()));
  }

  protected saveFilters(): void {
    const kept = this.choices.saveFilters(this.state());
    this.announcer.say(kept ? this.t.saved : this.t.notSaved);
  }

  protected forgetFilters(): void {
    this.choices.forgetFilters();
    this.announcer.say(this.t.forgotten);
  }

  protected choose(item: InboxItem, chosen: boolean): void {
    const key = rowKey(item);
    this.chosenKeys.update((keys) => new Set(chosen ? [...keys, key] : [...keys].filter((one) => one !== key)));
  }

  protected chooseNone(): void {
    this.chosenKeys.set(new Set());
  }

  protected readAgain(): void {
    this.chooseNone();
    this.answer.reload();
  }

  protected async showMore(size: number): Promise<void> {
    const cursor = this.next();
    const state = this.state();
    if (cursor === undefined || this.reading()) return;
    this.reading.set(true);
    const more = await this.pages.after(state, cursor, size);
    this.reading.set(false);
    // Another list may have come meanwhile.
    if (cursor !== this.next()) return;
    this.readFailed.set(more === undefined);
    if (!more) return;
    this.later.update((lists) => [...lists, more]);
    this.announcer.say(this.t.moreCame(more.items.length));
  }
}
