import { describe, expect, test } from '@jest/globals';
import type { PersonCommand } from './commands.ts';
import { decidePerson, type PersonFacts } from './decide.ts';
import type { PersonEvent } from './events.ts';
import { evolvePerson } from './evolve.ts';
import type { Person } from './person.ts';
import { stateOfPerson } from './rights.ts';

const registered: PersonEvent = {
  type: 'person-registered',
  facts: { id: 'p1', operator: false },
  content: { name: 'Ada', email: 'ada@exchester.example' },
};
const operator: PersonEvent = { ...registered, facts: { id: 'p1', operator: true } };
const confirmed: PersonEvent = { type: 'person-address-confirmed', facts: {} };

const after = (...events: readonly PersonEvent[]): Person | undefined =>
  events.reduce<Person | undefined>(evolvePerson, undefined);

const given = (...events: readonly PersonEvent[]) => ({
  when: (command: PersonCommand, facts: Partial<PersonFacts> = {}) =>
    decidePerson(command, after(...events), { facts: { emailTaken: false, otherOperators: 1, ...facts } }),
});

const codes = (outcome: ReturnType<typeof decidePerson>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const register: PersonCommand = {
  type: 'register-person',
  id: 'p1',
  name: ' Ada ',
  email: ' ada@exchester.example ',
  operator: false,
};

describe('registering a person', () => {
  test('keeps name and address out of the facts', () => {
    expect(given().when(register)).toEqual({ ok: true, value: [registered] });
    expect(JSON.stringify(registered.facts)).not.toMatch(/ada/i);
  });

  test.each<[string, object, Partial<PersonFacts>, string, string]>([
    ['no name', { name: ' ' }, {}, 'organisations.person-name-missing', 'name'],
    ['no address', { email: 'ada' }, {}, 'organisations.email-malformed', 'email'],
    [
      'an address with a line break',
      { email: 'ada@x.example\nb@y.example' },
      {},
      'organisations.email-malformed',
      'email',
    ],
    ['an address without a domain', { email: 'ada@localhost' }, {}, 'organisations.email-malformed', 'email'],
    ['an address in use', {}, { emailTaken: true }, 'organisations.email-taken', 'email'],
  ])('refuses %s', (_, change, facts, code, field) => {
    expect(codes(given().when({ ...register, ...change } as PersonCommand, facts))).toEqual([[code, field]]);
  });
});

describe('the address', () => {
  test('is confirmed once, and anew when it changed', () => {
    expect(stateOfPerson(after(registered))).toBe('unconfirmed');
    expect(given(registered).when({ type: 'confirm-address' })).toEqual({ ok: true, value: [confirmed] });
    expect(given(registered, confirmed).when({ type: 'confirm-address' })).toEqual({ ok: true, value: [] });
    const changed = given(registered, confirmed).when({ type: 'change-address', email: 'a@b.example' });
    expect(changed).toMatchObject({ ok: true, value: [{ type: 'person-address-changed', facts: {} }] });
    const events = changed.ok ? changed.value : [];
    expect(stateOfPerson(after(registered, confirmed, ...events))).toBe('unconfirmed');
  });
});

describe('operators and closed accounts', () => {
  test('the last operator neither goes nor is dismissed', () => {
    for (const type of ['dismiss-operator', 'close-account'] as const) {
      expect(codes(given(operator).when({ type }, { otherOperators: 0 }))).toEqual([
        ['organisations.last-operator', undefined],
      ]);
      expect(given(operator).when({ type }, { otherOperators: 1 }).ok).toBe(true);
      expect(given(registered).when({ type }, { otherOperators: 0 }).ok).toBe(true);
    }
  });

  test('what is so already changes nothing', () => {
    expect(given(operator).when({ type: 'appoint-operator' })).toEqual({ ok: true, value: [] });
    expect(given(registered).when({ type: 'dismiss-operator' })).toEqual({ ok: true, value: [] });
  });

  test('an account is closed and opened again, as what it was', () => {
    const closed: PersonEvent = { type: 'person-account-closed', facts: {} };
    const reopened: PersonEvent = { type: 'person-account-reopened', facts: {} };
    expect(stateOfPerson(after(registered, confirmed, closed))).toBe('closed');
    expect(after(operator, confirmed, closed, reopened)).toEqual(after(operator, confirmed));
  });
});
