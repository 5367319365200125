import type { Queries } from '#platform/database';

/** A board in whose scope an organisation is, with the ids of its people. */
export interface BoardPeople {
  readonly board: string;
  readonly chairs: string[];
  readonly members: string[];
}

/**
 * The boards that an organisation has joined, in the order in which it joined them, each with its chairs and its other
 * members: current ones with open accounts alone. A board without people is there with empty lists.
 */
export const boardPeopleOf = (queries: Queries, organisation: string): Promise<BoardPeople[]> =>
  queries.rows<BoardPeople>(
    `select board.id as board, people.chairs, people.members
     from organisation
     cross join jsonb_array_elements_text(organisation.state->'boards') with ordinality as joined (id, place)
     join organisation board on board.id = joined.id::uuid and board.kind = 'board'
     cross join lateral (
       select
         coalesce(array_agg(membership.person order by membership.id)
           filter (where 'board-chair' = any(membership.roles)), '{}') as chairs,
         coalesce(array_agg(membership.person order by membership.id)
           filter (where 'board-member' = any(membership.roles) and not 'board-chair' = any(membership.roles)), '{}')
           as members
       from membership join person on person.id = membership.person
       where membership.organisation = board.id and not membership.ended and not person.closed
     ) people
     where organisation.id = $1 order by joined.place`,
    [organisation],
  );
