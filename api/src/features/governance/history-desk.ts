import { stringify } from 'csv-stringify/sync';
import { datasetsAbout, vocabularyLists } from '#catalogue/server';
import type { PersonActor } from '#kernel';
import type { HistoryFilter, HistoryPage, HistoryQuery } from '#organisations/contracts';
import { historyCells, historyColumns, type History, type HistorySearch } from '#organisations/server';
import type { Database } from '#platform/database';
import { found } from '../../http/problems/index.ts';

interface Asked {
  readonly search: HistorySearch;
  readonly offices: HistoryPage['organisations'];
  readonly narrowed: HistoryPage['narrowed'];
}

/** The name of a person as the entries have it: of one whom this reader does not name there is none. */
const nameIn = (items: HistoryPage['items'], person: string): string =>
  items.find(({ by }) => by.person === person)?.by.name ?? 'this person';

/** The history of the organisations that somebody answers for or watches over, narrowed as the address says. */
export class HistoryDesk {
  constructor(
    private readonly database: Database,
    private readonly history: History,
  ) {}

  async page(actor: PersonActor, query: HistoryQuery): Promise<HistoryPage> {
    const { search, offices, narrowed } = await this.asked(actor, query);
    const { before, size } = query;
    const { items, next } = await this.history.page(search, { size, ...(before ? { before } : {}) });
    return {
      items,
      ...(next === undefined ? {} : { next }),
      organisations: offices,
      kinds: [...this.history.kinds],
      subjectAreas: vocabularyLists.subjectAreas.map(({ code, label }) => ({ code, label })),
      narrowed: { ...narrowed, ...(query.person === undefined ? {} : { person: nameIn(items, query.person) }) },
    };
  }

  /** Every entry as CSV (RFC 4180), a portion at a time. */
  async csv(actor: PersonActor, filter: HistoryFilter): Promise<AsyncIterable<string>> {
    const { search } = await this.asked(actor, filter);
    return this.lines(search);
  }

  private async *lines(search: HistorySearch): AsyncIterable<string> {
    const written = { escape_formulas: true, record_delimiter: 'windows' } as const;
    yield stringify([[...historyColumns]], written);
    for await (const items of this.history.all(search)) yield stringify(items.map(historyCells), written);
  }

  /** @throws 404 for those who read nobody's history, and for an organisation that is not theirs to read */
  private async asked(actor: PersonActor, filter: HistoryFilter): Promise<Asked> {
    const offices = await this.history.officesOf(actor);
    const chosen = offices.filter(({ slug }) => filter.organisation === undefined || slug === filter.organisation);
    found(chosen.at(0));
    const scope = chosen.map(({ id }) => id);
    const { dataset: slug, subjectArea, person, from, until } = filter;
    const byData = slug !== undefined || subjectArea !== undefined;
    const meant = { ...(slug ? { slug } : {}), ...(subjectArea ? { subjectArea } : {}) };
    const datasets = byData ? await datasetsAbout(this.database, scope, meant) : undefined;
    const title = slug === undefined ? undefined : found(datasets?.at(0)).title;
    return {
      search: {
        scope,
        kinds: this.history.kinds.map(({ code }) => code).filter((code) => !filter.kind || code === filter.kind),
        ...(datasets ? { datasets: datasets.map(({ id }) => id) } : {}),
        ...(person === undefined ? {} : { person }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
      offices: offices.map(({ slug: office, name: called }) => ({ slug: office, name: called })),
      narrowed: title === undefined ? {} : { dataset: title },
    };
  }
}
