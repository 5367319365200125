import { expect, test } from '@jest/globals';
import { lifted, type EventContract } from '#ledger/contracts';
import { golden } from '#testing/golden';
import { agreementEvents } from './agreement-events.ts';
import { permissionEvents } from './permission-events.ts';

const contracts: Readonly<Record<string, EventContract>> = { ...agreementEvents, ...permissionEvents };

test('one example of every version of every event stands in the golden and is still understood', () => {
  const examples = Object.fromEntries(Object.entries(contracts).map(([type, { examples: each }]) => [type, each]));
  const text = `${JSON.stringify(examples, null, 2)}\n`;
  expect(text).toBe(golden('tests/goldens/agreement-events.json', text));
  for (const contract of Object.values(contracts)) {
    expect(Object.keys(contract.examples)).toEqual(Array.from({ length: contract.version }, (_, at) => `${at + 1}`));
    for (const [version, { facts, content }] of Object.entries(contract.examples)) {
      expect(contract.facts.safeParse(lifted(contract, Number(version), facts))).toMatchObject({ success: true });
      if (content !== undefined) expect(contract.content?.safeParse(content)).toMatchObject({ success: true });
    }
  }
});

test.each([
  ['agreement-drafted', { title: 'Kerbs' }],
  ['agreement-clause-proposed', { reason: 'We are three people.' }],
  ['agreement-ended', { reason: 'The terms were broken.' }],
  ['delivery-failed', { message: 'There is no such column.' }],
])('%s keeps words out of its facts', (type, words) => {
  const contract = contracts[type];
  const facts = contract?.examples[1]?.facts as object;
  expect(contract?.facts.safeParse(facts).success).toBe(true);
  expect(contract?.facts.safeParse({ ...facts, ...words }).success).toBe(false);
});
