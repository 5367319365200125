import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import {
  nations,
  organisationKinds,
  organisationStandings,
  profileFields,
  type OrganisationEvent,
} from '#organisations/domain';

const nothing = z.strictObject({});
const unit = z.strictObject({ unit: z.uuid() });
const board = z.strictObject({ board: z.uuid() });
const contact = z.strictObject({ name: z.string().optional(), email: z.string().optional() });

const unitName = /^unit:[0-9a-f-]{36}$/;

/** A patch of what an organisation says; `null` empties a field, `unit:<id>` is the name of a unit. */
const words = z
  .object({
    name: z.string().optional(),
    description: z.string().nullable().optional(),
    website: z.string().nullable().optional(),
    contact: contact.nullable().optional(),
    verificationReason: z.string().nullable().optional(),
  })
  .catchall(z.string().nullable())
  .refine((patch) => Object.keys(patch).every((key) => known.has(key) || unitName.test(key)), {
    error: 'holds a field that organisations do not have',
  });
const known = new Set(['name', 'description', 'website', 'contact', 'verificationReason']);

/** The whole profile, as it stands after the change. */
const profile = z.strictObject({
  registrationNumber: z.string().optional(),
  icoNumber: z.string().optional(),
  address: z.string().optional(),
  insurance: z
    .strictObject({ insurer: z.string().optional(), reference: z.string().optional(), expires: z.iso.date() })
    .optional(),
  certificates: z
    .array(z.strictObject({ name: z.string(), number: z.string().optional(), expires: z.iso.date().optional() }))
    .optional(),
  signatories: z
    .array(z.strictObject({ name: z.string(), position: z.string(), email: z.string().optional() }))
    .optional(),
});

const exampleUnit = '019ab0c2-0000-7000-8000-000000000002';
const exampleBoard = '019ab0c2-0000-7000-8000-000000000007';

/** Every event in the history of an organisation. */
export const organisationEvents: EventContracts<OrganisationEvent['type']> = {
  'organisation-registered': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      slug: z.string(),
      kind: z.enum(organisationKinds),
      standing: z.enum(organisationStandings),
    }),
    content: words,
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000001',
          slug: 'exchester-city-council',
          kind: 'council',
          standing: 'member',
        },
        content: { name: 'Exchester City Council', contact: { name: 'Data team', email: 'data@exchester.example' } },
      },
    },
  },
  'organisation-described': {
    version: 2,
    facts: z.strictObject({
      fields: z.array(z.string()),
      kind: z.enum(organisationKinds).optional(),
      nation: z.enum(nations).optional(),
    }),
    content: words,
    // Version 1 had no nation, and one that is absent changes nothing.
    lifts: { 1: (facts) => facts },
    examples: {
      1: { facts: { fields: ['description', 'website'] }, content: { description: 'A city.', website: null } },
      2: { facts: { fields: ['website', 'nation'], nation: 'scotland' }, content: { website: null } },
    },
  },
  'organisation-claimed': { version: 1, facts: nothing, examples: { 1: { facts: {} } } },
  'organisation-verified': {
    version: 1,
    facts: nothing,
    content: words,
    examples: { 1: { facts: {}, content: { verificationReason: null } } },
  },
  'organisation-verification-withdrawn': {
    version: 1,
    facts: nothing,
    content: words,
    examples: { 1: { facts: {}, content: { verificationReason: 'Its registration was struck off.' } } },
  },
  'organisation-unit-added': {
    version: 1,
    facts: unit,
    content: words,
    examples: { 1: { facts: { unit: exampleUnit }, content: { [`unit:${exampleUnit}`]: 'Highways' } } },
  },
  'organisation-unit-renamed': {
    version: 1,
    facts: unit,
    content: words,
    examples: { 1: { facts: { unit: exampleUnit }, content: { [`unit:${exampleUnit}`]: 'Highways and transport' } } },
  },
  'organisation-unit-closed': { version: 1, facts: unit, examples: { 1: { facts: { unit: exampleUnit } } } },
  'organisation-profile-filled': {
    version: 1,
    facts: z.strictObject({ fields: z.array(z.enum(profileFields)) }),
    content: z.strictObject({ profile }),
    examples: {
      1: {
        facts: { fields: ['icoNumber', 'insurance', 'certificates', 'signatories'] },
        content: {
          profile: {
            icoNumber: 'ZA000000',
            insurance: { insurer: 'Example Mutual', reference: 'PI 1', expires: '2027-03-31' },
            certificates: [{ name: 'Cyber Essentials', number: 'CE 1', expires: '2027-06-30' }],
            signatories: [{ name: 'Ada Example', position: 'Director', email: 'ada@exchester.example' }],
          },
        },
      },
    },
  },
  'organisation-board-joined': { version: 1, facts: board, examples: { 1: { facts: { board: exampleBoard } } } },
  'organisation-board-left': { version: 1, facts: board, examples: { 1: { facts: { board: exampleBoard } } } },
};
