import type { OrganisationProfileView } from '#organisations/contracts';

export interface ProfileLine {
  readonly label: string;
  readonly value: string;
  readonly expired: boolean;
}

const line = (label: string, value: string | undefined, expired = false): ProfileLine[] =>
  value === undefined || value === '' ? [] : [{ label, value, expired }];

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** A profile, filled once by its organisation, as names and values for those who weigh its request. */
export const profileLines = (profile: OrganisationProfileView): ProfileLine[] => [
  ...line('Registration number', profile.registrationNumber),
  ...line('ICO number', profile.icoNumber),
  ...line('Address', profile.address),
  ...(profile.insurance
    ? line(
        'Insurance',
        joined(profile.insurance.insurer, profile.insurance.reference, `until ${profile.insurance.expires}`),
        profile.insurance.past,
      )
    : []),
  ...profile.certificates.flatMap(({ name, number, expires, past }) =>
    line('Certificate', joined(name, number, expires === undefined ? undefined : `until ${expires}`), past),
  ),
  ...profile.signatories.flatMap(({ name, position }) => line('Signatory', joined(name, position))),
];
