import type { Dataset, DatasetContent } from '../dataset.ts';
import { labelOf, licences } from '../reference.ts';

/** One who accepted the terms of a dataset that anybody may have who does. */
export interface TermsAcceptance {
  readonly id: string;
  readonly dataset: string;
  /** The organisation that offers it. */
  readonly publisher: string;
  readonly person: string;
  /** The organisation that the person acted for; absent for an individual. */
  readonly organisation?: string;
  /** SHA-256 of the terms that were read: other terms are to be accepted anew. */
  readonly terms: string;
}

/** What the terms of a dataset say, line by line, as they are read and accepted. */
export function termsOf(dataset: Pick<Dataset, 'licence'>, content: DatasetContent): readonly string[] {
  const { licenceAddress, rights, charge } = content;
  return [
    `Licence: ${labelOf(licences, dataset.licence)}${licenceAddress === undefined ? '' : ` (${licenceAddress})`}`,
    ...(rights === undefined ? [] : [rights]),
    `Charge: ${charge ?? 'none is named'}`,
    'You use the data as these terms say, name its publisher as the source, and do not try to find out whom a record is about.',
    'That you accepted, and for which organisation, is recorded, and the publisher reads it.',
  ];
}

/** Whether accepting its terms gives the rows. */
export const isGivenForTerms = ({ lifecycle, access }: Pick<Dataset, 'lifecycle' | 'access'>): boolean =>
  lifecycle === 'published' && access === 'public-with-terms';
