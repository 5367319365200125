import { facetNames, type FacetName, type SearchQuery, type SearchResult } from '#catalogue/contracts';
import type { Actor } from '#kernel';
import type { Queries } from '#platform/database';
import type { CompiledQuery } from './compile-query.ts';
import { codesOfBits, facetLabel, packedFacets, shownOrder, unpackCode, type CodedFacet } from './facet-codes.ts';
import { chosenFacets, facetBit, holdsChosen, matched, Parameters, seenBy } from './matching.ts';

interface GroupRow {
  /** Bits of the facets whose choice leaves these rows out: none, or one. */
  readonly failed: number;
  readonly publisher: number | null;
  readonly codes: number | null;
  readonly themes: number | null;
  readonly formats: number | null;
  readonly count: number;
}

export interface Counts {
  readonly total: number;
  readonly values: Readonly<Record<FacetName, ReadonlyMap<string | number, number>>>;
}

/**
 * The statement that counts every facet and the total in one reading of the matching rows. A row left out by the choice
 * in one facet alone counts in that facet; one left out by two counts nowhere. So a facet's own choice does not empty its
 * other values.
 */
function countingStatement(query: SearchQuery, compiled: CompiledQuery, reader: Actor, parameters: Parameters): string {
  const chosen = chosenFacets(query);
  const rows = `dataset_search where ${matched(compiled, parameters)} and ${seenBy(reader, parameters)}`;
  if (chosen.length === 0) {
    return `select 0 as failed, publisher, codes, themes, formats, count(*)::integer as count from ${rows}
      group by grouping sets (publisher, codes, themes, formats)`;
  }
  const failures = chosen.map(
    (name) => `case when ${holdsChosen(name, query[name], parameters)} then 0 else ${facetBit(name)} end`,
  );
  return `select failed, publisher, codes, themes, formats, count(*)::integer as count
    from (select (${failures.join(' | ')}) as failed, publisher, codes, themes, formats from ${rows}) as found
    where failed in (${[0, ...chosen.map(facetBit)].join(', ')})
    group by grouping sets ((failed, publisher), (failed, codes), (failed, themes), (failed, formats))`;
}

/** Counts of the facets and the total, as this reader may know them. */
export async function countFacets(
  queries: Queries,
  query: SearchQuery,
  compiled: CompiledQuery,
  reader: Actor,
): Promise<Counts> {
  const parameters = new Parameters();
  const statement = countingStatement(query, compiled, reader, parameters);
  const values = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Record<
    FacetName,
    Map<string | number, number>
  >;
  let total = 0;
  for (const row of await queries.rows<GroupRow>(statement, parameters.values)) {
    const count = (name: FacetName, value: string | number): void => {
      if (row.failed !== 0 && row.failed !== facetBit(name)) return;
      values[name].set(value, (values[name].get(value) ?? 0) + row.count);
    };
    if (row.publisher !== null) count('publisher', row.publisher);
    if (row.codes !== null) {
      if (row.failed === 0) total += row.count;
      for (const name of packedFacets) count(name, unpackCode(name, row.codes));
    }
    if (row.themes !== null) for (const code of codesOfBits('theme', row.themes)) count('theme', code);
    if (row.formats !== null) for (const code of codesOfBits('format', row.formats)) count('format', code);
  }
  return { total, values };
}

/** A publisher as a value of its facet. */
interface PublisherValue {
  readonly code: number | null;
  readonly slug: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** Names of the publishers counted, and of those chosen that were found nowhere. */
async function publishersOf(
  queries: Queries,
  codes: readonly number[],
  chosen: readonly string[],
): Promise<PublisherValue[]> {
  const rows = await queries.rows<{ code: number | null; id: string; slug: string; name: string }>(
    `select search_publisher.code, organisation.id, slug, name
     from organisation left join search_publisher on search_publisher.organisation = organisation.id
     where code = any($1::integer[]) or organisation.slug = any($2::text[]) or organisation.id::text = any($2::text[])`,
    [codes, chosen.map((value) => value.toLowerCase().replace(/[^a-z0-9-]/g, ' '))],
  );
  return rows.map(({ id, ...row }) => ({ ...row, chosen: chosen.includes(row.slug) || chosen.includes(id) }));
}

type Value = SearchResult['facets'][number]['values'][number];

const byCount = (a: Value, b: Value): number => b.count - a.count;

/** The facets as they are shown: most frequent first, values chosen also where nothing has them. */
export async function facetsOf(
  queries: Queries,
  query: SearchQuery,
  { values }: Counts,
): Promise<SearchResult['facets']> {
  const publisherCounts = values.publisher as ReadonlyMap<number, number>;
  const publishers = await publishersOf(queries, [...publisherCounts.keys()], query.publisher);
  const publisherValues = publishers
    .map(({ code, slug, name, chosen }) => ({
      value: slug,
      label: name,
      count: publisherCounts.get(code ?? 0) ?? 0,
      chosen,
    }))
    .sort((a, b) => byCount(a, b) || a.label.localeCompare(b.label, 'en'));
  const coded = (name: CodedFacet): Value[] =>
    shownOrder[name]
      .map((code) => ({
        value: code,
        label: facetLabel(name, code),
        count: values[name].get(code) ?? 0,
        chosen: query[name].includes(code),
      }))
      .filter(({ count, chosen }) => count > 0 || chosen)
      .sort(byCount);
  return facetNames.map((name) => ({ name, values: name === 'publisher' ? publisherValues : coded(name) }));
}
