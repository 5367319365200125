import { isUuid, membershipIn, type Actor, type Role } from '#kernel';
import { readersOf } from '#ledger/server';
import type { OrganisationView } from '#organisations/contracts';
import {
  actingIn,
  allowedMembershipCommands,
  allowedOrganisationCommands,
  coverableRoles,
  mayNameStandIn,
  membershipRight,
  nationLabels,
  standingsToMember,
  unitNameKey,
  type MembershipRecord,
  type Organisation,
  type OrganisationContent,
} from '#organisations/domain';
import type { Queries } from '#platform/database';
import { summaryOf, type CountDatasets, type SummaryRow } from './list-organisations.ts';
import { profileView } from './profile-of.ts';
import { standInsOf, type Reader } from './stand-ins-of.ts';

interface OrganisationRow extends SummaryRow {
  readonly revision: number;
  readonly state: Organisation;
  readonly content: OrganisationContent;
  readonly boards: OrganisationView['boards'];
}

/** The last part of a command's address on a page of organisations: `describe-organisation` → `describe`. */
const addressOf = (command: string): string => command.replace(/-organisation$/, '');

const addressOfMembership = (command: string): string => command.replace(/-membership$/, '');

/** One organisation by id or slug; undefined where there is none that the reader may see. */
export async function viewOrganisation(
  queries: Queries,
  reader: Reader,
  reference: string,
  countDatasets: CountDatasets,
): Promise<OrganisationView | undefined> {
  const { actor } = reader;
  const readers = readersOf(actor);
  const row = await findRow(queries, reference, readers);
  if (!row) return undefined;
  const { state, content, boards } = row;
  const counts = await countDatasets(queries, readers, [row.id]);
  const inside = membershipIn(actor, row.id) && (await insideOf(queries, reader, row));
  return {
    ...summaryOf(row, counts.get(row.id)),
    revision: row.revision,
    description: content.description,
    website: content.website,
    contact: content.contact,
    units: state.units.filter((unit) => !unit.closed).map(({ id }) => ({ id, name: content[unitNameKey(id)] ?? '' })),
    nation: { code: state.nation, label: nationLabels[state.nation] },
    boards,
    ...inside,
    allowedCommands: [
      ...allowedOrganisationCommands(actor, state).map(addressOf),
      ...beside(actor, state),
      ...(inside?.people.some(({ allowedCommands }) => allowedCommands.includes('name-stand-in'))
        ? ['name-stand-in']
        : []),
    ],
  };
}

async function findRow(queries: Queries, reference: string, readers: readonly string[]) {
  const [row] = await queries.rows<OrganisationRow>(
    `select id, slug, name, kind, standing, revision, state, content,
       coalesce((select jsonb_agg(jsonb_build_object('id', board.id, 'slug', board.slug, 'name', board.name)
           order by lower(board.name), board.id)
         from jsonb_array_elements_text(organisation.state->'boards') joined
         join organisation board on board.id = joined::uuid), '[]'::jsonb) as boards
     from organisation
     where ${isUuid(reference) ? 'id = $1::uuid' : 'slug = $1'}
       and exists (select from audience where audience.kind = 'organisation' and audience.id = organisation.id
         and audience.reader = any($2::text[]))`,
    [reference, readers],
  );
  return row;
}

/** What its own members alone see of an organisation. */
async function insideOf(queries: Queries, reader: Reader, { id, content: { profile } }: OrganisationRow) {
  return {
    people: await peopleOf(queries, reader.actor, id),
    standIns: await standInsOf(queries, reader, id),
    ...(profile && { profile: profileView(profile, reader.today) }),
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
  return rows.map(({ revision, state, name, unit_name: unit, roles }) => {
    const coverable = coverableRoles.filter((role) => roles.includes(role));
    const nameable = coverable.length > 0 && rows.length > 1 && mayNameStandIn(actor, organisation, state.person);
    return {
      membership: state.id,
      revision,
      person: state.person,
      name,
      ...(unit === null ? {} : { unit }),
      roles,
      coverableRoles: coverable,
      allowedCommands: [
        ...allowedMembershipCommands(actor, state).map(addressOfMembership),
        ...(nameable ? ['name-stand-in'] : []),
      ],
    };
  });
}
