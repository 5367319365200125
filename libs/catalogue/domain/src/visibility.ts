import { membershipIn, type Actor } from '#kernel';
import type { Dataset } from './dataset.ts';
import { isGivenForTerms } from './terms/terms.ts';

/** Who may see that a dataset exists: a draft its organisation alone, a published or withdrawn one by its visibility. */
export function audienceOf(dataset: Dataset): 'public' | 'members' | 'organisation' {
  if (dataset.lifecycle === 'draft' || dataset.visibility === 'organisation') return 'organisation';
  return dataset.visibility === 'members' ? 'members' : 'public';
}

/** Whether the actor may see that the dataset exists. Machines of the operator load and check, and see all. */
export function maySeeDataset(actor: Actor, dataset: Dataset): boolean {
  if (actor.kind === 'machine') return true;
  const audience = audienceOf(dataset);
  if (audience === 'public') return true;
  if (actor.kind === 'anyone') return false;
  return audience === 'members'
    ? actor.memberships.length > 0
    : membershipIn(actor, dataset.organisation) !== undefined;
}

/** Whether the actor is of the dataset's own organisation, or a machine of the operator: hidden revisions are theirs too. */
export const isOfItsHouse = (actor: Actor, { organisation }: Pick<Dataset, 'organisation'>): boolean =>
  actor.kind === 'machine' || membershipIn(actor, organisation) !== undefined;

/**
 * Whether the actor, who may see that the dataset exists, may read what describes it: of a withdrawn one others than its
 * own organisation read only that it was withdrawn, and why.
 */
export const maySeeDescription = (actor: Actor, dataset: Dataset): boolean =>
  dataset.lifecycle !== 'withdrawn' || isOfItsHouse(actor, dataset);

/**
 * Whether a search finds it: withdrawn ones are found by their own organisation alone; others reach them by address and
 * read why.
 */
export const isListed = (dataset: Dataset): boolean => dataset.lifecycle === 'published';

/**
 * Whether the actor may have the rows: previews and file addresses follow this. Open data is anybody's; for the rest a
 * permission is needed, which only the organisation that holds the data does not, or the terms are accepted that it is given for.
 * @param termsAccepted whether the actor has accepted the terms as they are now
 */
export function mayDownload(actor: Actor, dataset: Dataset, termsAccepted = false): boolean {
  if (dataset.lifecycle === 'published' && dataset.access === 'open' && maySeeDataset(actor, dataset)) return true;
  if (termsAccepted && isGivenForTerms(dataset) && maySeeDataset(actor, dataset)) return true;
  const roles = membershipIn(actor, dataset.organisation)?.roles ?? [];
  return roles.includes('steward') || roles.includes('owner');
}

/** Whether an address that the source publishes may be shown: where it leads, the publisher decides again. */
export const maySeeAddresses = (actor: Actor, dataset: Dataset, termsAccepted = false): boolean =>
  mayDownload(actor, dataset, termsAccepted) ||
  (dataset.lifecycle === 'published' &&
    dataset.access === 'not-stated' &&
    dataset.source !== undefined &&
    maySeeDataset(actor, dataset));

/**
 * Whether the data can be asked for here: published, for those whom its owner approves, and of an organisation that has
 * claimed its place and can answer.
 */
export const isRequestable = (
  dataset: Pick<Dataset, 'lifecycle' | 'access'>,
  organisation: { readonly claimed: boolean },
): boolean =>
  organisation.claimed &&
  dataset.lifecycle === 'published' &&
  (dataset.access === 'named' || dataset.access === 'group');
