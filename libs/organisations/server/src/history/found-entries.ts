import type { Queries } from '#platform/database';

/** What a history is narrowed to; whoever asks has the right to all of `scope`. */
export interface HistorySearch {
  /** Organisations whose history it is. */
  readonly scope: readonly string[];
  readonly kinds: readonly string[];
  /** Only what is about one of these datasets, all of organisations of the scope: their history is read from inside. */
  readonly datasets?: readonly string[];
  /** Only what this person did, or what is about them. */
  readonly person?: string;
  /** First and last day in the United Kingdom, YYYY-MM-DD. */
  readonly from?: string;
  readonly until?: string;
}

/** Ids of entries sort by time: the least id of a day, as it begins in the United Kingdom. @param day SQL of a date */
const firstIdOf = (day: string): string =>
  `(lpad(to_hex((extract(epoch from (${day})::timestamp at time zone 'Europe/London') * 1000)::bigint), 12, '0')
    || repeat('0', 20))::uuid`;

/** What an entry is about besides the subject by which it was found. @param subjects SQL of an array of uuids */
const isAbout = (subjects: string): string => `exists (select from ledger_about other
  where other.subject = any(${subjects}) and other.kind = about.kind and other.entry = about.entry)`;

interface Driven {
  /** Subjects whose rows are read; the fewest that hold all that is looked for. */
  readonly drivers: readonly string[];
  readonly conditions: string;
  /** SQL: whether the reader stands where the entry is read from inside. */
  readonly inside: string;
  readonly parameters: readonly unknown[];
}

function drivenBy({ scope, kinds, datasets, person, from, until }: HistorySearch): Driven {
  const ofDatasets = datasets !== undefined;
  const ofPerson = person !== undefined;
  const conditions = [
    `($4::date is null or about.entry >= ${firstIdOf('$4::date')})`,
    `($5::date is null or about.entry < ${firstIdOf('$5::date + 1')})`,
    // Every parameter is named, so that each has its type.
    '($3::uuid[] is null or $6::uuid is null or true)',
    ...(ofPerson && !ofDatasets ? [isAbout('$3::uuid[]')] : []),
    ...(ofPerson && ofDatasets ? [isAbout('array[$6::uuid]')] : []),
  ];
  return {
    drivers: datasets ?? (ofPerson ? [person] : scope),
    conditions: conditions.join(' and '),
    inside:
      ofPerson && !ofDatasets
        ? `(select bool_or(other.inside) from ledger_about other
            where other.subject = any($3::uuid[]) and other.kind = about.kind and other.entry = about.entry)`
        : 'about.inside',
    parameters: [kinds, scope, from ?? null, until ?? null, person ?? null],
  };
}

export interface FoundEntry {
  readonly entry: string;
  readonly inside: boolean;
}

/**
 * One page of entries, the newest first. Each subject and kind has its entries in order, so that a page reads no more than
 * its own size of each, however long the history is.
 * @param before the entry below which the page begins
 */
export async function foundPage(
  queries: Queries,
  search: HistorySearch,
  { before, size }: { readonly before?: string; readonly size: number },
): Promise<FoundEntry[]> {
  const { drivers, conditions, inside, parameters } = drivenBy(search);
  return queries.rows<FoundEntry>(
    `select entry, bool_or(inside) as inside from (
       select hit.entry, hit.inside from unnest($1::uuid[]) as driver cross join unnest($2::text[]) as wanted
       cross join lateral (
         select about.entry, ${inside} as inside from ledger_about about
         where about.subject = driver and about.kind = wanted and ($7::uuid is null or about.entry < $7) and ${conditions}
         order by about.entry desc limit $8
       ) hit
     ) found group by entry order by entry desc limit $8`,
    [drivers, ...parameters, before ?? null, size],
  );
}

const width = 17;

/**
 * All entries, the newest first, sixteen bytes for an id and one for how it is read: a million fit into 17 MB, and no
 * transaction is held open while they are sent.
 */
export async function allFound(queries: Queries, search: HistorySearch): Promise<AllFound> {
  const { drivers, conditions, inside, parameters } = drivenBy(search);
  const [row] = await queries.rows<{ ids: Buffer | null }>(
    `select string_agg(uuid_send(entry) || case when inside then '\\x01'::bytea else '\\x00'::bytea end, ''::bytea
       order by entry desc) as ids
     from (
       select about.entry, bool_or(${inside}) as inside from ledger_about about
       where about.subject = any($1::uuid[]) and about.kind = any($2::text[]) and ${conditions} group by about.entry
     ) found`,
    [drivers, ...parameters],
  );
  return new AllFound(row?.ids ?? Buffer.alloc(0));
}

/** Found entries in a line of bytes, taken out a portion at a time. */
export class AllFound {
  constructor(private readonly bytes: Buffer) {}

  *portions(size: number): Iterable<FoundEntry[]> {
    for (let at = 0; at < this.bytes.length; at += size * width) {
      const part = this.bytes.subarray(at, at + size * width);
      yield Array.from({ length: part.length / width }, (_, index) => {
        const hex = part.toString('hex', index * width, index * width + 16);
        const entry = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
          '-',
        );
        return { entry, inside: part[index * width + 16] === 1 };
      });
    }
  }
}
