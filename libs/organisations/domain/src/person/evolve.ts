import type { PersonEvent } from './events.ts';
import type { Person } from './person.ts';

const change: { readonly [Type in Exclude<PersonEvent['type'], 'person-registered'>]: Partial<Person> } = {
  'person-address-confirmed': { confirmed: true },
  'person-renamed': {},
  'person-address-changed': { confirmed: false },
  'person-appointed-operator': { operator: true },
  'person-dismissed-as-operator': { operator: false },
  'person-account-closed': { closed: true },
  'person-account-reopened': { closed: false },
};

/** Folds the facts of one event into what the rules know of a person. */
export function evolvePerson(state: Person | undefined, event: PersonEvent): Person {
  if (event.type === 'person-registered') {
    return { id: event.facts.id, operator: event.facts.operator, confirmed: false, closed: false };
  }
  if (state === undefined) throw new Error(`${event.type} cannot begin the history of a person`);
  return { ...state, ...change[event.type] };
}
