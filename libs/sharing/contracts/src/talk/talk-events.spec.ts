import { expect, test } from '@jest/globals';
import { lifted, type EventContract } from '#ledger/contracts';
import { golden } from '#testing/golden';
import { caseMessageEvents } from './message-events.ts';
import { questionEvents } from './question-events.ts';
import { standingAdviceEvents } from './standing-advice-events.ts';

const contracts: Readonly<Record<string, EventContract>> = {
  ...caseMessageEvents,
  ...questionEvents,
  ...standingAdviceEvents,
};

test('one example of every version of every event stands in the golden and is still understood', () => {
  const examples = Object.fromEntries(Object.entries(contracts).map(([type, { examples: each }]) => [type, each]));
  const text = `${JSON.stringify(examples, null, 2)}\n`;
  expect(text).toBe(golden('tests/goldens/talk-events.json', text));
  for (const contract of Object.values(contracts)) {
    expect(Object.keys(contract.examples)).toEqual(Array.from({ length: contract.version }, (_, at) => `${at + 1}`));
    for (const [version, { facts, content }] of Object.entries(contract.examples)) {
      expect(contract.facts.safeParse(lifted(contract, Number(version), facts))).toMatchObject({ success: true });
      if (content !== undefined) expect(contract.content?.safeParse(content)).toMatchObject({ success: true });
    }
  }
});

test.each([
  ['message-posted', { text: 'Hello.' }],
  ['note-posted', { text: 'Hello.' }],
  ['question-asked', { text: 'What is it?' }],
  ['question-answered', { answer: 'This.' }],
  ['question-passed-on', { passReason: 'Theirs.' }],
  ['question-closed', { closeReason: 'Enough.' }],
  ['standing-advice-given', { text: 'Fine.' }],
  ['standing-advice-ended', { reason: 'Over.' }],
])('%s keeps words out of its facts', (type, words) => {
  const contract = contracts[type];
  const facts = contract?.examples[1]?.facts as object;
  expect(contract?.facts.safeParse(facts).success).toBe(true);
  expect(contract?.facts.safeParse({ ...facts, ...words }).success).toBe(false);
});
