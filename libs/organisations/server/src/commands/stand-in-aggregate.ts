import type { Role } from '#kernel';
import { aboutInside, lockRows, pageOfRows, type Aggregate, type Loaded } from '#ledger/server';
import { standInEvents } from '#organisations/contracts';
import {
  decideStandIn,
  evolveStandIn,
  standingsToCover,
  standInRight,
  type StandInCommand,
  type StandInEvent,
  type StandInFacts,
  type StandInRecord,
} from '#organisations/domain';
import type { Transaction } from '#platform/database';
import { saveStandIns } from '../persistence/stand-in.repository.ts';

type LoadedStandIn = Loaded<StandInRecord, object, StandInCommand>;

interface FactRow {
  readonly id: string;
  readonly person_roles: Role[] | null;
  readonly stand_in_known: boolean;
  readonly covered: Role[];
}

/** Cover by one who has left covers nothing and hinders nothing; of one batch the earlier command comes first. */
const factsSql = `
  with asked as (
    select * from jsonb_to_recordset($1::jsonb) as asked
      (place integer, id uuid, organisation uuid, person uuid, "standIn" uuid, roles jsonb, "from" date, until date)
  ), member as (
    select membership.organisation, membership.person, membership.roles
    from membership join person on person.id = membership.person
    where membership.organisation in (select organisation from asked) and not membership.ended and not person.closed
  ), taken as (
    select -1 as place, cover.organisation, cover.person, cover.from_day, cover.until_day, to_jsonb(cover.roles) as roles
    from stand_in cover join member on member.organisation = cover.organisation and member.person = cover.stand_in
    where not cover.ended
    union all
    select place, organisation, person, "from", until, roles from asked
  )
  select asked.id,
    (select roles from member where member.organisation = asked.organisation and member.person = asked.person)
      as person_roles,
    exists (select from member where member.organisation = asked.organisation and member.person = asked."standIn")
      as stand_in_known,
    array(select distinct role from taken cross join jsonb_array_elements_text(taken.roles) role
      where taken.place < asked.place and taken.organisation = asked.organisation and taken.person = asked.person
        and taken.from_day <= asked.until and taken.until_day >= asked."from") as covered
  from asked`;

/**
 * Looks up what a decision about cover must know, with the organisations locked first: two who name a stand-in for the
 * same days at once must not both succeed.
 */
async function facts(transaction: Transaction, items: readonly LoadedStandIn[]): Promise<StandInFacts[]> {
  const asked = items.flatMap(({ command }, place) =>
    command.type === 'name-stand-in' ? [{ ...command, place }] : [],
  );
  const organisations = [...new Set(asked.map(({ organisation }) => organisation))];
  await transaction.rows('select id from organisation where id = any($1::uuid[]) order by id for no key update', [
    organisations,
  ]);
  const rows = await transaction.rows<FactRow>(factsSql, [JSON.stringify(asked)]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return items.map(({ id }) => {
    const row = found.get(id);
    return {
      personRoles: row?.person_roles ?? undefined,
      standInKnown: row?.stand_in_known ?? false,
      covered: row?.covered ?? [],
    };
  });
}

/** Cover while somebody is away, as the door handles it. */
export const standInAggregate: Aggregate<StandInRecord, object, StandInCommand, StandInEvent, StandInFacts> = {
  kind: 'stand-in',
  events: standInEvents,
  load: (transaction, ids) => lockRows(transaction, 'stand_in', ids),
  page: (queries, after, size) => pageOfRows(queries, 'stand_in', after, size),
  standings: (actor, state, command) => {
    const cover = command.type === 'name-stand-in' ? command : state;
    return cover ? standingsToCover(actor, cover) : [];
  },
  visible: (actor, state) => standingsToCover(actor, state).length > 0,
  right: (command, state, standings) => standInRight(command.type, state, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decideStandIn,
  evolve: evolveStandIn,
  about: ({ organisation, person, standIn }) => aboutInside(organisation, person, standIn),
  save: saveStandIns,
};
