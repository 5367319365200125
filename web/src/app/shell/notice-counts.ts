import { computed, inject, Injectable, untracked } from '@angular/core';
import type { NoticeCount } from '#notices/contracts';
import { answerFrom } from '../contracts/checked-answers.ts';
import { Session } from '../session/session.ts';

/** How many notices the reader has not read; whoever marks some tells it what is left. */
@Injectable({ providedIn: 'root' })
export class NoticeCounts {
  private readonly session = inject(Session);
  private readonly reader = computed(() => this.session.person()?.id);
  private readonly answer = answerFrom('noticeCount', () =>
    this.reader() === undefined ? undefined : '/api/v1/notices/count',
  );
  readonly unread = computed(() => (this.answer.hasValue() ? this.answer.value().unread : 0));

  refresh(): void {
    untracked(() => this.answer.reload());
  }

  know(count: NoticeCount): void {
    this.answer.set(count);
  }
}
