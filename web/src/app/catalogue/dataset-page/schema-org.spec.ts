import { expect, test } from '@jest/globals';
import { datasetExample } from '../../../testing/dataset-example.ts';
import { schemaOrgOf } from './schema-org.ts';

const origin = 'https://data.example';

test('an open dataset is described with its file, publisher and licence', () => {
  expect(schemaOrgOf(datasetExample(), origin)).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: 'River levels',
    url: 'https://data.example/datasets/river-levels',
    license: 'https://licence.example/',
    isAccessibleForFree: true,
    publisher: { name: 'Eller Water', url: 'https://data.example/organisations/eller-water' },
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'CSV',
        contentUrl: expect.stringContaining('/file') as unknown as string,
      },
    ],
    variableMeasured: [{ name: 'level' }],
  });
});

test('nothing is claimed that was not said', () => {
  const said = schemaOrgOf(datasetExample({ charge: '£5 a year', keywords: [] }), origin) ?? {};
  for (const absent of ['isAccessibleForFree', 'keywords', 'creator', 'temporalCoverage', 'spatialCoverage', 'version'])
    expect(said).not.toHaveProperty(absent);
});

test('a file that this reader may not have is not named', () => {
  expect(schemaOrgOf(datasetExample({ mayDownload: false }), origin)).not.toHaveProperty('distribution');
});

test('the box is given as south west north east, the period with its open end', () => {
  const said = schemaOrgOf(
    datasetExample({ spatial: { label: 'Eller', box: [-1, 53, -0.5, 54] }, temporal: { from: '2020' } }),
    origin,
  );
  expect(said).toMatchObject({ spatialCoverage: { geo: { box: '53 -1 54 -0.5' } }, temporalCoverage: '2020/..' });
});

test.each([{ lifecycle: 'draft' as const }, { lifecycle: 'withdrawn' as const }, { visibility: 'members' as const }])(
  '%j is not for search engines',
  (given) => {
    expect(schemaOrgOf(datasetExample(given), origin)).toBeUndefined();
  },
);
