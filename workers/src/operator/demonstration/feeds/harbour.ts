import { harbour } from '../places.ts';
import type { DemonstrationFeed } from './feed.ts';

const site = 'https://data.ellermouthharbour.example';
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
};

const [west, south, east, north] = harbour.box;
const waters = {
  '@type': 'dct:Location',
  'dcat:bbox': `POLYGON((${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}, ${west} ${south}))`,
};

const record = (key: string, title: string, more: object): object => ({
  '@id': `${site}/dataset/${key}`,
  '@type': 'dcat:Dataset',
  'dct:identifier': `EHC-${key}`,
  'dct:title': title,
  'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'Ellermouth Harbour Conservancy' },
  'dcat:contactPoint': {
    '@type': 'vcard:Organization',
    'vcard:fn': 'Harbour Office',
    'vcard:hasEmail': 'mailto:office@ellermouthharbour.example',
  },
  ...more,
});

const distribution = (path: string, format: string): object => ({
  '@type': 'dcat:Distribution',
  'dcat:accessURL': { '@id': `${site}/${path}` },
  'dct:format': format,
});

const tides = record('tides', 'Tide predictions at the Staithe', {
  'dct:description':
    '<p>Times and heights of high and low water at the Staithe for the year ahead.</p><p>Heights are above chart datum; add weather and good sense.</p>',
  'dcat:keyword': ['tides', 'high water', 'harbour', 'navigation'],
  'dcat:theme': 'Transport',
  'dct:issued': '2015-11-30',
  'dct:modified': '2026-10-05',
  'dct:license': { '@id': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
  'dct:accrualPeriodicity': 'Annual',
  'dct:spatial': waters,
  'dcat:distribution': [distribution('tides/2027.csv', 'CSV'), distribution('tides/2027.pdf', 'PDF')],
});

const berths = record('berths', 'Berths and their depths', {
  'dct:description': 'Quays and berths with length, depth at low water, power and cranes.',
  'dcat:keyword': ['berths', 'quays', 'shipping'],
  'dct:modified': '2025-03-18',
  'dct:license': { '@id': 'http://creativecommons.org/licenses/by/4.0/' },
  'dct:spatial': waters,
  'dcat:distribution': [distribution('berths.geojson', 'GeoJSON')],
});

const soundings = record('soundings', 'Soundings of the approach channel', {
  'dct:description': 'Depths measured before and after each dredging. Write to the harbour office for the files.',
  'dcat:keyword': ['dredging', 'depth', 'survey'],
  'dct:modified': '2026-06-30',
  'dct:spatial': waters,
});

const notices = record('notices', 'Notices to mariners', {
  'dct:description': 'Works, wrecks, lights out of order and firing practice in the harbour and its approaches.',
  'dct:modified': '2026-11-16',
  'dcat:distribution': [distribution('notices/', 'HTML')],
});

/** In the first reading and no longer in the second: it stays here, marked as gone from its source. */
const byelaws = record('byelaws-1987', 'Harbour byelaws 1987', {
  'dct:description': 'Text of the byelaws with the areas in which they apply.',
  'dct:modified': '2011-02-02',
  'dcat:distribution': [distribution('byelaws1987.doc', 'DOC')],
});

const catalogue = (datasets: readonly object[]): object => ({
  '@context': context,
  '@id': `${site}/catalog`,
  '@type': 'dcat:Catalog',
  'dct:title': 'Ellermouth Harbour data',
  'dcat:dataset': datasets,
});

/** A port that has no account here; its records come from its own DCAT catalogue. */
export const harbourFeed: DemonstrationFeed = {
  organisation: 'harbour-conservancy',
  catalogue: `${site}/catalog`,
  readings: [catalogue([tides, berths, soundings, notices, byelaws]), catalogue([tides, berths, soundings, notices])],
};
