import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { lifted, type EventContract } from '#ledger/contracts';
import { evolveCase, evolveRequest, type Case, type CaseEvent, type RequestEvent } from '#sharing/domain';
import { golden } from '#testing/golden';
import { anyScene, anySteps, givenCase, givenRequest, submitted, walked } from '#testing/sharing';
import { caseEvents } from './case-events.ts';
import { requestEvents } from './request-events.ts';

const kinds: Readonly<Record<'case' | 'request', Readonly<Record<string, EventContract>>>> = {
  case: caseEvents,
  request: requestEvents,
};
const contracts = Object.entries({ ...caseEvents, ...requestEvents } as Readonly<Record<string, EventContract>>);

describe.each(['case', 'request'] as const)('events of a %s', (kind) => {
  test('stand in the golden, one example of every version, and are still understood', () => {
    const examples = Object.fromEntries(Object.entries(kinds[kind]).map(([type, { examples: each }]) => [type, each]));
    const text = `${JSON.stringify(examples, null, 2)}\n`;
    expect(text).toBe(golden(`tests/goldens/${kind}-events.json`, text));
    for (const contract of Object.values(kinds[kind])) {
      expect(Object.keys(contract.examples)).toEqual(Array.from({ length: contract.version }, (_, at) => `${at + 1}`));
      for (const [version, { facts, content }] of Object.entries(contract.examples)) {
        expect(contract.facts.safeParse(lifted(contract, Number(version), facts))).toMatchObject({ success: true });
        expect(content === undefined).toBe(contract.content === undefined);
        if (content !== undefined) expect(contract.content?.safeParse(content)).toMatchObject({ success: true });
      }
    }
  });
});

test.each(contracts)('the facts of %s are closed: words of a person are refused', (_, { facts, examples, version }) => {
  const example = examples[version]?.facts as object;
  expect(facts.safeParse(example).success).toBe(true);
  for (const words of [{ reasons: 'Because.' }, { text: 'Because.' }, { title: 'Kerbs' }]) {
    expect(facts.safeParse({ ...example, ...words }).success).toBe(false);
  }
});

test('an example of each can follow a beginning of its kind', () => {
  const example = (type: string) => ({ type, ...kinds.case[type]?.examples[1] }) as unknown as CaseEvent;
  const opened = example('case-opened');
  for (const type of Object.keys(kinds.case)) {
    if (type !== 'case-opened') expect(evolveCase(givenCase(opened), example(type)).id).toBe(givenCase(opened).id);
  }
  for (const [type, { examples }] of Object.entries(kinds.request)) {
    const event = { type, ...examples[1] } as unknown as RequestEvent;
    const after = type === 'request-submitted' ? givenRequest(event) : evolveRequest(givenRequest(submitted), event);
    expect(after.cases.length).toBeGreaterThan(0);
  }
});

const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** An event as the ledger keeps it: facts that its contract knows, words apart. */
function kept({ type, facts, content }: CaseEvent): CaseEvent {
  const contract: EventContract = caseEvents[type];
  const parsed = stored(contract.facts.parse(facts));
  if (content !== undefined) contract.content?.parse(stored(content));
  expect(content === undefined || contract.content !== undefined).toBe(true);
  expect(parsed).toEqual(stored(facts));
  return { type, facts: parsed } as CaseEvent;
}

describe('whatever is done to a case', () => {
  test('its contracts know every event, and replaying their facts alone gives the state that was stored', () => {
    fc.assert(
      fc.property(anyScene, anySteps, (scene, steps) => {
        const moments = walked(scene, steps);
        const events = moments.flatMap((moment) => moment.events).map(kept);
        if (events.length > 0) expect(stored<Case>(givenCase(...events))).toEqual(stored(moments.at(-1)?.subject));
      }),
      { numRuns: 200 },
    );
  });

  test('no facts hold words that a person wrote', () => {
    const words = [
      'Weighed',
      'months',
      'partner',
      'schema',
      'regulator is asked',
      'extensive',
      'As it is',
      'Small areas',
    ];
    fc.assert(
      fc.property(anyScene, anySteps, (scene, steps) => {
        const events = walked(scene, steps).flatMap((moment) => moment.events);
        const facts = JSON.stringify(events.map((event) => event.facts));
        expect(words.filter((word) => facts.includes(word))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
