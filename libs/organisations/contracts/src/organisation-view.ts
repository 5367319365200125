import * as z from 'zod';
import { roles } from '#kernel';
import { organisationKinds, organisationStandings } from '#organisations/domain';

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

/** A member as colleagues see them; `revision` goes into the commands that `allowedCommands` names. */
export const organisationMember = z
  .object({
    membership: z.uuid(),
    revision: z.number().int(),
    person: z.uuid(),
    name: z.string(),
    unit: z.string().optional(),
    roles: z.array(z.enum(roles)),
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'OrganisationMember' });

/** `GET /api/v1/organisations/{id or slug}` */
export const organisationView = organisationSummary
  .extend({
    revision: z.number().int(),
    description: z.string().optional(),
    website: z.string().optional(),
    /** A team, never a person. */
    contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** Only for its own members: who does what. */
    people: z.array(organisationMember).optional(),
    /**
     * The last part of the address of each command that this reader may give: `describe`, `add-unit`, …, and
     * `grant-membership` and `register-dataset`, which have addresses of their own.
     */
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;
