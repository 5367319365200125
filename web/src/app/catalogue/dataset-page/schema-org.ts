import type { DatasetView, DistributionView } from '#catalogue/contracts';

/** A value without its empty parts, so that nothing is claimed that was not said. */
const filled = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, part]) => part !== undefined && part !== '' && !(Array.isArray(part) && part.length === 0),
    ),
  );

const download = (origin: string, dataset: DatasetView, distribution: DistributionView) =>
  filled({
    '@type': 'DataDownload',
    name: distribution.title,
    encodingFormat: distribution.mediaType ?? distribution.format.label,
    contentSize: distribution.bytes === undefined ? undefined : String(distribution.bytes),
    contentUrl: contentUrl(origin, dataset, distribution),
  });

/** Where this reader can have it; undefined where they may not. */
function contentUrl(origin: string, dataset: DatasetView, distribution: DistributionView): string | undefined {
  if (!distribution.stored) return distribution.downloadUrl ?? distribution.accessUrl;
  return dataset.mayDownload
    ? `${origin}/api/v1/datasets/${dataset.slug}/distributions/${distribution.id}/file`
    : undefined;
}

const downloads = (origin: string, dataset: DatasetView) =>
  dataset.distributions
    .filter((distribution) => contentUrl(origin, dataset, distribution) !== undefined)
    .map((distribution) => download(origin, dataset, distribution));

const place = (spatial: DatasetView['spatial']) => {
  if (!spatial) return undefined;
  const [west, south, east, north] = spatial.box ?? [];
  return filled({
    '@type': 'Place',
    name: spatial.label,
    geo: south === undefined ? undefined : { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` },
  });
};

const period = (temporal: DatasetView['temporal']): string | undefined =>
  temporal && (temporal.from ?? temporal.until) !== undefined
    ? `${temporal.from ?? '..'}/${temporal.until ?? '..'}`
    : undefined;

/**
 * The dataset as a schema.org `Dataset`, for search engines (https://schema.org/Dataset and Google's structured data for
 * datasets). Only a published dataset that everyone may see is described; files only where this reader may have them.
 * @param origin scheme, host and port by which the public knows this installation
 */
export function schemaOrgOf(dataset: DatasetView, origin: string): Record<string, unknown> | undefined {
  if (dataset.lifecycle !== 'published' || dataset.visibility !== 'everyone') return undefined;
  return filled({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': dataset.identifier,
    identifier: dataset.identifier,
    url: `${origin}/datasets/${dataset.slug}`,
    name: dataset.title,
    alternateName: dataset.alternativeTitle,
    description: dataset.description ?? dataset.summary ?? dataset.title,
    keywords: dataset.keywords,
    license: dataset.licence.address,
    isAccessibleForFree: dataset.access.code === 'open' && dataset.charge === undefined ? true : undefined,
    creator: dataset.creator === undefined ? undefined : { '@type': 'Organization', name: dataset.creator },
    publisher: {
      '@type': 'Organization',
      name: dataset.publisher.name,
      url: `${origin}/organisations/${dataset.publisher.slug}`,
    },
    inLanguage: dataset.languages,
    datePublished: dataset.issued,
    dateModified: dataset.modified,
    version: dataset.version,
    temporalCoverage: period(dataset.temporal),
    spatialCoverage: place(dataset.spatial),
    variableMeasured: dataset.columns.map((column) =>
      filled({ '@type': 'PropertyValue', name: column.title ?? column.name, description: column.description }),
    ),
    distribution: downloads(origin, dataset),
  });
}
