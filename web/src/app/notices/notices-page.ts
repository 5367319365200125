import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isUuid } from '#kernel';
import type { NoticeView } from '#notices/contracts';
import { Contours, Loading, Notice, useTexts } from '#ui';
import { Session } from '../session/session.ts';
import { Announcer } from '../shell/announcer.ts';
import { CurrentPage } from '../shell/current-page.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { MailChoice } from './mail-choice.ts';
import { NoticeLine } from './notice-line.ts';
import { newestOf } from './notice-order.ts';
import { happenedNotices, ReadMarks, waitingNotices } from './notices-api.ts';
import { noticesTexts } from './notices-texts.ts';

/** What waits for the reader, and what happened; older notices a page at a time. */
@Component({
  selector: 'wl-notices-page',
  imports: [Contours, Loading, MailChoice, Notice, NoticeLine, RouterLink, WholePageMessage],
  templateUrl: './notices-page.html',
  host: { '(window:focus)': 'readAgain()' },
})
export class NoticesPage {
  private readonly session = inject(Session);
  private readonly marks = inject(ReadMarks);
  private readonly announcer = inject(Announcer);
  /** The notice after which the list goes on. */
  readonly before = input<string>();
  protected readonly page = inject(CurrentPage);
  protected readonly t = useTexts(noticesTexts);
  protected readonly working = signal(false);
  protected readonly refused = signal(false);
  protected readonly older = computed(() => {
    const before = this.before();
    return before !== undefined && isUuid(before) ? before : undefined;
  });
  private readonly waiting = waitingNotices(() => this.older() === undefined);
  private readonly happened = happenedNotices(this.older);
  protected readonly problem = computed(() => {
    const error = this.happened.error() ?? this.waiting.error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly asksToSignIn = computed(
    () => (this.session.known() && this.session.person() === null) || this.problem()?.status === 401,
  );
  protected readonly lists = computed(() => {
    const happened = this.happened.hasValue() ? this.happened.value() : undefined;
    const waiting = this.waiting.hasValue() ? this.waiting.value() : undefined;
    if (!happened || (!waiting && this.older() === undefined)) return undefined;
    return {
      waiting: waiting?.items ?? [],
      moreWaiting: waiting?.next !== undefined,
      happened: happened.items,
      unread: happened.unread,
      next: happened.next,
      empty: this.older() === undefined && happened.items.length + (waiting?.items.length ?? 0) === 0,
    };
  });

  constructor() {
    describePage(() => {
      if (this.asksToSignIn()) return { title: this.t.title, status: 403 };
      return this.lists() ? { title: this.t.title } : undefined;
    });
  }

  protected readAgain(): void {
    this.happened.reload();
    this.waiting.reload();
  }

  protected async markRead(notice: NoticeView): Promise<void> {
    await this.marks.opened(notice);
    this.readAgain();
  }

  protected async markAllRead(): Promise<void> {
    const lists = this.lists();
    const newest = lists && newestOf(lists.waiting, lists.happened);
    if (newest === undefined || lists?.unread === 0 || this.working()) return;
    this.working.set(true);
    const problem = await this.marks.allUpTo(newest);
    this.working.set(false);
    this.refused.set(problem !== undefined);
    if (problem) return;
    this.readAgain();
    this.announcer.say(this.t.allRead);
  }
}
