import { accepted, membershipIn, refusal, refused, type Actor, type Outcome } from '#kernel';
import type { Circumstances, DomainEvent } from '#ledger/domain';
import type { TermsAcceptance } from './terms.ts';

/** Somebody signed in takes the terms as they stood on the page. */
export interface AcceptDatasetTerms {
  readonly type: 'accept-dataset-terms';
  readonly id: string;
  readonly dataset: string;
  /** Hash of the terms that were read. */
  readonly terms: string;
}

export type DatasetTermsAccepted = DomainEvent<'dataset-terms-accepted', TermsAcceptance, never>;

export interface TermsFacts {
  /** Absent where there is no such dataset that the actor may see. */
  readonly publisher?: string;
  /** Whether accepting its terms gives the rows now. */
  readonly offered: boolean;
  /** Hash of the terms as they are now. */
  readonly terms: string;
}

const unknown = refusal('catalogue.dataset-unknown', 'There is no such dataset.', 'dataset');
const notOffered = refusal('catalogue.no-terms', 'This dataset is not given for accepting its terms.');
const otherTerms = refusal(
  'catalogue.terms-changed',
  'The terms were changed after you opened them. Read them as they are now.',
);

/** Decides that the terms are accepted; who accepts is signed in. */
export function acceptTerms(
  command: AcceptDatasetTerms,
  _before: TermsAcceptance | undefined,
  { actor, facts }: Circumstances<TermsFacts>,
): Outcome<readonly DatasetTermsAccepted[]> {
  if (facts.publisher === undefined || actor.kind !== 'person') return refused(unknown);
  if (!facts.offered) return refused(notOffered);
  if (facts.terms !== command.terms) return refused(otherTerms);
  const { id, dataset, terms } = command;
  const organisation = membershipIn(actor, actor.actingFor)?.organisation;
  const place = organisation === undefined ? {} : { organisation };
  const { publisher } = facts;
  return accepted([
    { type: 'dataset-terms-accepted', facts: { id, dataset, publisher, person: actor.person, ...place, terms } },
  ]);
}

export const evolveAcceptance = (
  _before: TermsAcceptance | undefined,
  { facts }: DatasetTermsAccepted,
): TermsAcceptance => facts;

/** Whoever is signed in reads and accepts for themself. */
export const standingsToTerms = (actor: Actor): readonly string[] => (actor.kind === 'person' ? ['reader'] : []);
