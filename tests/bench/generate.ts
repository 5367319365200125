import { createHash } from 'node:crypto';
import { slugOf } from '#kernel';
import type { AccessLevel, Description, ImportDataset, PersonalData } from '#catalogue/domain';
import {
  columnNames,
  organisationKinds,
  places,
  sentences,
  shapes,
  subjects,
  systems,
  type Subject,
} from './vocabulary.ts';

/** One organisation that generated datasets belong to. */
export interface GeneratedOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The same numbers at every run: mulberry32 with a seed of its own for each thing that is generated. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <Item>(next: () => number, items: readonly Item[]): Item =>
  items[Math.floor(next() * items.length)] as Item;

/** Draws the first items far more often than the last, as words and publishers are in real catalogues. */
export const pickCommon = <Item>(next: () => number, items: readonly Item[]): Item =>
  items[Math.floor(items.length * next() ** 2.2)] as Item;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A valid UUID (version 8) that depends on nothing but its name. */
export function generatedId(name: string): string {
  const hex = hash(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** About eighty councils, for which the datasets are generated. */
export const generatedOrganisations: readonly GeneratedOrganisation[] = places.map((place, index) => {
  const name = `${place} ${organisationKinds[index % organisationKinds.length]}`;
  return { id: generatedId(`organisation ${index}`), slug: slugOf(name, 'organisation'), name };
});

const accessLevels: readonly AccessLevel[] = ['open', 'not-stated', 'public-with-terms', 'named', 'group', 'closed'];
const licences = ['ogl-3.0', 'not-stated', 'cc-by-4.0', 'own-terms', 'odbl-1.0', 'cc0-1.0'];
const formats = [
  'csv',
  'json',
  'geojson',
  'xlsx',
  'html',
  'kml',
  'shp',
  'pdf',
  'esri-rest',
  'zip',
  'xml',
  'api',
  'ods',
  'gpkg',
];
const kinds: readonly PersonalData[] = ['none', 'not-stated', 'personal', 'special-category'];

function paragraph(next: () => number, subject: Subject, place: string): string {
  const chosen = Array.from({ length: 3 + Math.floor(next() * 5) }, () => pick(next, sentences));
  return [sentences[0], ...chosen]
    .map((sentence) =>
      (sentence as string)
        .replace('{place}', place)
        .replace('{words}', `${pick(next, subject.words)} and ${pick(next, subject.words)}`)
        .replace('{noun}', subject.noun.toLowerCase())
        .replace('{system}', pick(next, systems)),
    )
    .join(' ');
}

const columnsOf = (next: () => number, name: string): NonNullable<Description['columns']> =>
  Array.from({ length: next() < 0.4 ? 0 : 3 + Math.floor(next() * 8) }, (_, index) => ({
    id: generatedId(`column ${name} ${index}`),
    name: pick(next, columnNames),
    type: 'string',
    sensitivity: 'not-stated' as const,
  }));

const distributionsOf = (next: () => number, name: string, slug: string): NonNullable<Description['distributions']> =>
  Array.from({ length: 1 + Math.floor(next() * 4) }, (_, index) => {
    const format = pickCommon(next, formats);
    const downloadUrl = `https://data.example/${slug}/${index}.${format}`;
    return { id: generatedId(`distribution ${name} ${index}`), title: format.toUpperCase(), format, downloadUrl };
  });

function description(next: () => number, number: number, place: string): Description & { readonly title: string } {
  const subject = pickCommon(next, subjects);
  const other = pickCommon(next, subjects);
  const title = `${subject.noun} in ${place}: ${pickCommon(next, shapes)} ${2005 + Math.floor(next() * 21)}`;
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(next() * 4300))).toISOString().slice(0, 10);
  const slug = `${slugOf(title, 'dataset').slice(0, 70)}-${number}`;
  return {
    title,
    summary: `${subject.noun} for ${place} with ${pick(next, subject.words)} and ${pick(next, subject.words)}.`,
    description: paragraph(next, subject, place),
    keywords: [
      ...new Set([place.toLowerCase(), pick(next, subject.words), pick(next, subject.words), pick(next, other.words)]),
    ],
    contact: { name: 'Open data team', email: 'opendata@council.example' },
    modified: day,
    identifier: `generated-${number}`,
    themes: next() < 0.2 ? [] : [...new Set([subject.theme, ...(next() < 0.2 ? [other.theme] : [])])],
    subjectAreas: [subject.area],
    licence: pickCommon(next, licences),
    personalData: pickCommon(next, kinds),
    columns: columnsOf(next, slug),
    distributions: distributionsOf(next, slug, slug),
  };
}

/**
 * The n-th generated dataset, as the command that an import gives. The word `council` stands in the description of every one;
 * a word such as `culvert` in a few hundred of 100,000.
 */
export function generateDataset(number: number): ImportDataset {
  const next = random(number * 7919 + 17);
  const place = Math.floor(places.length * next() ** 1.6);
  const described = description(next, number, places[place] as string);
  const name = `generated-${number}`;
  return {
    type: 'import-dataset',
    id: generatedId(name),
    organisation: (generatedOrganisations[place] as GeneratedOrganisation).id,
    slug: `${slugOf(described.title, 'dataset').slice(0, 70)}-${number}`,
    source: generatedId('source'),
    key: hash(name),
    recordHash: hash(JSON.stringify(described)),
    access: pickCommon(next, accessLevels),
    description: described,
  };
}

/** `count` datasets, one after the other: they are never all in memory. */
export function* generateDatasets(count: number): Generator<ImportDataset> {
  for (let number = 0; number < count; number += 1) yield generateDataset(number);
}
