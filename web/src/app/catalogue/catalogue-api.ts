import { inject, Injectable } from '@angular/core';
import type { CommandResult } from '#catalogue/contracts';
import { answerFrom } from '../contracts/checked-answers.ts';
import { ChangeCalls, type Changed } from '../session/change-calls.ts';

type Address = () => string | undefined;

const at = (slug: string): string => `/api/v1/datasets/${encodeURIComponent(slug)}`;
const when = (value: string | undefined, address: (value: string) => string): string | undefined =>
  value === undefined || value === '' ? undefined : address(value);

export const frontPageOf = () => answerFrom('frontPage', () => '/api/v1/catalogue');

/** @param query what stands behind the `?` */
export const searchFor = (query: () => string) =>
  answerFrom('search', () => `/api/v1/datasets${query() === '' ? '' : `?${query()}`}`);

export const datasetAt = (slug: Address) => answerFrom('dataset', () => when(slug(), at));

/** @param before the revision below which the list begins; the newest where undefined */
export const revisionsOf = (slug: Address, before: Address = () => undefined) =>
  answerFrom('revisions', () =>
    when(slug(), (value) => `${at(value)}/revisions${before() === undefined ? '' : `?before=${before()}`}`),
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

/** Changes of datasets. A session that ended is begun again over the page, and the same call sent once more. */
@Injectable({ providedIn: 'root' })
export class DatasetCommands {
  private readonly calls = inject(ChangeCalls);

  register(body: object): Promise<Changed<CommandResult>> {
    return this.send('/api/v1/datasets', body);
  }

  run(dataset: string, command: CommandName, body: object): Promise<Changed<CommandResult>> {
    return this.send(`${at(dataset)}/commands/${command}`, body);
  }

  private send(address: string, body: object): Promise<Changed<CommandResult>> {
    return this.calls.send({ method: 'POST', address, body, answer: 'command' });
  }
}
