import type { FacetName } from '#catalogue/contracts';
import {
  accessLabels,
  accessLevels,
  formats,
  labelOf,
  licences,
  personalDataKinds,
  personalDataLabels,
  themes,
  type AccessLevel,
  type PersonalData,
} from '#catalogue/domain';

/**
 * The integers that stand for codes in `dataset_search`: a code's place in its list. Stored, therefore lists only grow at
 * their end. Themes and formats, of which a dataset may have several, are bits of one integer: at most 31.
 */
export const codeLists = {
  access: ['open', 'public-with-terms', 'group', 'named', 'closed', 'not-stated'],
  personalData: ['none', 'personal', 'special-category', 'not-stated'],
  licence: [
    'ogl-3.0',
    'cc-by-4.0',
    'cc-by-sa-4.0',
    'cc0-1.0',
    'odbl-1.0',
    'odc-by-1.0',
    'pddl-1.0',
    'own-terms',
    'not-stated',
  ],
  theme: ['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'],
  format: [
    'csv',
    'json',
    'geojson',
    'xml',
    'kml',
    'shp',
    'gpkg',
    'xlsx',
    'xls',
    'ods',
    'pdf',
    'html',
    'txt',
    'zip',
    'parquet',
    'api',
    'wms',
    'wfs',
    'esri-rest',
    'gtfs',
    'tiff',
    'jpeg',
    'docx',
    'other',
  ],
} as const satisfies Record<Exclude<FacetName, 'publisher'>, readonly string[]>;

export type CodedFacet = keyof typeof codeLists;

/** The order in which values are shown where their counts are equal; the reference lists give it. */
export const shownOrder: Readonly<Record<CodedFacet, readonly string[]>> = {
  access: accessLevels,
  personalData: personalDataKinds,
  licence: licences.map(({ code }) => code),
  theme: themes.map(({ code }) => code),
  format: formats.map(({ code }) => code),
};

/** Facets of which a dataset has one value, packed into one integer of four bits each: counting reads one column. */
export const packedFacets = ['access', 'licence', 'personalData'] as const;
export type PackedFacet = (typeof packedFacets)[number];

/** Where the four bits of a facet begin. */
export const packedShift = (facet: PackedFacet): number => packedFacets.indexOf(facet) * 4;

/** The packed integer; a code that no list has counts as not stated. */
export const packCodes = (codes: Readonly<Record<PackedFacet, string>>): number =>
  packedFacets.reduce((packed, facet) => {
    const list: readonly string[] = codeLists[facet];
    const place = list.indexOf(codes[facet]);
    return packed | ((place >= 0 ? place : list.indexOf('not-stated')) << packedShift(facet));
  }, 0);

export const unpackCode = (facet: PackedFacet, packed: number): string =>
  codeLists[facet][(packed >> packedShift(facet)) & 15] ?? 'not-stated';

/** Integers of the codes that the list has; others match nothing. */
export const knownNumbers = (facet: CodedFacet, codes: readonly string[]): number[] => {
  const list: readonly string[] = codeLists[facet];
  return codes.map((code) => list.indexOf(code)).filter((place) => place >= 0);
};

export const bitsOf = (facet: 'theme' | 'format', codes: readonly string[]): number =>
  knownNumbers(facet, codes).reduce((bits, place) => bits | (1 << place), 0);

export const codesOfBits = (facet: 'theme' | 'format', bits: number): string[] =>
  codeLists[facet].filter((_, place) => (bits & (1 << place)) !== 0);

export function facetLabel(facet: CodedFacet, code: string): string {
  if (facet === 'access') return accessLabels[code as AccessLevel];
  if (facet === 'personalData') return personalDataLabels[code as PersonalData];
  return labelOf({ licence: licences, theme: themes, format: formats }[facet], code);
}
