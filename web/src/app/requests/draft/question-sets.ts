import { HttpClient } from '@angular/common/http';
import { effect, inject, PendingTasks, signal, untracked, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { QuestionSet } from '#sharing/domain';
import type { Answer } from '../../contracts/answers.ts';
import { expecting } from '../../contracts/checked-answers.ts';
import { problemOf, type Problem } from '../../shell/problem.ts';

export interface NamedSet {
  readonly id: string;
  readonly version: number;
}

export interface QuestionSets {
  /** All of them; undefined until the last is there. */
  readonly value: Signal<readonly QuestionSet[] | undefined>;
  readonly problem: Signal<Problem | undefined>;
}

const addressOf = ({ id, version }: NamedSet): string =>
  `/api/v1/question-sets/${encodeURIComponent(id)}?version=${version}`;

/**
 * The question sets of a form, as many as its owners have: a version never changes, so each is fetched once for the page. To
 * be called where a component is made.
 */
export function questionSetsOf(named: () => readonly NamedSet[] | undefined): QuestionSets {
  const http = inject(HttpClient);
  const tasks = inject(PendingTasks);
  const value = signal<readonly QuestionSet[] | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const known = new Map<string, Promise<QuestionSet>>();
  const fetched = (set: NamedSet): Promise<QuestionSet> => {
    const address = addressOf(set);
    const found = known.get(address);
    if (found) return found;
    const asked = firstValueFrom(http.get<Answer<'questionSet'>>(address, { context: expecting('questionSet') }));
    known.set(address, asked as Promise<QuestionSet>);
    return asked as Promise<QuestionSet>;
  };
  effect((onCleanup) => {
    const wanted = named();
    let current = true;
    onCleanup(() => (current = false));
    if (!wanted) return;
    // A page that is rendered on the server waits for tasks.
    tasks.run(async () => {
      try {
        const sets = await Promise.all(untracked(() => wanted.map(fetched)));
        if (current) value.set(sets);
      } catch (error) {
        if (current) problem.set(problemOf(error));
      }
    });
  });
  return { value, problem };
}
