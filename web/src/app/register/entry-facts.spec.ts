import { expect, test } from '@jest/globals';
import type { RegisterEntry } from '#sharing/contracts';
import { factsOf } from './entry-facts.ts';
import { registerTexts } from './register-texts.ts';

const entry = {
  ...{ reference: 'WL-2026-0001/1', version: 1, charge: 'None.', exclusivity: 'None.', commercialUse: true },
  ...{
    method: 'A file.',
    requestedOn: '2026-07-01',
    decidedOn: '2026-07-21',
    workingDays: 14,
    inForceOn: '2026-08-01',
  },
  ...{
    start: '2026-08-01',
    end: '2027-07-31',
    review: '2027-05-01',
    kind: { code: 'bespoke-licence', label: 'Licence' },
  },
  withheld: [{ field: 'Protection', reason: 'A trade secret' }],
} as unknown as RegisterEntry;

const lines = (one: RegisterEntry) =>
  Object.fromEntries(factsOf(registerTexts.en, one).map(({ label, value }) => [label, value]));

test('what was agreed is told line by line; what nobody said has none', () => {
  const facts = lines(entry);
  expect(facts).toMatchObject({
    Reference: 'WL-2026-0001/1, version 1',
    'Commercial use': 'Yes',
    'Handed over': 'Not yet',
    'Left out': 'Protection (A trade secret)',
  });
  expect(Object.keys(facts)).not.toContain('Contact');
  expect(facts['Dates']).toContain('decided on 21 July 2026, after 14 working days');
});

test('hand-overs and the end are told when there were any', () => {
  const ended = {
    ...entry,
    ...{ firstDelivery: '2026-08-02', lastDelivery: '2026-09-02', rows: 1480 },
    ...{ endedOn: '2026-10-01', endedHow: { code: 'revoked', label: 'Ended by the owner' } },
  } as RegisterEntry;
  expect(lines(ended)).toMatchObject({ 'Handed over': 'first on 2 August 2026, last on 2 September 2026, 1,480 rows' });
  expect(lines(ended)['Dates']).toContain('ended on 1 October 2026: ended by the owner');
});
