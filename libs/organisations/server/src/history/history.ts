import { roleLabels, roles, type Actor } from '#kernel';
import type { HistoryTeller, ToldStream } from '#ledger/server';
import type { HistoryItem } from '#organisations/contracts';
import { historyReach } from '#organisations/domain';
import type { Database } from '#platform/database';
import { allFound, foundPage, type FoundEntry, type HistorySearch } from './found-entries.ts';

interface EntryRow {
  readonly id: string;
  readonly kind: string;
  readonly stream: string;
  readonly type: string;
  readonly schema_version: number;
  /** ISO 8601 in UTC: a million are exported as they come. */
  readonly at: string;
  readonly facts: unknown;
  readonly actor_kind: string;
  readonly actor_standing: string;
  readonly actor_person: string | null;
  readonly actor_organisation: string | null;
  readonly person_name: string | null;
  readonly organisation_slug: string | null;
  readonly organisation_name: string | null;
}

export interface HistoryOffice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** As many entries as are read and told at once of an export. */
const portion = 4000;
/** As many portions as are read ahead. */
const ahead = 2;

const standingLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(roles.map((role) => [role, roleLabels[role]])),
  requester: 'who asks',
  adviser: 'adviser',
  assignee: 'assigned to it',
  recipient: 'who receives it',
  'recipient-signatory': 'signatory',
  board: 'board',
  self: 'for themself',
};

/** The whole ledger as sentences: for boards, and for those who work for an organisation. */
export class History {
  private readonly tellers: ReadonlyMap<string, HistoryTeller>;

  constructor(
    private readonly database: Database,
    tellers: readonly HistoryTeller[],
  ) {
    this.tellers = new Map(tellers.map((teller) => [teller.kind, teller]));
  }

  get kinds(): readonly { readonly code: string; readonly label: string }[] {
    return [...this.tellers.values()].map(({ kind, label }) => ({ code: kind, label }));
  }

  /** Organisations whose history the actor reads, by name. */
  officesOf(actor: Actor): Promise<HistoryOffice[]> {
    const { own, boards } = historyReach(actor);
    return this.database.rows<HistoryOffice>(
      `select id, slug, name from organisation
       where id = any($1::uuid[]) or state->'boards' ?| $2::text[] or id = any($2::uuid[]) order by lower(name), id`,
      [own, boards],
      'history-offices',
    );
  }

  /** The newest entries. @returns one more than `size` where there are more */
  async page(
    search: HistorySearch,
    { before, size }: { readonly before?: string; readonly size: number },
  ): Promise<{ readonly items: HistoryItem[]; readonly next?: string }> {
    const found = await foundPage(this.database, this.askable(search), {
      ...(before ? { before } : {}),
      size: size + 1,
    });
    const shown = found.slice(0, size);
    const last = shown.at(-1)?.entry;
    const items = await this.told(shown, new Set(search.scope));
    return found.length > size && last !== undefined ? { items, next: last } : { items };
  }

  /** Every entry, the newest first. */
  async *all(search: HistorySearch): AsyncIterable<HistoryItem[]> {
    const found = await allFound(this.database, this.askable(search));
    const scope = new Set(search.scope);
    const waiting: Promise<HistoryItem[]>[] = [];
    for (const next of found.portions(portion)) {
      waiting.push(this.told(next, scope));
      // One who stops reading does not hear of it.
      waiting.at(-1)?.catch(() => undefined);
      // The database reads the next portions while one is sent.
      if (waiting.length > ahead) yield (await waiting.shift()) ?? [];
    }
    for (const items of waiting) yield await items;
  }

  /** Kinds that can be about what is looked for: of the others nothing need be read. */
  private askable(search: HistorySearch): HistorySearch {
    if (search.datasets === undefined) return search;
    return { ...search, kinds: search.kinds.filter((kind) => this.tellers.get(kind)?.ofDatasets) };
  }

  private async told(found: readonly FoundEntry[], scope: ReadonlySet<string>): Promise<HistoryItem[]> {
    const rows = await this.entries(found);
    const streams = await this.streams(rows);
    const inside = new Set(found.flatMap((one) => (one.inside ? [one.entry] : [])));
    return rows.flatMap((row) => {
      const teller = this.tellers.get(row.kind);
      const within = inside.has(row.id);
      const sentence = teller?.tell(row, within);
      if (!teller || sentence === undefined) return [];
      const { path, ...stream } = streams.get(row.stream) ?? { title: 'something that is gone' };
      return [
        {
          id: row.id,
          at: row.at,
          kind: { code: teller.kind, label: teller.label },
          sentence,
          about: within && path !== undefined ? { ...stream, path } : stream,
          by: byWhom(row, scope),
        },
      ];
    });
  }

  private entries(found: readonly FoundEntry[]): Promise<EntryRow[]> {
    return this.database.rows<EntryRow>(
      `select entry.id, entry.kind, entry.stream, entry.type, entry.schema_version, entry.facts,
         to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
         entry.actor_kind, entry.actor_standing, entry.actor_person, entry.actor_organisation,
         person.name as person_name, organisation.slug as organisation_slug, organisation.name as organisation_name
       from ledger_entry entry
       left join person on person.id = entry.actor_person
       left join organisation on organisation.id = entry.actor_organisation
       where entry.id = any($1::uuid[]) order by entry.id desc`,
      [found.map(({ entry }) => entry)],
      'history-entries',
    );
  }

  private async streams(rows: readonly EntryRow[]): Promise<ReadonlyMap<string, ToldStream>> {
    const byKind = Map.groupBy(rows, ({ kind }) => kind);
    const told = await Promise.all(
      [...byKind].map(async ([kind, group]) => {
        const ids = [...new Set(group.map(({ stream }) => stream))];
        return this.tellers.get(kind)?.streams(this.database, ids);
      }),
    );
    return new Map(told.flatMap((one) => [...(one ?? [])]));
  }
}

/** Names of the people of one's own scope; of others the organisation alone, and nobody's name of those who act for none. */
function byWhom(row: EntryRow, scope: ReadonlySet<string>): HistoryItem['by'] {
  if (row.actor_kind === 'machine') return { name: 'Wayleave' };
  const role = standingLabels[row.actor_standing] ?? row.actor_standing;
  if (row.actor_organisation === null) return { name: 'An individual' };
  const organisation = {
    slug: row.organisation_slug ?? '',
    name: row.organisation_name ?? 'an organisation that is gone',
  };
  if (!scope.has(row.actor_organisation)) return { name: organisation.name, role, organisation };
  const name = row.person_name || 'somebody whose name was erased';
  return { name, role, organisation, ...(row.actor_person === null ? {} : { person: row.actor_person }) };
}
