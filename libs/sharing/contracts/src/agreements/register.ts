import * as z from 'zod';
import { registerStatuses } from '#sharing/domain';
import { coded, laneView, namedOrganisation } from '../views/shared-parts.ts';

/** One row of the public register of sharing: who gives what to whom, what for, on which authority, until when. */
export const registerRow = z
  .object({
    /** Of the agreement. */
    id: z.uuid(),
    reference: z.string(),
    version: z.number().int(),
    title: z.string(),
    summary: z.string().optional(),
    purposeClass: coded.optional(),
    publicBenefit: z.string().optional(),
    provider: namedOrganisation,
    /** Persons are not named: "an individual". */
    recipient: z.object({ name: z.string(), sector: z.string(), organisation: namedOrganisation.optional() }),
    datasets: z.array(
      z.object({
        /** Absent where the dataset is not listed for everybody. */
        slug: z.string().optional(),
        title: z.string(),
        /** Columns with the form in which they are given; empty for a whole file. */
        disclosed: z.array(z.string()),
      }),
    ),
    lane: laneView,
    legalPower: z.string().optional(),
    lawfulBasis: z.string().optional(),
    kind: coded,
    charge: z.string(),
    exclusivity: z.string(),
    commercialUse: z.boolean(),
    linkage: z.string().optional(),
    method: z.string(),
    frequency: z.string().optional(),
    protections: z.string().optional(),
    territory: z.string().optional(),
    retention: z.string().optional(),
    requestedOn: z.string(),
    decidedOn: z.string().optional(),
    workingDays: z.number().int().optional(),
    inForceOn: z.string(),
    start: z.string(),
    end: z.string(),
    review: z.string(),
    status: z.object({ code: z.enum(registerStatuses), label: z.string() }),
    endedOn: z.string().optional(),
    endedHow: coded.optional(),
    firstDelivery: z.string().optional(),
    lastDelivery: z.string().optional(),
    rows: z.number().int().optional(),
    /** A team, never a personal address. */
    contact: z.string().optional(),
    /** Whether the data could be about the reader, and what they can do. */
    aboutYou: z.string(),
    /** What is left out, and why. */
    withheld: z.array(z.object({ field: z.string(), reason: z.string() })),
    updated: z.string(),
  })
  .meta({ id: 'RegisterRow' });
export type RegisterRow = z.infer<typeof registerRow>;

/** `GET /api/v1/register/{id}`: one row with what happened to it. */
export const registerEntry = registerRow
  .extend({ updates: z.array(z.object({ on: z.string(), what: z.string() })) })
  .meta({ id: 'RegisterEntry' });
export type RegisterEntry = z.infer<typeof registerEntry>;

/** `GET /api/v1/register`: the newest first, with counts of refusals by ground beside it. */
export const register = z
  .object({
    items: z.array(registerRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    providers: z.array(namedOrganisation.extend({ count: z.number().int() })),
    refusals: z.array(z.object({ ground: coded, count: z.number().int() })),
  })
  .meta({ id: 'Register' });
export type Register = z.infer<typeof register>;

export const registerQuery = z.object({
  /** Slug of the organisation that gives. */
  provider: z.string().max(80).optional(),
  status: z.enum(registerStatuses).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
export type RegisterQuery = z.output<typeof registerQuery>;
