import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { lifted, type EventContract } from '#ledger/contracts';
import { membershipEvents } from './membership-events.ts';
import { organisationEvents } from './organisation-events.ts';
import { personEvents } from './person-events.ts';
import { standInEvents } from './stand-in-events.ts';

const contracts: Readonly<Record<string, EventContract>> = {
  ...organisationEvents,
  ...personEvents,
  ...membershipEvents,
  ...standInEvents,
};

test('one example of every version of every event stands in the golden and is still understood', () => {
  const golden = new URL('../../../../../tests/goldens/organisations-events.json', import.meta.url);
  const examples = Object.fromEntries(Object.entries(contracts).map(([type, { examples: each }]) => [type, each]));
  const text = `${JSON.stringify(examples, null, 2)}\n`;
  if (process.env['UPDATE_GOLDENS']) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
  for (const contract of Object.values(contracts)) {
    expect(Object.keys(contract.examples)).toEqual(Array.from({ length: contract.version }, (_, at) => `${at + 1}`));
    for (const [version, { facts, content }] of Object.entries(contract.examples)) {
      const today = lifted(contract, Number(version), facts);
      expect(contract.facts.safeParse(today)).toMatchObject({ success: true });
      if (content !== undefined) expect(contract.content?.safeParse(content)).toMatchObject({ success: true });
    }
  }
});

test.each([
  ['person-registered', { facts: { id: '019ab0c2-0000-7000-8000-000000000003', operator: false, name: 'Ada' } }],
  ['organisation-claimed', { facts: { by: 'Ada' } }],
  ['membership-ended', { facts: { reason: 'Left.' } }],
  ['stand-in-ended', { facts: { reason: 'Back early.' } }],
  ['organisation-profile-filled', { facts: { fields: ['address'], address: '1 High Street' } }],
])('%s keeps words out of its facts', (type, { facts }) => {
  expect(contracts[type]?.facts.safeParse(facts).success).toBe(false);
});

test('what an organisation says has known fields and names of units', () => {
  const { content } = organisationEvents['organisation-described'];
  expect(content?.safeParse({ 'unit:019ab0c2-0000-7000-8000-000000000002': 'Parks', name: 'X' }).success).toBe(true);
  expect(content?.safeParse({ nickname: 'X' }).success).toBe(false);
});
