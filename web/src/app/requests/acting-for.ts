import type { RequestView } from '#sharing/contracts';

/** The organisation for which the requester's side gives its commands; nothing for an individual. */
export const actingFor = ({ requester }: Pick<RequestView, 'requester'>): { readonly actingFor?: string } =>
  requester.organisation === undefined ? {} : { actingFor: requester.organisation.id };

/** What a command to a request carries. */
export const envelopeOf = (request: Pick<RequestView, 'requester' | 'revision'>) => ({
  revision: request.revision,
  ...actingFor(request),
});
