import { refusal, refused, roles, uuidv7, type Role } from '#kernel';
import { registerOrganisationBody } from '#organisations/contracts';
import type { OrganisationCommand } from '#organisations/domain';
import {
  findOrganisation,
  freeSlug,
  membershipAggregate,
  organisationAggregate,
  type NamedOrganisation,
} from '#organisations/server';
import { commandLine, done, explain, notDone, readCall, tell } from './command-line.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';
import { personNamed } from './person.ts';

const organisationUsage = [
  'organisation create --name <name> --kind <kind> [--slug <slug>] [--website <address>] [--contact <address>] [--unclaimed]',
  'organisation claim | verify <slug>',
  'organisation withdraw-verification <slug> --reason <text>',
  'organisation add-unit <slug> --name <name>',
  'organisation list',
];
const membershipUsage = [
  'membership grant --person <address> --organisation <slug> [--roles steward,owner] [--unit <name>]',
  'membership set-roles --person <address> --organisation <slug> --roles <roles>',
  'membership end --person <address> --organisation <slug>',
];

async function organisationNamed(
  reference: string | undefined,
  context: OperatorContext,
): Promise<NamedOrganisation | undefined> {
  const found = reference === undefined ? undefined : await findOrganisation(context.database, reference);
  if (!found) context.complain(`There is no organisation ${reference ?? ''}. “organisation list” shows them all.`);
  return found;
}

