import type { AgreementView, PermissionView } from '#sharing/contracts';

type Sided = Pick<AgreementView | PermissionView, 'side' | 'revision' | 'provider' | 'recipient'>;

/** What a command carries: the revision that the page shows, and the organisation of the reader's side. */
export function envelopeOf({ side, revision, provider, recipient }: Sided): object {
  const organisation = side === 'owner' ? provider.id : recipient.organisation?.id;
  return { revision, ...(organisation === undefined ? {} : { actingFor: organisation }) };
}
