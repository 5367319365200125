import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { RequestView } from '#sharing/contracts';
import { expecting } from '../../contracts/checked-answers.ts';
import { problemOf, type Problem } from '../../shell/problem.ts';
import { itemOf } from '../draft/written.ts';
import { DraftSaver } from '../draft/draft-saver.ts';

const gone: Problem = { status: 404, code: 'web.draft-gone', title: 'This draft is not there any more', faults: [] };

/** Adds datasets to a draft that is there already, beside whatever somebody else writes meanwhile. */
@Injectable({ providedIn: 'root' })
export class DraftFiller {
  private readonly http = inject(HttpClient);
  private readonly saver = inject(DraftSaver);

  /** Gives undefined when they are in it, otherwise why not. */
  async fill(request: string, datasets: readonly string[]): Promise<Problem | undefined> {
    try {
      const address = `/api/v1/requests/${encodeURIComponent(request)}`;
      const now = await firstValueFrom(this.http.get<RequestView>(address, { context: expecting('request') }));
      return await this.put(now, datasets);
    } catch (error) {
      return problemOf(error);
    }
  }

  private async put(request: RequestView, datasets: readonly string[]): Promise<Problem | undefined> {
    const { draft } = request;
    if (!draft) return gone;
    const there = new Set(draft.basket.map(({ id }) => id));
    const added = datasets.filter((id) => !there.has(id)).map((dataset) => ({ dataset, columns: [] }));
    if (added.length === 0) return undefined;
    const actingFor = request.requester.organisation?.id;
    const outcome = await this.saver.save(
      { id: request.id, ...(actingFor === undefined ? {} : { actingFor }) },
      { draftRevision: draft.revision, basket: [...draft.basket.map(itemOf), ...added] },
    );
    if ('saved' in outcome) return undefined;
    return 'current' in outcome ? this.put(outcome.current, datasets) : outcome.problem;
  }
}