/** Registers an organisation and prints its slug. */
export const createOrganisation: OperatorCommand = async (parameters, context) => {
  const text = { type: 'string' } as const;
  const options = {
    name: text,
    kind: text,
    slug: text,
    website: text,
    contact: text,
    unclaimed: { type: 'boolean' },
  } as const;
  const call = readCall(parameters, options, context);
  if (!call) return explain(context, organisationUsage[0] ?? '');
  const contact = call.text('contact');
  const parsed = registerOrganisationBody.safeParse({
    name: call.text('name'),
    kind: call.text('kind'),
    slug: call.text('slug'),
    website: call.text('website'),
    contact: contact === undefined ? undefined : { email: contact },
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
    return explain(context, ...faults, organisationUsage[0] ?? '');
  }
  const { kind, slug: wanted, ...profile } = parsed.data;
  const slug = wanted ?? (await freeSlug(context.database, profile.name));
  const id = uuidv7(context.clock.now().getTime());
  const standing = call.flag('unclaimed') ? 'unclaimed' : 'member';
  const command: OrganisationCommand = { type: 'register-organisation', id, slug, kind, standing, profile };
  const outcome = await context.door.execute(organisationAggregate, commandLine, { id, command });
  return tell(context, outcome, () => `${slug}: ${profile.name} is registered.`);
};

async function give(
  reference: string | undefined,
  command: OrganisationCommand,
  context: OperatorContext,
): Promise<number> {
  const organisation = await organisationNamed(reference, context);
  if (!organisation) return notDone;
  const outcome = await context.door.execute(organisationAggregate, commandLine, { id: organisation.id, command });
  return tell(context, outcome, () => `Done: ${organisation.name}.`);
}

export const claimOrganisation: OperatorCommand = ([slug], context) =>
  give(slug, { type: 'claim-organisation' }, context);

export const verifyOrganisation: OperatorCommand = ([slug], context) =>
  give(slug, { type: 'verify-organisation' }, context);

const withdrawVerification: OperatorCommand = async (parameters, context) => {
  const call = readCall(parameters, { reason: { type: 'string' } }, context);
  if (!call) return explain(context, organisationUsage[2] ?? '');
  return give(call.words[0], { type: 'withdraw-verification', reason: call.text('reason') ?? '' }, context);
};

const addUnit: OperatorCommand = async (parameters, context) => {
  const call = readCall(parameters, { name: { type: 'string' } }, context);
  if (!call) return explain(context, organisationUsage[3] ?? '');
  const unit = uuidv7(context.clock.now().getTime());
  return give(call.words[0], { type: 'add-unit', unit, name: call.text('name') ?? '' }, context);
};

/** Lists organisations: slug, name, kind, standing, members. */
export const listOrganisations: OperatorCommand = async (_, { database, print }) => {
  const rows = await database.rows<NamedOrganisation & { members: number }>(
    `select slug, name, kind, standing,
       (select count(*)::integer from membership
         where membership.organisation = organisation.id and not membership.ended) as members
     from organisation order by slug`,
  );
  for (const { slug, name, kind, standing, members } of rows) {
    print(`${slug} · ${name} · ${kind} · ${standing} · ${members} ${members === 1 ? 'member' : 'members'}`);
  }
  print(`${rows.length} ${rows.length === 1 ? 'organisation' : 'organisations'}`);
  return done;
};

const organisationCommands: Readonly<Record<string, OperatorCommand>> = {
  create: createOrganisation,
  claim: claimOrganisation,
  verify: verifyOrganisation,
  'withdraw-verification': withdrawVerification,
  'add-unit': addUnit,
  list: listOrganisations,
};

/** `organisation <command> …` */
export const organisation: OperatorCommand = async ([name = '', ...rest], context) => {
  const command = Object.hasOwn(organisationCommands, name) ? organisationCommands[name] : undefined;
  return command ? command(rest, context) : explain(context, ...organisationUsage);
};

interface Place {
  readonly person: string;
  readonly organisation: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
}

const membershipOptions = {
  person: { type: 'string' },
  organisation: { type: 'string' },
  roles: { type: 'string' },
  unit: { type: 'string' },
} as const;

/** Who, where and as what, from the options; says what is wrong with them. */
async function placeOf(parameters: readonly string[], context: OperatorContext): Promise<Place | number> {
  const call = readCall(parameters, membershipOptions, context);
  const [email, slug] = [call?.text('person'), call?.text('organisation')];
  if (!call || email === undefined || slug === undefined) return explain(context, ...membershipUsage);
  const named = (call.text('roles') ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter(Boolean);
  const unknown = named.filter((role) => !(roles as readonly string[]).includes(role));
  if (unknown.length > 0) return explain(context, `No such role: ${unknown.join(', ')}. Roles: ${roles.join(', ')}`);
  const person = await personNamed(email, context);
  const organisation = await organisationNamed(slug, context);
  if (!person || !organisation) return notDone;
  const unitName = call.text('unit');
  const unit = unitName === undefined ? undefined : await unitNamed(organisation.id, unitName, context);
  if (unitName !== undefined && unit === undefined) return notDone;
  const label = `${person.name} in ${organisation.name}`;
  return { person: person.id, organisation: organisation.id, label, roles: named as Role[], unit };
}

async function unitNamed(organisation: string, name: string, context: OperatorContext): Promise<string | undefined> {
  const [unit] = await context.database.rows<{ id: string }>(
    'select id from organisation_unit where organisation = $1 and lower(name) = lower($2) and not closed',
    [organisation, name],
  );
  if (!unit) context.complain(`The organisation has no unit “${name}”.`);
  return unit?.id;
}

export const grantMembership: OperatorCommand = async (parameters, context) => {
  const place = await placeOf(parameters, context);
  if (typeof place === 'number') return place;
  const id = uuidv7(context.clock.now().getTime());
  const { label, ...rest } = place;
  const command = { type: 'grant-membership', id, ...rest } as const;
  const outcome = await context.door.execute(membershipAggregate, commandLine, { id, command });
  return tell(context, outcome, () => `Done: ${label}.`);
};

const onCurrent =
  (
    command: (place: Place) => { type: 'end-membership' } | { type: 'set-roles'; roles: readonly Role[] },
  ): OperatorCommand =>
  async (parameters, context) => {
    const place = await placeOf(parameters, context);
    if (typeof place === 'number') return place;
    const [current] = await context.database.rows<{ id: string }>(
      'select id from membership where person = $1 and organisation = $2 and not ended',
      [place.person, place.organisation],
    );
    const outcome = current
      ? await context.door.execute(membershipAggregate, commandLine, { id: current.id, command: command(place) })
      : refused(refusal('organisations.membership-unknown', `There is no membership: ${place.label}.`));
    return tell(context, outcome, () => `Done: ${place.label}.`);
  };

const membershipCommands: Readonly<Record<string, OperatorCommand>> = {
  grant: grantMembership,
  'set-roles': onCurrent(({ roles: named }) => ({ type: 'set-roles', roles: named })),
  end: onCurrent(() => ({ type: 'end-membership' })),
};

/** `membership <command> …` */
export const membership: OperatorCommand = async ([name = '', ...rest], context) => {
  const command = Object.hasOwn(membershipCommands, name) ? membershipCommands[name] : undefined;
  return command ? command(rest, context) : explain(context, ...membershipUsage);
};
