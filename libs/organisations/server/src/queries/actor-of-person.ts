import type { Membership, PersonActor } from '#kernel';
import type { Queries } from '#platform/database';

/** A membership with the name of its unit, as a page shows it. */
export interface NamedMembership extends Membership {
  readonly unitName?: string;
}

/**
 * Those whom the holder of `membership` covers on a day, as a JSON array of `{ person, roles }`; null where there are none.
 * What the covered person no longer holds is not covered: neither a role taken from them nor the place of one who left.
 * @param today SQL of a date
 */
export const standsInForSql = (today: string): string => `(
    select jsonb_agg(jsonb_build_object('person', covered.person, 'roles', covered.roles) order by covered.person)
    from (
      select cover.person, array_agg(distinct role) as roles
      from stand_in cover
      join membership away on away.person = cover.person and away.organisation = cover.organisation and not away.ended
      join person on person.id = away.person and not person.closed
      cross join unnest(cover.roles) role
      where cover.stand_in = membership.person and cover.organisation = membership.organisation and not cover.ended
        and ${today} between cover.from_day and cover.until_day and role = any(away.roles)
      group by cover.person
    ) covered)`;

/**
 * Current memberships of a person as a JSON array, by the organisations' names.
 * @param person SQL of a person's id
 * @param today SQL of the date by which stand-ins are current
 */
export const membershipsOfPersonSql = (person: string, today: string): string => `coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', membership.id, 'organisation', organisation.id,
      'organisationSlug', organisation.slug, 'organisationName', organisation.name, 'unit', membership.unit,
      'unitName', organisation_unit.name, 'roles', membership.roles, 'standsInFor', ${standsInForSql(today)}))
      order by lower(organisation.name), membership.id)
    from membership join organisation on organisation.id = membership.organisation
    left join organisation_unit on organisation_unit.id = membership.unit
    where membership.person = ${person} and not membership.ended), '[]'::jsonb)`;

interface ActorRow {
  readonly name: string;
  readonly email: string | null;
  readonly operator: boolean;
  readonly memberships: NamedMembership[];
}

/**
 * The person as an actor with every current membership; undefined where there is no open account.
 * @param today YYYY-MM-DD, by which stand-ins are current
 */
export async function actorOfPerson(queries: Queries, person: string, today: string): Promise<PersonActor | undefined> {
  const [row] = await queries.rows<ActorRow>(
    `select name, email, operator, ${membershipsOfPersonSql('person.id', '$2::date')} as memberships
     from person where id = $1 and not closed`,
    [person, today],
  );
  return row && { kind: 'person', person, ...row, email: row.email ?? '' };
}
