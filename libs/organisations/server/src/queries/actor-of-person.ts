import type { Membership, PersonActor } from '#kernel';
import type { Queries } from '#platform/database';

/** A membership with the name of its unit, as a page shows it. */
export interface NamedMembership extends Membership {
  readonly unitName?: string;
}

/** Current memberships of a person as a JSON array, by the organisations' names. */
export const membershipsOfPersonSql = (person: string): string => `coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', membership.id, 'organisation', organisation.id,
      'organisationSlug', organisation.slug, 'organisationName', organisation.name, 'unit', membership.unit,
      'unitName', organisation_unit.name, 'roles', membership.roles)) order by lower(organisation.name), membership.id)
    from membership join organisation on organisation.id = membership.organisation
    left join organisation_unit on organisation_unit.id = membership.unit
    where membership.person = ${person} and not membership.ended), '[]'::jsonb)`;

interface ActorRow {
  readonly name: string;
  readonly email: string | null;
  readonly operator: boolean;
  readonly memberships: NamedMembership[];
}

/** The person as an actor with every current membership; undefined where there is no open account. */
export async function actorOfPerson(queries: Queries, person: string): Promise<PersonActor | undefined> {
  const [row] = await queries.rows<ActorRow>(
    `select name, email, operator, ${membershipsOfPersonSql('person.id')} as memberships
     from person where id = $1 and not closed`,
    [person],
  );
  return row && { kind: 'person', person, ...row, email: row.email ?? '' };
}
