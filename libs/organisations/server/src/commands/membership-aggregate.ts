import { aboutInside, lockRows, pageOfRows, type Aggregate, type Loaded } from '#ledger/server';
import { membershipEvents } from '#organisations/contracts';
import {
  decideMembership,
  evolveMembership,
  membershipRight,
  standingsToMember,
  type MembershipCommand,
  type MembershipEvent,
  type MembershipFacts,
  type MembershipRecord,
  type OrganisationStanding,
} from '#organisations/domain';
import type { Transaction } from '#platform/database';
import { saveMemberships } from '../persistence/membership.repository.ts';

type LoadedMembership = Loaded<MembershipRecord, object, MembershipCommand>;

/** The membership that a command is about: the stored one, or the one it would grant. */
const placeOf = ({ command, stored }: LoadedMembership) =>
  command.type === 'grant-membership' ? command : stored?.state;

interface FactRow {
  readonly id: string;
  readonly standing: OrganisationStanding | null;
  readonly person_known: boolean;
  readonly already_member: boolean;
  readonly units: string[];
  readonly other_administrators: number;
}

const factsSql = `
  select asked.id, organisation.standing,
    exists (select from person where person.id = asked.person and not person.closed) as person_known,
    exists (select from membership other where other.person = asked.person and other.organisation = asked.organisation
      and other.id <> asked.id and not other.ended) as already_member,
    array(select unit.id from organisation_unit unit
      where unit.organisation = asked.organisation and not unit.closed) as units,
    (select count(*)::integer from membership other join person on person.id = other.person
      where other.organisation = asked.organisation and other.id <> asked.id and not other.ended and not person.closed
        and 'administrator' = any(other.roles)) as other_administrators
  from jsonb_to_recordset($1::jsonb) as asked (id uuid, person uuid, organisation uuid)
  left join organisation on organisation.id = asked.organisation`;

/**
 * Looks up what a decision about memberships must know, with the organisations locked first: two administrators who end
 * each other's membership at once must not both succeed.
 */
async function facts(transaction: Transaction, items: readonly LoadedMembership[]): Promise<MembershipFacts[]> {
  const asked = items.map((item) => {
    const place = placeOf(item);
    return { id: item.id, person: place?.person, organisation: place?.organisation };
  });
  const organisations = [...new Set(asked.map(({ organisation }) => organisation))];
  await transaction.rows('select id from organisation where id = any($1::uuid[]) order by id for no key update', [
    organisations,
  ]);
  const rows = await transaction.rows<FactRow>(factsSql, [JSON.stringify(asked)]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return items.map(({ id }) => {
    const row = found.get(id);
    return {
      organisation: row?.standing ?? undefined,
      personKnown: row?.person_known ?? false,
      alreadyMember: row?.already_member ?? false,
      units: row?.units ?? [],
      otherAdministrators: row?.other_administrators ?? 0,
    };
  });
}

/** Memberships, as the door handles them. */
export const membershipAggregate: Aggregate<
  MembershipRecord,
  object,
  MembershipCommand,
  MembershipEvent,
  MembershipFacts
> = {
  kind: 'membership',
  events: membershipEvents,
  load: (transaction, ids) => lockRows(transaction, 'membership', ids),
  page: (queries, after, size) => pageOfRows(queries, 'membership', after, size),
  standings: (actor, state, command) => {
    const place = command.type === 'grant-membership' ? command : state;
    return place ? standingsToMember(actor, place) : [];
  },
  visible: (actor, state) => standingsToMember(actor, state).length > 0,
  right: (command, state, standings) => membershipRight(command.type, state, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decideMembership,
  evolve: evolveMembership,
  about: ({ organisation, person }) => aboutInside(organisation, person),
  save: saveMemberships,
};
