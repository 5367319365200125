/**
 * Reference lists of the catalogue. Codes of themes, frequencies and file types are the last segment of the EU
 * authority tables that DCAT-AP 3.0.1 names; the words are ours.
 */
export interface Term {
  readonly code: string;
  readonly label: string;
}

export interface Licence extends Term {
  /** Canonical address; absent where the words say that nothing was stated. */
  readonly address?: string;
  /** Whether it meets the Open Definition 2.1. */
  readonly open: boolean;
}

/** http://publications.europa.eu/resource/authority/data-theme */
export const themes: readonly Term[] = [
  { code: 'AGRI', label: 'Farming, fishing and food' },
  { code: 'ECON', label: 'Economy and finance' },
  { code: 'EDUC', label: 'Education, culture and sport' },
  { code: 'ENER', label: 'Energy' },
  { code: 'ENVI', label: 'Environment' },
  { code: 'GOVE', label: 'Government and public sector' },
  { code: 'HEAL', label: 'Health' },
  { code: 'INTR', label: 'International matters' },
  { code: 'JUST', label: 'Justice and public safety' },
  { code: 'REGI', label: 'Places and neighbourhoods' },
  { code: 'SOCI', label: 'Population and society' },
  { code: 'TECH', label: 'Science and technology' },
  { code: 'TRAN', label: 'Transport' },
];

/** What a council does; a dataset's subject areas, inherited by what is derived from it. */
export const subjectAreas: readonly Term[] = [
  { code: 'adult-social-care', label: 'Adult social care' },
  { code: 'air-quality', label: 'Air quality and noise' },
  { code: 'bins-recycling', label: 'Bins and recycling' },
  { code: 'births-deaths-marriages', label: 'Births, deaths and marriages' },
  { code: 'business-rates', label: 'Business rates' },
  { code: 'business-support', label: 'Business support and licensing' },
  { code: 'children-families', label: 'Children and families' },
  { code: 'community-safety', label: 'Community safety' },
  { code: 'council-budget', label: 'Council budget and spending' },
  { code: 'council-tax', label: 'Council tax and benefits' },
  { code: 'elections', label: 'Elections and democracy' },
  { code: 'energy-climate', label: 'Energy and climate' },
  { code: 'events-tourism', label: 'Events, museums and tourism' },
  { code: 'flooding-drainage', label: 'Flooding and drainage' },
  { code: 'housing', label: 'Housing' },
  { code: 'land-property', label: 'Land and property' },
  { code: 'libraries', label: 'Libraries' },
  { code: 'parking', label: 'Parking' },
  { code: 'parks-open-space', label: 'Parks and open space' },
  { code: 'planning-building', label: 'Planning and building control' },
  { code: 'public-health', label: 'Public health' },
  { code: 'public-transport', label: 'Public transport' },
  { code: 'roads-traffic', label: 'Roads and traffic' },
  { code: 'schools', label: 'Schools and learning' },
  { code: 'skills-employment', label: 'Skills and employment' },
  { code: 'sport-leisure', label: 'Sport and leisure' },
  { code: 'utilities', label: 'Water, gas and electricity' },
  { code: 'walking-cycling', label: 'Walking and cycling' },
];

export const licences: readonly Licence[] = [
  {
    code: 'ogl-3.0',
    label: 'Open Government Licence v3.0',
    address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    open: true,
  },
  {
    code: 'cc-by-4.0',
    label: 'Creative Commons Attribution 4.0',
    address: 'https://creativecommons.org/licenses/by/4.0/',
    open: true,
  },
  {
    code: 'cc-by-sa-4.0',
    label: 'Creative Commons Attribution-ShareAlike 4.0',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
    open: true,
  },
  {
    code: 'cc0-1.0',
    label: 'Creative Commons Zero 1.0',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
    open: true,
  },
  {
    code: 'odbl-1.0',
    label: 'Open Database Licence 1.0',
    address: 'https://opendatacommons.org/licenses/odbl/1-0/',
    open: true,
  },
  {
    code: 'odc-by-1.0',
    label: 'Open Data Commons Attribution 1.0',
    address: 'https://opendatacommons.org/licenses/by/1-0/',
    open: true,
  },
  {
    code: 'pddl-1.0',
    label: 'Open Data Commons Public Domain 1.0',
    address: 'https://opendatacommons.org/licenses/pddl/1-0/',
    open: true,
  },
  { code: 'own-terms', label: 'The publisher’s own terms', open: false },
  { code: 'not-stated', label: 'Licence not stated', open: false },
];

