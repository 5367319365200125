import { searchQuery, type SearchQuery } from '#catalogue/contracts';
import { FrontPages, PostgresSearch } from '#catalogue/server';
import { anyone } from '#kernel';
import type { Database } from '#platform/database';

/** One measured figure, with the bound that was promised for it. Times in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly bound: number;
}

type Address = Readonly<Record<string, string | readonly string[]>>;

const parsed = (address: Address): SearchQuery => searchQuery.parse(address);

/** Words that stand in at most 10,000 of the generated datasets, each search with another, so that no cache answers. */
const selective: readonly Address[] = [
  { q: 'culvert' },
  { q: 'air quality' },
  { q: 'turbidity reservoir' },
  { q: '"nitrogen dioxide"' },
  { q: 'apprenticeships employer' },
  { q: 'girth' },
  { q: 'marriage ceremony' },
  { q: 'kilowatt', format: 'csv' },
  { q: 'Ashcombe libraries', theme: 'EDUC' },
  { q: 'diffusion tubes -rural', access: ['open', 'not-stated'] },
  { q: 'heritage monument', licence: 'ogl-3.0', sort: 'newest' },
  { q: 'allotm' },
  { q: 'hereditament', sort: 'title' },
  { q: 'chlorine' },
  { q: 'polling station' },
  { q: 'Yarrowdale' },
  { q: 'childminder funded' },
  { q: 'reablement carers', personalData: 'none' },
  { q: 'culvrt' },
  { q: 'recycing contaminaton' },
  { q: 'premises' },
  { q: 'refuse', format: ['csv', 'json'] },
  { q: 'recycling', theme: 'ENVI', access: 'open' },
];

/** Words that stand in every dataset, no word at all, half a word, and a word that is excluded. */
const broad: readonly Address[] = [
  { q: 'council' },
  { q: 'service' },
  { q: 'residents businesses' },
  { q: '"residents and businesses"' },
  { q: 'dataset published' },
  { q: 'council', theme: ['TRAN', 'ENVI'], format: 'csv' },
  { q: 'council run', sort: 'title' },
  { q: 'see', sort: 'newest' },
  { q: 'council -parking' },
  { q: '-culvert' },
  { q: 'co' },
  { q: 'pla' },
  { q: 'businesses', page: '50' },
  { q: '', publisher: 'aldermere-city-council' },
  { q: '', sort: 'title', access: 'open' },
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const rank = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0).toFixed(1));
};

const figureOf = (name: string, bound: number, times: readonly number[]): Figure => ({
  name,
  bound,
  runs: times.length,
  p50: rank(times, 0.5),
  p95: rank(times, 0.95),
});

/** Each search by a search engine that remembers nothing, one after the other, `rounds` times over. */
async function searched(database: Database, addresses: readonly Address[], rounds: number): Promise<number[]> {
  const times: number[] = [];
  const warm = new PostgresSearch(database);
  for (const address of addresses) await warm.search(parsed(address), anyone);
  for (let round = 0; round < rounds; round += 1) {
    const search = new PostgresSearch(database);
    for (const address of addresses) times.push(await timed(() => search.search(parsed(address), anyone)));
  }
  return times;
}

/**
 * Measures search and front page on a database that holds the generated datasets: one client, facets and all, after
 * every page has been read once. The database is analysed, as autovacuum leaves it.
 */
export async function measureSearch(database: Database, rounds = 10): Promise<Figure[]> {
  const fronts = new FrontPages(database);
  await fronts.view(anyone);
  const front: number[] = [];
  for (let round = 0; round < rounds * 10; round += 1) front.push(await timed(() => fronts.view(anyone)));
  return [
    figureOf('search with facets, at most 10,000 found', 60, await searched(database, selective, rounds)),
    figureOf('search with facets, any words', 200, await searched(database, broad, rounds)),
    figureOf('front page of the catalogue', 20, front),
  ];
}
