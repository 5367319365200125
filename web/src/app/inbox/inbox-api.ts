import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Inbox } from '#sharing/contracts';
import { answerFrom, expecting } from '../contracts/checked-answers.ts';
import { queryOf, type InboxState } from './inbox-state.ts';

/** As many as come at once; more can be asked for. */
export const pageSize = 50;
export const largePage = 500;

const addressOf = (state: InboxState, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...more, size: more['size'] ?? String(pageSize) });
  return `/api/v1/inbox?${[queryOf(state), query.toString()].filter((part) => part !== '').join('&')}`;
};

export const inboxOf = (state: () => InboxState) => answerFrom('inbox', () => addressOf(state()));

/** What stands behind the end of a list. */
@Injectable({ providedIn: 'root' })
export class InboxPages {
  private readonly http = inject(HttpClient);

  /** @returns undefined where it could not be read */
  async after(state: InboxState, cursor: string, size: number): Promise<Inbox | undefined> {
    const address = addressOf(state, { after: cursor, size: String(size) });
    try {
      return await firstValueFrom(this.http.get<Inbox>(address, { context: expecting('inbox') }));
    } catch {
      return undefined;
    }
  }
}