/** http://publications.europa.eu/resource/authority/frequency */
export const frequencies: readonly Term[] = [
  { code: 'UPDATE_CONT', label: 'All the time' },
  { code: 'HOURLY', label: 'Every hour' },
  { code: 'DAILY', label: 'Every day' },
  { code: 'WEEKLY', label: 'Every week' },
  { code: 'MONTHLY', label: 'Every month' },
  { code: 'QUARTERLY', label: 'Every three months' },
  { code: 'ANNUAL_2', label: 'Twice a year' },
  { code: 'ANNUAL', label: 'Every year' },
  { code: 'BIENNIAL', label: 'Every two years' },
  { code: 'IRREG', label: 'Now and then' },
  { code: 'NEVER', label: 'Never: it is complete' },
  { code: 'UNKNOWN', label: 'Not known' },
];

/** File formats shown as facets; `file` is the code in the EU file-type table, `media` the IANA media type. */
export interface Format extends Term {
  readonly file?: string;
  readonly media?: string;
}

export const formats: readonly Format[] = [
  { code: 'csv', label: 'CSV', file: 'CSV', media: 'text/csv' },
  { code: 'json', label: 'JSON', file: 'JSON', media: 'application/json' },
  { code: 'geojson', label: 'GeoJSON', file: 'GEOJSON', media: 'application/geo+json' },
  { code: 'xml', label: 'XML', file: 'XML', media: 'application/xml' },
  { code: 'kml', label: 'KML', file: 'KML', media: 'application/vnd.google-earth.kml+xml' },
  { code: 'shp', label: 'Shapefile', file: 'SHP', media: 'application/vnd.shp' },
  { code: 'gpkg', label: 'GeoPackage', file: 'GPKG', media: 'application/geopackage+sqlite3' },
  {
    code: 'xlsx',
    label: 'Excel',
    file: 'XLSX',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { code: 'xls', label: 'Excel (old)', file: 'XLS', media: 'application/vnd.ms-excel' },
  { code: 'ods', label: 'OpenDocument', file: 'ODS', media: 'application/vnd.oasis.opendocument.spreadsheet' },
  { code: 'pdf', label: 'PDF', file: 'PDF', media: 'application/pdf' },
  { code: 'html', label: 'Web page', file: 'HTML', media: 'text/html' },
  { code: 'txt', label: 'Text', file: 'TXT', media: 'text/plain' },
  { code: 'zip', label: 'ZIP', file: 'ZIP', media: 'application/zip' },
  { code: 'parquet', label: 'Parquet', file: 'PARQUET', media: 'application/vnd.apache.parquet' },
  { code: 'api', label: 'Web service' },
  { code: 'wms', label: 'Map service (WMS)', file: 'WMS_SRVC' },
  { code: 'wfs', label: 'Feature service (WFS)', file: 'WFS_SRVC' },
  { code: 'esri-rest', label: 'ArcGIS service', file: 'ESRI_REST' },
  { code: 'gtfs', label: 'GTFS timetable' },
  { code: 'tiff', label: 'TIFF image', file: 'TIFF', media: 'image/tiff' },
  { code: 'jpeg', label: 'JPEG image', file: 'JPEG', media: 'image/jpeg' },
  {
    code: 'docx',
    label: 'Word',
    file: 'DOCX',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { code: 'other', label: 'Another format' },
];

export const labelOf = (terms: readonly Term[], code: string): string =>
  terms.find((term) => term.code === code)?.label ?? code;
