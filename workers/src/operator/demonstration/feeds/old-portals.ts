import type { DemonstrationFeed } from './feed.ts';

interface OldRecord {
  readonly key: string;
  readonly title: string;
  readonly more: object;
}

/** What data portals of ten years ago still serve: little about each file, and no licence more often than not. */
const portal = (
  organisation: string,
  publisher: string,
  site: string,
  records: readonly OldRecord[],
): DemonstrationFeed => ({
  organisation,
  catalogue: `${site}/data.json`,
  readings: [
    {
      conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
      '@id': `${site}/data.json`,
      '@type': 'dcat:Catalog',
      dataset: records.map(({ key, title, more }) => ({
        '@type': 'dcat:Dataset',
        identifier: `${site}/${key}`,
        title,
        publisher: { '@type': 'org:Organization', name: publisher },
        ...more,
      })),
    },
  ],
});

const file = (url: string, mediaType: string, format: string): object => ({
  '@type': 'dcat:Distribution',
  downloadURL: url,
  mediaType,
  format,
});

const ellermouthSite = 'https://oldstore.ellermouth.example';
const harnwickSite = 'https://portal.harnwick.example';
const thaxbySite = 'https://files.thaxbywolds.example';

export const oldPortals: readonly DemonstrationFeed[] = [
  portal('ellermouth', 'Ellermouth City Council', ellermouthSite, [
    {
      key: 'public-toilets',
      title: 'Public toilets',
      more: {
        description: '',
        keyword: ['toilets'],
        modified: '2016-08-09',
        distribution: [file(`${ellermouthSite}/toilets_FINAL_v2.xls`, 'application/vnd.ms-excel', 'XLS')],
      },
    },
    {
      key: 'twinning-visits',
      title: 'Twinning visits 2009–2013',
      more: {
        description: 'Visits to and from the twin towns, with their cost.',
        accessLevel: 'public',
        modified: '2014-01-20',
        distribution: [file(`${ellermouthSite}/twinning.csv`, 'text/csv', 'CSV')],
      },
    },
    {
      key: 'school-crossing-patrols',
      title: 'School crossing patrols',
      more: {
        description: '<b>Where</b> a patrol stands &amp; when. <br/>Ask the road safety team before you rely on it.',
        keyword: ['schools', 'road safety', 'crossing patrols'],
        theme: ['Transport'],
        accessLevel: 'public',
        license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
        contactPoint: { fn: 'Road Safety', hasEmail: 'mailto:roadsafety@ellermouth.example' },
        modified: '2019-09-02',
        distribution: [file(`${ellermouthSite}/crossings.kml`, 'application/vnd.google-earth.kml+xml', 'KML')],
      },
    },
  ]),
  portal('harnwick', 'Harnwick Borough Council', harnwickSite, [
    {
      key: 'bin-days',
      title: 'Bin days',
      more: {
        description: 'Bin days by street.',
        keyword: ['bins'],
        modified: '2019-02-11',
        distribution: [file(`${harnwickSite}/BINDAYS.csv`, 'text/csv', 'CSV')],
      },
    },
    {
      key: 'cemetery-plots',
      title: 'Cemetery plots',
      more: {
        description: 'Sections and free plots of Milldyke cemetery.',
        accessLevel: 'non-public',
        modified: '2017-05-05',
      },
    },
  ]),
  portal('thaxby-wolds', 'Thaxby Wolds District Council', thaxbySite, [
    {
      key: 'car-parks',
      title: 'Car parks in Thaxby',
      more: {
        description: 'list of car parks and charges 2015',
        modified: '2015-04-01',
        distribution: [file(`${thaxbySite}/parking2015.pdf`, 'application/pdf', 'PDF')],
      },
    },
    {
      key: 'parish-clerks',
      title: 'Parish clerks',
      more: {
        accessLevel: 'restricted public',
        rights: 'Names and addresses of clerks: ask customer services.',
        modified: '2018-10-12',
      },
    },
  ]),
];
