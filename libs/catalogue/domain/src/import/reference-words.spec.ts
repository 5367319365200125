import { describe, expect, test } from '@jest/globals';
import { accessLevelOf, accessSaid } from './access-words.ts';
import { formatFromAddress, formatFromWord, mediaTypeOf } from './file-formats.ts';
import { frequencyOf } from './frequency-words.ts';
import { languageOf } from './languages.ts';
import { licenceFromAddress, licenceFromWords } from './licence-names.ts';
import { themeOf } from './theme-words.ts';

describe('file formats', () => {
  test.each([
    ['ftype:CSV', 'csv'],
    ['http://publications.europa.eu/resource/authority/file-type/GEOJSON', 'geojson'],
    ['XSLX', 'xlsx'],
    ['HT ML', 'html'],
    ['Esri REST', 'esri-rest'],
    ['.geojson', 'geojson'],
    ['text/csv; charset=utf-8', 'csv'],
    ['https://www.iana.org/assignments/media-types/application/json', 'json'],
    ['Shapefile', 'shp'],
    ['GTFS-RT', 'gtfs'],
    ['PNG', 'other'],
    ['nonsense', undefined],
    ['constructor', undefined],
  ])('%s is %s', (raw, code) => expect(formatFromWord(raw)).toBe(code));

  test.each([
    ['https://x.example/arcgis/rest/services/A/MapServer/15', 'esri-rest'],
    ['https://x.example/ows?service=WFS&request=GetCapabilities', 'wfs'],
    ['https://x.example/data/trees.csv?download=1', 'csv'],
    ['https://x.example/data', undefined],
  ])('the address %s tells %s', (address, code) => expect(formatFromAddress(address)).toBe(code));

  test('a media type is told from words', () => {
    expect(mediaTypeOf('TEXT/CSV')).toBe('text/csv');
    expect(mediaTypeOf('CSV/Excel')).toBeUndefined();
  });
});

describe('licences', () => {
  test.each([
    ['http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3', 'ogl-3.0'],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/', 'ogl-3.0'],
    ['http://creativecommons.org/licenses/by/4.0', 'cc-by-4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'cc0-1.0'],
    ['http://opendatacommons.org/licenses/odbl/1-0/', 'odbl-1.0'],
    ['http://publications.europa.eu/resource/authority/licence/CC_BY_4_0', 'cc-by-4.0'],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/', 'own-terms'],
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'own-terms'],
    ['https://metadata.phila.gov/#help/help-faqs/what-are-the-terms-of-use/', 'own-terms'],
    ['https://opendataphilly.org/licenses/other', undefined],
  ])('the address %s is %s', (address, code) => expect(licenceFromAddress(address)?.code).toBe(code));

  test.each([
    ['Open Government Licence v3.0', 'ogl-3.0'],
    ['UK Open Government Licence (OGL)', 'ogl-3.0'],
    ['cc-by', 'cc-by-4.0'],
    ['Creative Commons Attribution 4.0 International', 'cc-by-4.0'],
    ['Licensed under https://creativecommons.org/licenses/by/4.0/', 'cc-by-4.0'],
    ['Contains OS data. Ask us before you publish it.', 'own-terms'],
    ['notspecified', undefined],
    ['Other', undefined],
    ['', undefined],
  ])('the words “%s” are %s', (words, code) => expect(licenceFromWords(words)?.code).toBe(code));

  test('a long text that mentions an open licence is not that licence', () => {
    const terms = `${'You may not use these data commercially. '.repeat(12)} See https://creativecommons.org/licenses/by/4.0/ for comparison.`;
    expect(licenceFromWords(terms)?.code).toBe('own-terms');
  });
});

test.each([
  ['http://publications.europa.eu/resource/authority/data-theme/TRAN', 'TRAN'],
  ['Transportation', 'TRAN'],
  ['planningCadastre', 'REGI'],
  ['Health & Social Care', 'HEAL'],
  ['geospatial', undefined],
])('the theme %s is %s', (raw, code) => expect(themeOf(raw).code).toBe(code));

test.each([
  ['lang:ENG', 'en'],
  ['http://publications.europa.eu/resource/authority/language/CYM', 'cy'],
  ['en_GB', 'en-GB'],
  ['Welsh', 'cy'],
  ['gd', 'gd'],
  ['http://id.loc.gov/vocabulary/iso639-1/en', 'en'],
  ['Klingonese', undefined],
  ['__proto__', undefined],
])('the language %s is %s', (raw, tag) => expect(languageOf(raw)).toBe(tag));

test.each([
  ['http://publications.europa.eu/resource/authority/frequency/MONTHLY', 'MONTHLY'],
  ['http://purl.org/cld/freq/weekly', 'WEEKLY'],
  ['R/P1Y', 'ANNUAL'],
  ['As needed', 'IRREG'],
  ['sometimes on Tuesdays', undefined],
])('the frequency %s is %s', (raw, code) => expect(frequencyOf(raw)).toBe(code));

describe('access', () => {
  const open = { open: true, stated: true };
  const own = { open: false, stated: true };
  const none = { open: false, stated: false };
  test.each([
    ['public', open, true, 'open'],
    ['public', own, true, 'public-with-terms'],
    ['public', none, true, 'not-stated'],
    ['http://publications.europa.eu/resource/authority/access-right/PUBLIC', open, true, 'open'],
    ['restricted public', open, true, 'named'],
    ['http://publications.europa.eu/resource/authority/access-right/RESTRICTED', none, true, 'named'],
    ['non-public', open, true, 'closed'],
    ['INTERNAL', none, false, 'closed'],
    ['', open, true, 'open'],
    ['', open, false, 'not-stated'],
    ['', own, true, 'not-stated'],
    ['whatever', none, true, 'not-stated'],
  ])('“%s” with %j (address: %s) is %s', (raw, licence, address, level) =>
    expect(accessLevelOf(accessSaid(raw), licence, address)).toBe(level),
  );
});
