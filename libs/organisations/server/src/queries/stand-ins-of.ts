import type { Actor } from '#kernel';
import type { StandInView } from '#organisations/contracts';
import { allowedStandInCommands, type StandInRecord } from '#organisations/domain';
import type { Queries } from '#platform/database';

/** Who reads, and on which day (YYYY-MM-DD): by it cover is current, and what expires is past. */
export interface Reader {
  readonly actor: Actor;
  readonly today: string;
}

interface StandInRow {
  readonly revision: number;
  readonly state: StandInRecord;
  readonly person_name: string;
  readonly stand_in_name: string;
}

const addressOf = (command: string): string => command.replace(/-stand-in$/, '');

/** Cover in an organisation that holds or is to come, by its first day; not by, nor of, those who have left. */
export async function standInsOf(
  queries: Queries,
  { actor, today }: Reader,
  organisation: string,
): Promise<StandInView[]> {
  const rows = await queries.rows<StandInRow>(
    `with member as (
       select person.id, person.name from membership join person on person.id = membership.person
       where membership.organisation = $1 and not membership.ended and not person.closed
     )
     select stand_in.revision, stand_in.state, covered.name as person_name, covering.name as stand_in_name
     from stand_in join member covered on covered.id = stand_in.person join member covering on covering.id = stand_in.stand_in
     where stand_in.organisation = $1 and not stand_in.ended and stand_in.until_day >= $2::date
     order by stand_in.from_day, lower(covered.name), stand_in.id`,
    [organisation, today],
  );
  return rows.map(({ revision, state, person_name: person, stand_in_name: standIn }) => ({
    id: state.id,
    revision,
    person: { id: state.person, name: person },
    standIn: { id: state.standIn, name: standIn },
    roles: [...state.roles],
    from: state.from,
    until: state.until,
    current: state.from <= today,
    allowedCommands: allowedStandInCommands(actor, state).map(addressOf),
  }));
}
