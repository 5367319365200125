import type { Ward } from '../places.ts';
import type { Chance } from '../random.ts';

export type Cell = string | number | boolean;
/** One row of a file: its keys are the names of the dataset's columns, in their order. */
export type Row = Readonly<Record<string, Cell>>;

/** Makes a file's rows; the same chance and the same day make the same rows. */
export type MakeRows = (chance: Chance, today: string) => readonly Row[];

export const rounded = (value: number, places: number): number => Number(value.toFixed(places));

export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** `EM-0007` */
export const numbered = (prefix: string, number: number, digits = 4): string =>
  `${prefix}${String(number).padStart(digits, '0')}`;

/** A point in the ward, within about 700 metres of its middle. */
export const pointIn = (chance: Chance, ward: Ward): { longitude: number; latitude: number } => ({
  longitude: rounded(chance.about(ward.longitude, 0.0055), 5),
  latitude: rounded(chance.about(ward.latitude, 0.0035), 5),
});

/** Street references that no gazetteer has given: those of the region begin with 199. */
export const usrnOf = (street: string, ward: Ward): string => {
  const letters = [...street].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000,
    Number(ward.code.slice(2)),
  );
  return numbered('199', letters, 5);
};

/** Property references in a range that is not in use. */
export const uprnOf = (chance: Chance): string => `100999${chance.whole(100_000, 999_999)}`;

/** Postcodes of an area that does not exist. */
export const postcodeOf = (chance: Chance, ward: Ward): string => {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const district = (Number(ward.code.slice(2)) % 9) + 1;
  return `EQ${district} ${chance.whole(1, 9)}${chance.pick([...letters])}${chance.pick([...letters])}`;
};

/** A date as ISO 8601, an instant as ISO 8601 without milliseconds. */
export const instantOf = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
