import { accepted, refusal, refused, type Outcome, type Refusal } from '#kernel';
import { blank, looksLikeEmail } from '../wording.ts';
import type { FillProfile } from './commands.ts';
import type { ProfileFilled } from './events.ts';
import { profileFields, type OrganisationProfile, type ProfileChange } from './profile.ts';

const signatoryFaults = (profile: ProfileChange): Refusal[] =>
  (profile.signatories ?? []).flatMap(({ name, position, email }, index) => {
    const at = `profile.signatories[${index}]`;
    return [
      ...(blank(name)
        ? [refusal('organisations.signatory-name-missing', 'Give the signatory’s name.', `${at}.name`)]
        : []),
      ...(blank(position)
        ? [refusal('organisations.signatory-position-missing', 'Give the signatory’s position.', `${at}.position`)]
        : []),
      ...(email === undefined || looksLikeEmail(email)
        ? []
        : [refusal('organisations.email-malformed', 'Give an e-mail address as name@example.org.', `${at}.email`)]),
    ];
  });

const certificateFaults = (profile: ProfileChange): Refusal[] =>
  (profile.certificates ?? []).flatMap(({ name }, index) =>
    blank(name)
      ? [
          refusal(
            'organisations.certificate-name-missing',
            'Say which certificate it is.',
            `profile.certificates[${index}].name`,
          ),
        ]
      : [],
  );

const nothing = (value: unknown): boolean =>
  value === null || (typeof value === 'string' ? blank(value) : Array.isArray(value) && value.length === 0);

/** Sets the fields named, empties those that say nothing, and keeps the others. */
export function fillProfile(
  { profile }: FillProfile,
  before: OrganisationProfile | undefined,
): Outcome<readonly ProfileFilled[]> {
  const fields = profileFields.filter((field) => profile[field] !== undefined);
  if (fields.length === 0) return refused(refusal('organisations.nothing-to-change', 'Say what is to change.'));
  const faults = [...certificateFaults(profile), ...signatoryFaults(profile)];
  if (faults.length > 0) return refused(...faults);
  const asked = Object.fromEntries(fields.map((field) => [field, profile[field]]));
  const merged: ProfileChange = { ...before, ...asked };
  const filled = Object.fromEntries(Object.entries(merged).filter(([, value]) => !nothing(value)));
  return accepted([{ type: 'organisation-profile-filled', facts: { fields }, content: { profile: filled } }]);
}
