import type { OrganisationProfileView } from '#organisations/contracts';
import type { OrganisationProfile } from '#organisations/domain';
import type { Queries } from '#platform/database';

/** A profile as it is shown on a day: what ends on that day still holds. @param today YYYY-MM-DD */
export function profileView(profile: OrganisationProfile, today: string): OrganisationProfileView {
  const { registrationNumber, icoNumber, address, insurance, certificates = [], signatories = [] } = profile;
  return {
    ...{ registrationNumber, icoNumber, address },
    ...(insurance && { insurance: { ...insurance, past: insurance.expires < today } }),
    certificates: certificates.map((one) => ({ ...one, past: one.expires !== undefined && one.expires < today })),
    signatories: [...signatories],
  };
}

/**
 * The profile of an organisation, with whether each expiry is past; undefined where nobody has filled it. Who asks decides
 * who may see it.
 * @param today YYYY-MM-DD
 */
export async function profileOf(
  queries: Queries,
  organisation: string,
  today: string,
): Promise<OrganisationProfileView | undefined> {
  const [row] = await queries.rows<{ profile: OrganisationProfile | null }>(
    `select content->'profile' as profile from organisation where id = $1`,
    [organisation],
    'profile-of-organisation',
  );
  return row?.profile ? profileView(row.profile, today) : undefined;
}
