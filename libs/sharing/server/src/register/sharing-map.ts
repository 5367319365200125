import { vocabularyLists } from '#catalogue/server';
import { localDate } from '#kernel';
import { publicReader } from '#ledger/server';
import type { Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { MapFlow, MapPlace, MapQuery, SharingMapView } from '#sharing/contracts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly provider: MapPlace & { readonly slug: string };
  readonly recipient: (MapPlace & { readonly slug: string }) | null;
  readonly datasets: readonly { readonly title: string; readonly areas: readonly string[]; readonly access: string }[];
}

const individuals: MapPlace = { id: 'individuals', name: 'Individuals' };

const placeSql = (table: string): string =>
  `jsonb_build_object('id', ${table}.id, 'slug', ${table}.slug, 'name', ${table}.name, 'kind', ${table}.kind)`;

/** Agreements in force today. Of datasets that are not listed for everybody the map says no more than the register. */
const inForceSql = `
  select agreement.id, agreement.content->>'title' as title, ${placeSql('provider')} as provider,
    case when recipient.id is null then null else ${placeSql('recipient')} end as recipient,
    (select coalesce(jsonb_agg(jsonb_build_object('title', dataset.content->>'title',
         'areas', coalesce(dataset.state->'subjectAreas', '[]'), 'access', dataset.access) order by agreed.place), '[]')
      from jsonb_array_elements(agreement.state->'datasets') with ordinality as agreed (one, place)
      join dataset on dataset.id = (agreed.one->>'dataset')::uuid
      where exists (select from audience where audience.kind = 'dataset' and audience.id = dataset.id
        and audience.reader = $2)) as datasets
  from agreement join organisation provider on provider.id = agreement.provider
  left join organisation recipient on recipient.id = agreement.recipient
  where agreement.status = 'in-force' and agreement.starts_on <= $1::date and agreement.ends_on >= $1::date
  order by lower(provider.name), lower(recipient.name) nulls last, agreement.id`;

const isMeant = ({ organisation, subjectArea, access }: MapQuery, row: Row): boolean =>
  (organisation === undefined || row.provider.slug === organisation || row.recipient?.slug === organisation) &&
  (subjectArea === undefined || row.datasets.some(({ areas }) => areas.includes(subjectArea))) &&
  (access === undefined || row.datasets.some((dataset) => dataset.access === access));

const placesIn = (rows: readonly Row[]): MapPlace[] => {
  const places = rows.flatMap(({ provider, recipient }) => [provider, recipient ?? individuals]);
  return [...new Map(places.map((place) => [place.id, place])).values()];
};

function flowsIn(rows: readonly Row[]): MapFlow[] {
  const byEnds = Map.groupBy(rows, ({ provider, recipient }) => `${provider.id} ${recipient?.id ?? individuals.id}`);
  return [...byEnds].map(([ends, group]) => {
    const [from = '', to = ''] = ends.split(' ');
    return {
      from,
      to,
      agreements: group.map(({ id, title, datasets }) => ({ id, title, datasets: datasets.map((one) => one.title) })),
    };
  });
}

/** Who gives data to whom today: the register drawn. */
export class SharingMap {
  constructor(
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  async view(query: MapQuery): Promise<SharingMapView> {
    const today = localDate(this.clock.now().toISOString());
    const rows = await this.queries.rows<Row>(inForceSql, [today, publicReader], 'sharing-map');
    const shown = rows.filter((row) => isMeant(query, row));
    const areas = new Set(rows.flatMap(({ datasets }) => datasets.flatMap((one) => one.areas)));
    const levels = new Set(rows.flatMap(({ datasets }) => datasets.map(({ access }) => access)));
    const organisations = placesIn(rows).flatMap(({ slug, name }) => (slug === undefined ? [] : [{ slug, name }]));
    return {
      places: placesIn(shown),
      flows: flowsIn(shown),
      organisations: organisations.sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
      subjectAreas: vocabularyLists.subjectAreas.filter(({ code }) => areas.has(code)),
      accessLevels: vocabularyLists.access.filter(({ code }) => levels.has(code)),
    };
  }
}
