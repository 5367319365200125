import type { Role } from '#kernel';
import type { PersonWithRoles } from '#organisations/server';
import { rolesHeld } from '#sharing/domain';

const order: readonly Role[] = ['steward', 'owner', 'administrator'];

/**
 * Who is told of what is said to an organisation: its stewards, those included who stand in for one today; where there are none
 * its data owners; and else its administrators, who can give somebody the role.
 */
export function whoAnswers(people: readonly PersonWithRoles[]): readonly string[] {
  for (const role of order) {
    const holders = people.filter((person) => rolesHeld(person).has(role)).map(({ person }) => person);
    if (holders.length > 0) return holders;
  }
  return [];
}
