import type { OrganisationProfileView } from '#organisations/contracts';
import type { ProfileChange, ProfileField } from '#organisations/domain';

/** A profile as its form holds it: every field is there, an empty text says nothing. */
export interface ProfileModel {
  readonly registrationNumber: string;
  readonly icoNumber: string;
  readonly address: string;
  readonly insurance: { readonly insurer: string; readonly reference: string; readonly expires: string };
  readonly certificates: readonly CertificateModel[];
  readonly signatories: readonly SignatoryModel[];
}

export interface CertificateModel {
  readonly name: string;
  readonly number: string;
  readonly expires: string;
}

export interface SignatoryModel {
  readonly name: string;
  readonly position: string;
  readonly email: string;
}

export const emptyCertificate: CertificateModel = { name: '', number: '', expires: '' };
export const emptySignatory: SignatoryModel = { name: '', position: '', email: '' };

export function profileModelOf(profile: OrganisationProfileView | undefined): ProfileModel {
  const { insurance, certificates = [], signatories = [] } = profile ?? {};
  return {
    registrationNumber: profile?.registrationNumber ?? '',
    icoNumber: profile?.icoNumber ?? '',
    address: profile?.address ?? '',
    insurance: {
      insurer: insurance?.insurer ?? '',
      reference: insurance?.reference ?? '',
      expires: insurance?.expires ?? '',
    },
    certificates: certificates.map(({ name, number = '', expires = '' }) => ({ name, number, expires })),
    signatories: signatories.map(({ name, position, email = '' }) => ({ name, position, email })),
  };
}

const fields: readonly ProfileField[] = [
  'registrationNumber',
  'icoNumber',
  'address',
  'insurance',
  'certificates',
  'signatories',
];

const same = (one: ProfileModel, other: ProfileModel, field: ProfileField): boolean =>
  JSON.stringify(one[field]) === JSON.stringify(other[field]);

export const changedProfileFields = (start: ProfileModel, now: ProfileModel): readonly ProfileField[] =>
  fields.filter((field) => !same(start, now, field));

const saysNothing = (entry: object): boolean => Object.values(entry).every((text: string) => text.trim() === '');

/** Without rows in which nothing was typed. */
export const withoutEmptyRows = (model: ProfileModel): ProfileModel => ({
  ...model,
  certificates: model.certificates.filter((one) => !saysNothing(one)),
  signatories: model.signatories.filter((one) => !saysNothing(one)),
});

/** Without the texts of an entry that may be left empty and are. */
const filled = <Entry extends object>(entry: Entry, optional: readonly (keyof Entry)[]): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(([name, text]) => text !== '' || !optional.includes(name as keyof Entry)),
  ) as Entry;

/** What the service is told: the changed fields alone; `null` empties one. */
export function profileChangeOf(start: ProfileModel, now: ProfileModel): ProfileChange {
  const { insurance, certificates, signatories } = now;
  const whole: Required<ProfileChange> = {
    registrationNumber: now.registrationNumber.trim() || null,
    icoNumber: now.icoNumber.trim() || null,
    address: now.address.trim() || null,
    insurance: saysNothing(insurance) ? null : filled(insurance, ['insurer', 'reference']),
    certificates: certificates.map((one) => filled(one, ['number', 'expires'])),
    signatories: signatories.map((one) => filled(one, ['email'])),
  };
  return Object.fromEntries(changedProfileFields(start, now).map((field) => [field, whole[field]]));
}

/** Brings together what one typed and what another saved meanwhile: what was typed stays, the rest is as saved. */
export function mergeProfiles(
  start: ProfileModel,
  typed: ProfileModel,
  saved: ProfileModel,
): { readonly model: ProfileModel; readonly both: readonly ProfileField[] } {
  const mine = changedProfileFields(start, typed);
  const kept = Object.fromEntries(mine.map((field) => [field, typed[field]]));
  const both = mine.filter((field) => !same(start, saved, field) && !same(typed, saved, field));
  return { model: { ...saved, ...kept }, both };
}
