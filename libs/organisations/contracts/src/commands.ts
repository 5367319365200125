import * as z from 'zod';
import { roles } from '#kernel';
import { nations, organisationKinds } from '#organisations/domain';
import { day } from './dates.ts';
import { profileChange } from './organisation-profile.ts';

const line = (longest: number) => z.string().trim().max(longest);
const name = line(300).min(1, 'Give a name');
/** An address that a person may follow: never `javascript:` or the like. */
const website = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with http:// or https://' })
  .max(2000);
const contact = z.object({
  name: line(300).optional(),
  email: z.email('Give an e-mail address as data@example.org').max(320).optional(),
});

/** The organisation acted for; an operator who acts for none leaves it out. */
export const actingFor = z.uuid().optional();
const revision = z.number().int().min(0);
const envelope = z.object({ revision, actingFor });

/** `POST /api/v1/organisations` */
export const registerOrganisationBody = z
  .object({
    actingFor,
    kind: z.enum(organisationKinds),
    name,
    /** Made from the name where absent. */
    slug: line(80).optional(),
    description: line(20_000).optional(),
    website: website.optional(),
    contact: contact.optional(),
  })
  .meta({ id: 'RegisterOrganisation' });
export type RegisterOrganisationBody = z.output<typeof registerOrganisationBody>;

/** `POST /api/v1/organisations/{id}/commands/{name}` */
export const describeOrganisationBody = envelope
  .extend({
    kind: z.enum(organisationKinds).optional(),
    nation: z.enum(nations).optional(),
    name: name.optional(),
    description: line(20_000).nullable().optional(),
    website: website.nullable().optional(),
    contact: contact.nullable().optional(),
  })
  .meta({ id: 'DescribeOrganisation' });
export type DescribeOrganisationBody = z.output<typeof describeOrganisationBody>;
export const claimOrganisationBody = envelope.meta({ id: 'ClaimOrganisation' });
export const verifyOrganisationBody = envelope.meta({ id: 'VerifyOrganisation' });
export const withdrawVerificationBody = envelope
  .extend({ reason: line(2000).min(1, 'Say why: its administrators will read it') })
  .meta({ id: 'WithdrawVerification' });
export type WithdrawVerificationBody = z.output<typeof withdrawVerificationBody>;
export const addUnitBody = envelope.extend({ name }).meta({ id: 'AddUnit' });
export type AddUnitBody = z.output<typeof addUnitBody>;
export const renameUnitBody = envelope.extend({ unit: z.uuid(), name }).meta({ id: 'RenameUnit' });
export type RenameUnitBody = z.output<typeof renameUnitBody>;
export const closeUnitBody = envelope.extend({ unit: z.uuid() }).meta({ id: 'CloseUnit' });
export type CloseUnitBody = z.output<typeof closeUnitBody>;
export const fillProfileBody = envelope.extend({ profile: profileChange }).meta({ id: 'FillProfile' });
export type FillProfileBody = z.output<typeof fillProfileBody>;
export const joinBoardBody = envelope.extend({ board: z.uuid() }).meta({ id: 'JoinBoard' });
export const leaveBoardBody = envelope.extend({ board: z.uuid() }).meta({ id: 'LeaveBoard' });
export type BoardBody = z.output<typeof joinBoardBody>;
export type OrganisationEnvelope = z.output<typeof envelope>;

/** `POST /api/v1/organisations/{id}/memberships` */
export const grantMembershipBody = z
  .object({ actingFor, person: z.uuid(), unit: z.uuid().optional(), roles: z.array(z.enum(roles)).max(roles.length) })
  .meta({ id: 'GrantMembership' });
export type GrantMembershipBody = z.output<typeof grantMembershipBody>;

/** `POST /api/v1/memberships/{id}/commands/{name}` */
export const setRolesBody = envelope
  .extend({ roles: z.array(z.enum(roles)).max(roles.length), unit: z.uuid().nullable().optional() })
  .meta({ id: 'SetRoles' });
export type SetRolesBody = z.output<typeof setRolesBody>;
export const endMembershipBody = envelope.meta({ id: 'EndMembership' });

/** `POST /api/v1/organisations/{id}/stand-ins`: who covers whom, for which roles, from the first to the last day. */
export const nameStandInBody = z
  .object({
    actingFor,
    person: z.uuid('Choose who is away'),
    standIn: z.uuid('Choose who covers'),
    roles: z.array(z.enum(roles)).min(1, 'Choose at least one role to be covered').max(roles.length),
    from: day,
    until: day,
  })
  .meta({ id: 'NameStandIn' });
export type NameStandInBody = z.output<typeof nameStandInBody>;

/** `POST /api/v1/stand-ins/{id}/commands/end` */
export const endStandInBody = envelope.meta({ id: 'EndStandIn' });

/** What every command of this feature answers: the aggregate's id and its revision after the write. */
export const organisationCommandResult = z
  .object({ id: z.uuid(), slug: z.string().optional(), revision: z.number().int() })
  .meta({ id: 'OrganisationCommandResult' });
export type OrganisationCommandResult = z.infer<typeof organisationCommandResult>;
