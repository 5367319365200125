import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { NoticeCount, NoticeView, ReadNoticesBody } from '#notices/contracts';
import { answerFrom, expecting } from '../contracts/checked-answers.ts';
import { SignInAgain } from '../session/sign-in-again.ts';
import { NoticeCounts } from '../shell/notice-counts.ts';
import { problemOf, type Problem } from '../shell/problem.ts';

/** As many of what waits as are shown at once; nobody is asked more on a usual day. */
const mostWaiting = 100;

/** What asks something of the reader. @param wanted false where a page shows older notices alone */
export const waitingNotices = (wanted: () => boolean) =>
  answerFrom('notices', () => (wanted() ? `/api/v1/notices?only=waiting&size=${mostWaiting}` : undefined));

/** @param before the notice that the list goes on after; the newest where undefined */
export const happenedNotices = (before: () => string | undefined) =>
  answerFrom('notices', () => {
    const last = before();
    return `/api/v1/notices?only=happened${last === undefined ? '' : `&before=${last}`}`;
  });

/** Marks what the reader has read, and tells the bell what is left. */
@Injectable({ providedIn: 'root' })
export class ReadMarks {
  private readonly http = inject(HttpClient);
  private readonly counts = inject(NoticeCounts);
  private readonly signInAgain = inject(SignInAgain);

  /** One that is being opened: the reader is on the way and is asked nothing if it fails. */
  async opened({ id, read }: NoticeView): Promise<void> {
    if (!read) await this.send({ ids: [id] });
  }

  /** One and all that are older. Gives undefined when they are marked, otherwise why not. */
  async allUpTo(newest: string): Promise<Problem | undefined> {
    const problem = await this.send({ upTo: newest });
    if (problem?.status !== 401) return problem;
    return (await this.signInAgain.ask()) ? this.send({ upTo: newest }) : problem;
  }

  private async send(body: ReadNoticesBody): Promise<Problem | undefined> {
    const context = expecting('noticeCount');
    try {
      const left = this.http.post<NoticeCount>('/api/v1/notices/commands/read', body, { context });
      this.counts.know(await firstValueFrom(left));
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  }
}
