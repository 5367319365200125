import type { Actor, PersonActor } from '#kernel';
import { readersOf } from '#ledger/server';
import { rolesHeld, type CaseReader } from '#sharing/domain';

export const personReader = (person: string): string => `person:${person}`;
/** One who works on a case because they were asked to, as long as they belong to the organisation. */
export const memberReader = (organisation: string, person: string): string => `${organisation}/member:${person}`;
export const roleReader = (organisation: string, role: string): string => `${organisation}/${role}`;

/** The key in `audience` of one kind of reader of a case. */
export const keyOfReader = (reader: CaseReader): string => {
  if ('person' in reader) return personReader(reader.person);
  if ('member' in reader) return memberReader(reader.organisation, reader.member);
  return reader.role === undefined ? reader.organisation : roleReader(reader.organisation, reader.role);
};

const rolesIn = (actor: PersonActor): string[] =>
  actor.memberships.flatMap((membership) =>
    [...rolesHeld(membership)].map((role) => roleReader(membership.organisation, role)),
  );

/** Every key under which this actor may see a request or a case: theirs, their organisations' and their roles'. */
export function caseReadersOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return readersOf(actor);
  const member = actor.memberships.map(({ organisation }) => memberReader(organisation, actor.person));
  return [...readersOf(actor), personReader(actor.person), ...member, ...rolesIn(actor)];
}

/** Keys of work that is the actor's own, and of work that is theirs because they stand in for somebody. */
export function workKeysOf(actor: PersonActor): { readonly own: string[]; readonly covering: string[] } {
  const own = [personReader(actor.person)];
  const covering: string[] = [];
  for (const { organisation, roles, standsInFor = [] } of actor.memberships) {
    own.push(organisation, ...roles.map((role) => roleReader(organisation, role)));
    for (const { person, roles: covered } of standsInFor) {
      covering.push(...covered.map((role) => roleReader(organisation, role)));
      if (covered.includes('owner')) covering.push(`${organisation}/owner:${person}`);
    }
  }
  // A named owner's work has a key of its own, so that only those named find it.
  for (const { organisation, roles } of actor.memberships) {
    if (roles.includes('owner')) own.push(`${organisation}/owner:${actor.person}`);
  }
  return { own, covering: covering.filter((key) => !own.includes(key)) };
}
