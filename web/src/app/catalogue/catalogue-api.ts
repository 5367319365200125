import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CommandResult } from '#catalogue/contracts';
import { uuidv7 } from '#kernel';
import { answerFrom, expecting } from '../contracts/checked-answers.ts';
import { SignInAgain } from '../session/sign-in-again.ts';
import { problemOf, type Problem } from '../shell/problem.ts';

type Address = () => string | undefined;

const at = (slug: string): string => `/api/v1/datasets/${encodeURIComponent(slug)}`;
const when = (value: string | undefined, address: (value: string) => string): string | undefined =>
  value === undefined || value === '' ? undefined : address(value);

export const frontPageOf = () => answerFrom('frontPage', () => '/api/v1/catalogue');

/** @param query what stands behind the `?` */
export const searchFor = (query: () => string) =>
  answerFrom('search', () => `/api/v1/datasets${query() === '' ? '' : `?${query()}`}`);

export const datasetAt = (slug: Address) => answerFrom('dataset', () => when(slug(), at));

/** @param after the revision below which the list begins; the newest where undefined */
export const revisionsOf = (slug: Address, after: Address = () => undefined) =>
  answerFrom('revisions', () =>
    when(slug(), (value) => `${at(value)}/revisions${after() === undefined ? '' : `?after=${after()}`}`),
  );

export interface PreviewChoice {
  readonly dataset: string;
  readonly distribution: string;
}

export const previewOf = (choice: () => PreviewChoice | undefined) =>
  answerFrom('preview', () => {
    const chosen = choice();
    return chosen && `${at(chosen.dataset)}/preview?distribution=${encodeURIComponent(chosen.distribution)}`;
  });

/** The reference lists, fetched once they are wanted. */
export const vocabulariesOf = (wanted: () => boolean = () => true) =>
  answerFrom('vocabularies', () => (wanted() ? '/api/v1/vocabularies' : undefined));

/** Names of the commands as they stand in addresses. */
export type CommandName =
  'describe' | 'set-access' | 'set-visibility' | 'assign-responsibility' | 'publish' | 'withdraw';

export type CommandAnswer = { readonly done: CommandResult } | { readonly problem: Problem };

/** Changes of datasets. A session that ended is begun again over the page, and the same call sent once more. */
@Injectable({ providedIn: 'root' })
export class DatasetCommands {
  private readonly http = inject(HttpClient);
  private readonly signInAgain = inject(SignInAgain);

  register(body: object): Promise<CommandAnswer> {
    return this.send('/api/v1/datasets', body);
  }

  run(dataset: string, command: CommandName, body: object): Promise<CommandAnswer> {
    return this.send(`${at(dataset)}/commands/${command}`, body);
  }

  private async send(address: string, body: object): Promise<CommandAnswer> {
    // The same key on a second try: a call that did arrive is answered as before and done once.
    const headers = { 'Idempotency-Key': uuidv7(Date.now()) };
    const once = async (): Promise<CommandAnswer> => {
      try {
        return {
          done: await firstValueFrom(
            this.http.post<CommandResult>(address, body, { headers, context: expecting('command') }),
          ),
        };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    };
    const answer = await once();
    if (!('problem' in answer) || answer.problem.status !== 401) return answer;
    return (await this.signInAgain.ask()) ? once() : answer;
  }
}
