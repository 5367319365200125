import { describe, expect, test } from '@jest/globals';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { evolveOrganisation } from './evolve.ts';
import type { Organisation } from './organisation.ts';
import type { OrganisationProfile, ProfileChange } from './profile.ts';

const registered: OrganisationEvent = {
  type: 'organisation-registered',
  facts: { id: 'o1', slug: 'kerbwise', kind: 'company', standing: 'member' },
};
const before: Organisation = evolveOrganisation(undefined, registered);

const fill = (profile: ProfileChange, filled?: OrganisationProfile) =>
  decideOrganisation(
    { type: 'fill-profile', profile },
    before,
    { facts: { slugTaken: false, peopleInUnit: 0 } },
    filled && { name: 'Kerbwise', profile: filled },
  );

describe('the profile of an organisation', () => {
  test('is words; its facts say which fields changed and nothing of what they hold', () => {
    const outcome = fill({ registrationNumber: '01234567', insurance: { expires: '2027-03-31' } });
    expect(outcome).toEqual({
      ok: true,
      value: [
        {
          type: 'organisation-profile-filled',
          facts: { fields: ['registrationNumber', 'insurance'] },
          content: { profile: { registrationNumber: '01234567', insurance: { expires: '2027-03-31' } } },
        },
      ],
    });
    const [event] = outcome.ok ? outcome.value : [];
    expect(event && evolveOrganisation(before, event)).toEqual(before);
  });

  test('keeps what is not named, and empties what says nothing', () => {
    const filled: OrganisationProfile = {
      ...{ registrationNumber: '01234567', icoNumber: 'ZA000000', address: '1 High Street' },
      certificates: [{ name: 'Cyber Essentials' }],
    };
    expect(fill({ icoNumber: null, address: ' ', certificates: [] }, filled)).toMatchObject({
      ok: true,
      value: [
        {
          facts: { fields: ['icoNumber', 'address', 'certificates'] },
          content: { profile: { registrationNumber: '01234567' } },
        },
      ],
    });
    const outcome = fill({ icoNumber: null }, filled);
    expect(outcome.ok && outcome.value[0]?.content).toEqual({
      profile: {
        registrationNumber: '01234567',
        address: '1 High Street',
        certificates: [{ name: 'Cyber Essentials' }],
      },
    });
  });

  test.each<[string, ProfileChange, string, string | undefined]>([
    ['nothing', {}, 'organisations.nothing-to-change', undefined],
    [
      'a certificate without a name',
      { certificates: [{ name: 'ISO 27001' }, { name: ' ' }] },
      'organisations.certificate-name-missing',
      'profile.certificates[1].name',
    ],
    [
      'a signatory without a name',
      { signatories: [{ name: '', position: 'Director' }] },
      'organisations.signatory-name-missing',
      'profile.signatories[0].name',
    ],
    [
      'a signatory without a position',
      { signatories: [{ name: 'Ada', position: ' ' }] },
      'organisations.signatory-position-missing',
      'profile.signatories[0].position',
    ],
    [
      'an address that is none',
      { signatories: [{ name: 'Ada', position: 'Director', email: 'ada' }] },
      'organisations.email-malformed',
      'profile.signatories[0].email',
    ],
  ])('is refused with %s', (_, change, code, field) => {
    const outcome = fill(change);
    expect(outcome.ok ? [] : outcome.refusals.map((one) => [one.code, one.field])).toEqual([[code, field]]);
  });
});
