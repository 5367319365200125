import type { Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import type { PersonCommandName } from './commands.ts';
import type { Person } from './person.ts';

export const personStates = ['absent', 'unconfirmed', 'confirmed', 'closed'] as const;
export type PersonState = (typeof personStates)[number];

/** What an actor is to an account: its holder, the operator, a machine, or nobody. */
export const standingsToPerson = ['machine', 'operator', 'self'] as const;
export type StandingToPerson = (typeof standingsToPerson)[number];

/** Who may do what to an account. Nobody appoints themself operator, and an address is confirmed by its holder alone. */
export const personRights: Rights<PersonCommandName, PersonState, StandingToPerson> = {
  'register-person': { states: ['absent'], standings: ['operator', 'machine'] },
  'confirm-address': { states: ['unconfirmed', 'confirmed'], standings: ['self', 'machine'] },
  'rename-person': { states: ['unconfirmed', 'confirmed'], standings: ['self', 'operator', 'machine'] },
  'change-address': { states: ['unconfirmed', 'confirmed'], standings: ['operator', 'machine'] },
  'appoint-operator': { states: ['unconfirmed', 'confirmed'], standings: ['operator', 'machine'] },
  'dismiss-operator': { states: ['unconfirmed', 'confirmed'], standings: ['operator', 'machine'] },
  'close-account': { states: ['unconfirmed', 'confirmed'], standings: ['operator', 'machine'] },
  'reopen-account': { states: ['closed'], standings: ['operator', 'machine'] },
};

export function stateOfPerson(person: Person | undefined): PersonState {
  if (person === undefined) return 'absent';
  if (person.closed) return 'closed';
  return person.confirmed ? 'confirmed' : 'unconfirmed';
}

/** What the actor is to the account, strongest first; empty for those who may not know that it exists. */
export function standingsToAccount(actor: Actor, person: string | undefined): readonly StandingToPerson[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return [];
  return [...(actor.operator ? (['operator'] as const) : []), ...(actor.person === person ? (['self'] as const) : [])];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function personRight(
  command: PersonCommandName,
  person: Person | undefined,
  standings: readonly string[],
): StandingToPerson | undefined {
  const right = personRights[command];
  if (!right.states.includes(stateOfPerson(person))) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}
