import type { AccessLevel } from '../access.ts';
import type { Name } from './graph.ts';

const authority = 'http://publications.europa.eu/resource/authority';

/** Addresses in the EU authority tables that DCAT-AP 3.0.1 names. */
export const themeAddress = (code: string): string => `${authority}/data-theme/${code}`;
export const themeTaxonomy = `${authority}/data-theme`;
export const frequencyAddress = (code: string): string => `${authority}/frequency/${code}`;
export const fileTypeAddress = (code: string): string => `${authority}/file-type/${code}`;
export const mediaTypeAddress = (type: string): string => `https://www.iana.org/assignments/media-types/${type}`;

/** ISO 639-1 codes by those of the EU language table. */
const languages: Readonly<Record<string, string>> = {
  ar: 'ARA',
  bg: 'BUL',
  bn: 'BEN',
  cs: 'CES',
  cy: 'CYM',
  da: 'DAN',
  de: 'DEU',
  el: 'ELL',
  en: 'ENG',
  es: 'SPA',
  et: 'EST',
  fi: 'FIN',
  fr: 'FRA',
  ga: 'GLE',
  gd: 'GLA',
  gu: 'GUJ',
  hi: 'HIN',
  hr: 'HRV',
  hu: 'HUN',
  it: 'ITA',
  kw: 'COR',
  lt: 'LIT',
  lv: 'LAV',
  mt: 'MLT',
  nb: 'NOB',
  nl: 'NLD',
  no: 'NOR',
  pa: 'PAN',
  pl: 'POL',
  pt: 'POR',
  ro: 'RON',
  ru: 'RUS',
  sco: 'SCO',
  sk: 'SLK',
  sl: 'SLV',
  so: 'SOM',
  sv: 'SWE',
  tr: 'TUR',
  uk: 'UKR',
  ur: 'URD',
  zh: 'ZHO',
};

export function languageAddress(tag: string): string | undefined {
  const code = languages[tag.split('-')[0]?.toLowerCase() ?? ''];
  return code === undefined ? undefined : `${authority}/language/${code}`;
}

const accessRights: Readonly<Record<AccessLevel, string | undefined>> = {
  open: 'PUBLIC',
  'public-with-terms': 'RESTRICTED',
  group: 'RESTRICTED',
  named: 'RESTRICTED',
  closed: 'NON_PUBLIC',
  'not-stated': undefined,
};

/** Our access level in the three words of the EU table; nothing where it is not stated. */
export function accessRightAddress(access: AccessLevel): string | undefined {
  const code = accessRights[access];
  return code === undefined ? undefined : `${authority}/access-right/${code}`;
}

const columnTypes: Readonly<Record<string, Name>> = {
  string: 'xsd:string',
  integer: 'xsd:integer',
  number: 'xsd:decimal',
  boolean: 'xsd:boolean',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  year: 'xsd:gYear',
};

/** A type of Table Schema as one of XML Schema; the others have none. */
export const columnDatatype = (type: string): Name | undefined => columnTypes[type];
