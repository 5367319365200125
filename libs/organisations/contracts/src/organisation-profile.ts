import * as z from 'zod';
import { day } from './dates.ts';

const line = (longest: number) => z.string().trim().max(longest);
const many = 50;

const insurance = z.object({ insurer: line(300).optional(), reference: line(300).optional(), expires: day });
const certificate = z.object({
  name: line(300).min(1, 'Say which certificate it is'),
  number: line(300).optional(),
  expires: day.optional(),
});
const signatory = z.object({
  name: line(300).min(1, 'Give the signatory’s name'),
  position: line(300).min(1, 'Give the signatory’s position'),
  email: z.email('Give an e-mail address as name@example.org').max(320).optional(),
});

/** Fields of the profile; an absent one is left as it is, `null` empties it. Dates are the last day on which a thing holds. */
export const profileChange = z.object({
  registrationNumber: line(100).nullable().optional(),
  icoNumber: line(100).nullable().optional(),
  /** Where replies go by post. */
  address: line(2000).nullable().optional(),
  insurance: insurance.nullable().optional(),
  certificates: z.array(certificate).max(many).nullable().optional(),
  signatories: z.array(signatory).max(many).nullable().optional(),
});

/** Whether the last day on which it holds lies in the past. */
const past = z.boolean();

/** What an organisation shows of itself with every request; for each expiry whether it is past. */
export const organisationProfileView = z
  .object({
    registrationNumber: z.string().optional(),
    icoNumber: z.string().optional(),
    address: z.string().optional(),
    insurance: z
      .object({ insurer: z.string().optional(), reference: z.string().optional(), expires: z.string(), past })
      .optional(),
    certificates: z.array(
      z.object({ name: z.string(), number: z.string().optional(), expires: z.string().optional(), past }),
    ),
    signatories: z.array(z.object({ name: z.string(), position: z.string(), email: z.string().optional() })),
  })
  .meta({ id: 'OrganisationProfile' });
export type OrganisationProfileView = z.infer<typeof organisationProfileView>;
