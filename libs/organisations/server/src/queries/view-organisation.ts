import { isUuid, membershipIn, type Actor, type Role } from '#kernel';
import { readersOf } from '#ledger/server';
import type { OrganisationView } from '#organisations/contracts';
import {
  actingIn,
  allowedMembershipCommands,
  allowedOrganisationCommands,
  membershipRight,
  standingsToMember,
  unitNameKey,
  type MembershipRecord,
  type Organisation,
  type OrganisationContent,
} from '#organisations/domain';
import type { Queries } from '#platform/database';
import { summaryOf, type CountDatasets, type SummaryRow } from './list-organisations.ts';

interface OrganisationRow extends SummaryRow {
  readonly revision: number;
  readonly state: Organisation;
  readonly content: OrganisationContent;
}

/** The last part of a command's address on a page of organisations: `describe-organisation` → `describe`. */
const addressOf = (command: string): string => command.replace(/-organisation$/, '');

const addressOfMembership = (command: string): string => command.replace(/-membership$/, '');

/** One organisation by id or slug; undefined where there is none that the reader may see. */
export async function viewOrganisation(
  queries: Queries,
  actor: Actor,
  reference: string,
  countDatasets: CountDatasets,
): Promise<OrganisationView | undefined> {
  const readers = readersOf(actor);
  const [row] = await queries.rows<OrganisationRow>(
    `select id, slug, name, kind, standing, revision, state, content from organisation
     where ${isUuid(reference) ? 'id = $1::uuid' : 'slug = $1'}
       and exists (select from audience where audience.kind = 'organisation' and audience.id = organisation.id
         and audience.reader = any($2::text[]))`,
    [reference, readers],
  );
  if (!row) return undefined;
  const { state, content } = row;
  const counts = await countDatasets(queries, readers, [row.id]);
  const colleague = membershipIn(actor, row.id) !== undefined;
  return {
    ...summaryOf(row, counts.get(row.id)),
    revision: row.revision,
    description: content.description,
    website: content.website,
    contact: content.contact,
    units: state.units.filter((unit) => !unit.closed).map(({ id }) => ({ id, name: content[unitNameKey(id)] ?? '' })),
    ...(colleague ? { people: await peopleOf(queries, actor, row.id) } : {}),
    allowedCommands: [...allowedOrganisationCommands(actor, state).map(addressOf), ...beside(actor, state)],
  };
}

/** Commands about other objects that a page of the organisation offers. */
function beside(actor: Actor, { id, standing }: Organisation): string[] {
  if (standing === 'unclaimed') return [];
  const standings = standingsToMember(actingIn(actor, id), { organisation: id });
  const roles = membershipIn(actor, id)?.roles ?? [];
  return [
    ...(membershipRight('grant-membership', undefined, standings) ? ['grant-membership'] : []),
    ...(roles.includes('steward') || roles.includes('owner') ? ['register-dataset'] : []),
  ];
}

interface MemberRow {
  readonly revision: number;
  readonly state: MembershipRecord;
  readonly name: string;
  readonly unit_name: string | null;
  readonly roles: Role[];
}

/** Who does what in an organisation: for its own members alone. */
async function peopleOf(queries: Queries, actor: Actor, organisation: string) {
  const rows = await queries.rows<MemberRow>(
    `select membership.revision, membership.state, membership.roles, person.name, organisation_unit.name as unit_name
     from membership join person on person.id = membership.person
     left join organisation_unit on organisation_unit.id = membership.unit
     where membership.organisation = $1 and not membership.ended and not person.closed
     order by lower(person.name), membership.id`,
    [organisation],
  );
  return rows.map(({ revision, state, name, unit_name: unit, roles }) => ({
    membership: state.id,
    revision,
    person: state.person,
    name,
    ...(unit === null ? {} : { unit }),
    roles,
    allowedCommands: allowedMembershipCommands(actor, state).map(addressOfMembership),
  }));
}
