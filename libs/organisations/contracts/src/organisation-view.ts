import * as z from 'zod';
import { roles } from '#kernel';
import { nations, organisationKinds, organisationStandings } from '#organisations/domain';
import { organisationProfileView } from './organisation-profile.ts';

export const organisationSummary = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    kind: z.object({ code: z.enum(organisationKinds), label: z.string() }),
    /** member, verified or unclaimed (known only from a feed). */
    standing: z.enum(organisationStandings),
    /** Datasets that this reader may see. */
    datasets: z.number().int(),
  })
  .meta({ id: 'OrganisationSummary' });
export type OrganisationSummary = z.infer<typeof organisationSummary>;

/** `GET /api/v1/organisations` → `{ items }` */
export const organisationList = z.object({ items: z.array(organisationSummary) }).meta({ id: 'Organisations' });
export type OrganisationList = z.infer<typeof organisationList>;

/**
 * A member as colleagues see them; `revision` goes into the commands that `allowedCommands` names. Among these is
 * `name-stand-in` where the reader may say who covers this member, for which of `coverableRoles`.
 */
export const organisationMember = z
  .object({
    membership: z.uuid(),
    revision: z.number().int(),
    person: z.uuid(),
    name: z.string(),
    unit: z.string().optional(),
    roles: z.array(z.enum(roles)),
    /** Those of the roles that another may cover for a while. */
    coverableRoles: z.array(z.enum(roles)),
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'OrganisationMember' });

const named = z.object({ id: z.uuid(), name: z.string() });

/** Cover that holds today or is to come, as colleagues see it; both days are included. */
export const standInView = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    /** Who is covered. */
    person: named,
    /** Who covers. */
    standIn: named,
    roles: z.array(z.enum(roles)),
    from: z.string(),
    until: z.string(),
    /** Whether it holds today; otherwise it is to come. */
    current: z.boolean(),
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'StandIn' });
export type StandInView = z.infer<typeof standInView>;

/** `GET /api/v1/organisations/{id or slug}` */
export const organisationView = organisationSummary
  .extend({
    revision: z.number().int(),
    description: z.string().optional(),
    website: z.string().optional(),
    /** A team, never a person. */
    contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    nation: z.object({ code: z.enum(nations), label: z.string() }),
    /** Boards in whose scope it is, by name. */
    boards: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() })),
    /** Only for its own members: who does what. */
    people: z.array(organisationMember).optional(),
    /** Only for its own members: who covers whom now and later, by the first day. */
    standIns: z.array(standInView).optional(),
    /** Only for its own members; absent where nobody has filled it. */
    profile: organisationProfileView.optional(),
    /**
     * The last part of the address of each command that this reader may give: `describe`, `add-unit`, …, and
     * `grant-membership`, `name-stand-in` and `register-dataset`, which have addresses of their own.
     */
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;
