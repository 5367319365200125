import { facetNames, type FacetName, type SearchQuery } from '#catalogue/contracts';
import { membersReader, publicReader, readersOf } from '#ledger/server';
import { isSlug, isUuid, type Actor } from '#kernel';
import { knownNumbers, packedShift } from './facet-codes.ts';
import type { CompiledQuery } from './compile-query.ts';
import { audienceCodes } from './search-row.ts';

/** Collects parameters of one statement: none is ever written into its text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder, `$1` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Which publishers, by their integers, a reader acts for or a search names. */
const publisherCodes = (organisations: string): string =>
  `array(select code from search_publisher where organisation = any(${organisations}::uuid[]))`;

/** Condition: the reader may see the row. */
export function seenBy(reader: Actor, parameters: Parameters): string {
  const readers = readersOf(reader);
  const organisations = readers.filter((key) => key !== publicReader && key !== membersReader);
  const widest = readers.includes(membersReader) ? audienceCodes.members : audienceCodes.public;
  const everyones = `audience <= ${widest}`;
  return organisations.length === 0
    ? everyones
    : `(${everyones} or publisher = any(${publisherCodes(parameters.add(organisations))}))`;
}

/** Condition: the row holds what the query asks for and nothing that it excludes. */
export function matched({ match, without }: CompiledQuery, parameters: Parameters): string {
  const conditions = [
    ...(match === '' ? [] : [`words @@ ${parameters.add(match)}::tsquery`]),
    ...(without === '' ? [] : [`not (words @@ ${parameters.add(without)}::tsquery)`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

export const chosenFacets = (query: SearchQuery): FacetName[] => facetNames.filter((name) => query[name].length > 0);

/** Bit of a facet in the integer that says by which facets a row is left out. */
export const facetBit = (name: FacetName): number => 1 << facetNames.indexOf(name);

const bitsIn = (numbers: readonly number[]): number => numbers.reduce((bits, place) => bits | (1 << place), 0);

/** Condition: the row has one of the values chosen for the facet. A value that does not exist matches nothing. */
export function holdsChosen(name: FacetName, chosen: readonly string[], parameters: Parameters): string {
  if (name === 'publisher') {
    const ids = parameters.add(chosen.filter(isUuid));
    const slugs = parameters.add(chosen.filter(isSlug));
    return `publisher = any(array(select code from search_publisher join organisation on organisation.id = organisation
      where organisation.id = any(${ids}::uuid[]) or organisation.slug = any(${slugs}::text[])))`;
  }
  const numbers = knownNumbers(name, chosen);
  if (name === 'theme') return `themes & ${parameters.add(bitsIn(numbers))}::integer <> 0`;
  if (name === 'format') return `formats & ${parameters.add(bitsIn(numbers))}::integer <> 0`;
  return `(codes >> ${packedShift(name)}) & 15 = any(${parameters.add(numbers)}::integer[])`;
}
