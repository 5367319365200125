import { inject, Injectable } from '@angular/core';
import type { DraftSaved, RequestView, SaveDraftBody } from '#sharing/contracts';
import { CONTRACTS } from '../../contracts/checked-answers.ts';
import type { Problem } from '../../shell/problem.ts';
import { SharingCommands } from '../sharing-commands.ts';
import type { Changes } from './written.ts';

/** Why something could not be saved: no connection or a fault of ours; signed out; may not any more; not taken as it is. */
export type SaveTrouble = 'offline' | 'signed-out' | 'gone' | 'refused';

export type SaveOutcome =
  | { readonly saved: DraftSaved }
  /** Somebody saved first: the request as it is now. */
  | { readonly current: RequestView }
  | { readonly trouble: SaveTrouble; readonly problem: Problem };

export function troubleOf({ status }: Problem): SaveTrouble {
  if (status === 401) return 'signed-out';
  if (status === 403 || status === 404) return 'gone';
  return status === 429 || status <= 0 || status >= 500 ? 'offline' : 'refused';
}

/** Sends what was written, and says what came of it. */
@Injectable({ providedIn: 'root' })
export class DraftSaver {
  private readonly commands = inject(SharingCommands);
  private readonly contracts = inject(CONTRACTS);

  async save(
    { id, actingFor }: { readonly id: string; readonly actingFor?: string },
    changes: Changes & { readonly draftRevision: number },
  ): Promise<SaveOutcome> {
    const body = { ...changes, ...(actingFor === undefined ? {} : { actingFor }) } as SaveDraftBody;
    const answer = await this.commands.saveDraft(id, body);
    if ('done' in answer) return { saved: answer.done };
    const current = await this.currentIn(answer.problem);
    return current ? { current } : { trouble: troubleOf(answer.problem), problem: answer.problem };
  }

  private async currentIn({ status, current }: Problem): Promise<RequestView | undefined> {
    if (status !== 409) return undefined;
    const parsed = (await this.contracts()).request.safeParse(current);
    return parsed.success ? parsed.data : undefined;
  }
}
