import type { Role, StandIn } from '#kernel';
import { fewIds, type Queries } from '#platform/database';
import { standsInForSql } from './actor-of-person.ts';

/** A current member with an open account. */
export interface PersonWithRoles {
  readonly person: string;
  readonly name: string;
  /** Id of the unit; absent for the organisation as a whole. */
  readonly unit?: string;
  readonly roles: readonly Role[];
  /** Those whom the person covers on the day asked for; absent where there are none. */
  readonly standsInFor?: readonly StandIn[];
}

interface MemberRow {
  readonly organisation: string;
  readonly person: string;
  readonly name: string;
  readonly unit: string | null;
  readonly roles: Role[];
  readonly covers: StandIn[] | null;
}

/**
 * Who does what in several organisations, by organisation, each by name; one of which nobody is a member has no entry.
 * @param today YYYY-MM-DD, by which stand-ins are current
 */
export async function peopleOfOrganisations(
  queries: Queries,
  organisations: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, readonly PersonWithRoles[]>> {
  // Mostly the two parties to one thing.
  const asked = fewIds(organisations, 2, 2);
  const rows = await queries.rows<MemberRow>(
    `select membership.organisation, membership.person, person.name, membership.unit, membership.roles,
       ${standsInForSql('$1::date')} as covers
     from membership join person on person.id = membership.person
     where membership.organisation = any(${asked.sql}) and not membership.ended and not person.closed
     order by lower(person.name), membership.id`,
    [today, ...asked.values],
    asked.few ? 'people-of-organisations' : undefined,
  );
  const found = new Map<string, PersonWithRoles[]>();
  for (const { organisation, person, name, unit, roles, covers } of rows) {
    const members = found.get(organisation) ?? [];
    members.push({
      ...{ person, name, roles },
      ...(unit === null ? {} : { unit }),
      ...(covers === null ? {} : { standsInFor: covers }),
    });
    found.set(organisation, members);
  }
  return found;
}

/** Who does what in one organisation, by name. @param today YYYY-MM-DD, by which stand-ins are current */
export const peopleWithRoles = async (
  queries: Queries,
  organisation: string,
  today: string,
): Promise<readonly PersonWithRoles[]> =>
  (await peopleOfOrganisations(queries, [organisation], today)).get(organisation) ?? [];
