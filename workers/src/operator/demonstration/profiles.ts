import type { OrganisationProfile } from '#organisations/domain';
import type { DayOf } from './stories/story.ts';

interface FilledProfile {
  /** Key of the organisation, and of the administrator who fills it. */
  readonly organisation: string;
  readonly by: string;
  readonly profile: (day: DayOf) => OrganisationProfile;
}

/** What organisations show of themselves with every request; dates lead from today, one certificate is past. */
export const profiles: readonly FilledProfile[] = [
  {
    organisation: 'kerbwise',
    by: 'w.dunnock',
    profile: (day) => ({
      registrationNumber: '09904417 (England and Wales)',
      icoNumber: 'ZX901442',
      address: 'Unit 4, The Old Ropery, Ropewalk, Ellermouth EQ1 4RW',
      insurance: { insurer: 'Harbour and Wold Mutual', reference: 'PI/0088213', expires: day(203) },
      certificates: [
        { name: 'Cyber Essentials', number: 'CE-55-20931', expires: day(121) },
        { name: 'Accessible Design Mark', number: 'ADM-0417', expires: day(-19) },
      ],
      signatories: [
        { name: 'Wanda Dunnock', position: 'Managing director', email: 'w.dunnock@kerbwise.example' },
        { name: 'Priya Hallworth', position: 'Head of partnerships', email: 'p.hallworth@kerbwise.example' },
      ],
    }),
  },
  {
    organisation: 'saltings-trust',
    by: 'k.pennywell',
    profile: (day) => ({
      registrationNumber: '1190087 (charity)',
      icoNumber: 'ZX733108',
      address: 'The Net Loft, 12 Staithe Road, Ellermouth EQ1 2ST',
      insurance: { insurer: 'Parish and People Insurance', reference: 'CH-77120', expires: day(58) },
      certificates: [{ name: 'Cyber Essentials', number: 'CE-55-18870', expires: day(-34) }],
      signatories: [{ name: 'Kofi Pennywell', position: 'Director', email: 'kofi@saltings.example' }],
    }),
  },
];
