import { describe, expect, test } from '@jest/globals';
import { caseCommandBodies, inboxItem, inboxKinds, inboxQuery, type InboxItem } from '#sharing/contracts';
import { exampleId, inboxItemExample } from '../../testing/case-example.ts';
import { batchBody, canBeChosen, oneOrganisation, rowKey, rowsFor, runBatch } from './batch.ts';
import { actionOf, rowAfter, type PressedKey } from './inbox-keys.ts';
import {
  inboxStateOf,
  isFiltered,
  keptFilters,
  kindOrder,
  parametersOf,
  queryOf,
  withKind,
  withoutFilters,
} from './inbox-state.ts';
import { inboxTexts } from './inbox-texts.ts';

test('the example of the specs is what the contract allows', () => {
  expect(() => inboxItem.parse(inboxItemExample())).not.toThrow();
});

describe('an address', () => {
  const query = `whose=team&kind=advise&kind=decide&organisation=${exampleId(2)}&overdue=true&q=bus`;
  const parameters = new URLSearchParams(query);
  const state = inboxStateOf({
    whose: 'team',
    kind: parameters.getAll('kind'),
    organisation: exampleId(2),
    overdue: 'true',
    q: 'bus',
  });

  test('is read and written back the same', () => {
    expect(queryOf(state)).toBe(query);
    expect(inboxStateOf(parametersOf(state))).toEqual(state);
    expect(inboxQuery.parse(parametersOf(state))).toMatchObject({
      whose: 'team',
      kind: ['advise', 'decide'],
      q: 'bus',
    });
  });

  test('leaves out what the service would not understand', () => {
    const wrong = inboxStateOf({
      whose: 'yours',
      kind: ['x', 'decide'],
      organisation: 'us',
      overdue: 'no',
      q: 'y'.repeat(300),
    });
    expect(wrong).toMatchObject({ whose: 'mine', kinds: ['decide'], organisation: '', overdue: false });
    expect(() => inboxQuery.parse(parametersOf(wrong))).not.toThrow();
  });

  test('says nothing that is as usual', () => {
    expect(queryOf(inboxStateOf({ q: ' ', whose: 'mine' }))).toBe('');
  });

  test('kinds are those of the contract, in its order, and each has its words', () => {
    expect(kindOrder).toEqual(inboxKinds);
    expect(Object.keys(inboxTexts.en.kinds)).toEqual([...inboxKinds]);
  });

  test('a kind is added in its place and taken away', () => {
    const added = withKind(state, 'validate', true);
    expect(added.kinds).toEqual(['validate', 'advise', 'decide']);
    expect(withKind(added, 'advise', false).kinds).toEqual(['validate', 'decide']);
  });

  test('whose work it is narrows nothing', () => {
    expect(isFiltered(inboxStateOf({ whose: 'team' }))).toBe(false);
    expect(isFiltered(state)).toBe(true);
    expect(withoutFilters(state)).toEqual(inboxStateOf({ whose: 'team' }));
  });

  test('kept filters are read back, and nothing else is', () => {
    expect(keptFilters(query)).toEqual(state);
    for (const other of [undefined, '', 'nonsense=1', 7, { q: 'bus' }]) expect(keptFilters(other)).toBeUndefined();
  });
});

describe('a single key', () => {
  const pressed = (key: string, more: Partial<PressedKey> = {}) =>
    actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...more });
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['x', 'choose'],
    ['?', 'help'],
  ])('%s does %s', (key, action) => expect(pressed(key)).toBe(action));
  test('does nothing while one types, with another key, or when it is none of ours', () => {
    expect(pressed('j', { typing: true })).toBeUndefined();
    expect(pressed('k', { ctrlKey: true })).toBeUndefined();
    expect(pressed('k', { altKey: true })).toBeUndefined();
    expect(pressed('j', { metaKey: true })).toBeUndefined();
    for (const key of ['Enter', 'a', 'toString', 'J']) expect(pressed(key)).toBeUndefined();
  });
  test('stays within the list', () => {
    expect([
      rowAfter('next', -1, 3),
      rowAfter('next', 2, 3),
      rowAfter('previous', 0, 3),
      rowAfter('previous', -1, 3),
    ]).toEqual([0, 2, 0, 0]);
  });
});

describe('several at once', () => {
  const first = inboxItemExample();
  const second = inboxItemExample({ task: 'advise:legal', kind: { code: 'advise', label: 'Advise' } });
  const other = inboxItemExample({ case: exampleId(9), revision: 3 });
  const assign = { command: 'assign', person: exampleId(20) } as const;
  const ask = { command: 'ask-advice', label: 'legal', question: ' ' } as const;

  test('what a requester answers is not chosen here', () => {
    expect(canBeChosen(first)).toBe(true);
    expect(canBeChosen(inboxItemExample({ kind: { code: 'answer', label: 'Answer' } }))).toBe(false);
    expect(new Set([first, second, other].map(rowKey)).size).toBe(3);
  });

  test('people are offered of one organisation only', () => {
    expect(oneOrganisation([first, other])?.slug).toBe('ellermouth-city-council');
    const elsewhere = inboxItemExample({ organisation: { id: exampleId(5), slug: 'x', name: 'X' } });
    expect(oneOrganisation([first, elsewhere])).toBeUndefined();
    expect(oneOrganisation([])).toBeUndefined();
  });

  test('each command is what its contract wants', () => {
    expect(caseCommandBodies.assign.parse(batchBody(assign, first, 8))).toEqual({
      revision: 8,
      actingFor: exampleId(2),
      task: 'decide:1',
      person: exampleId(20),
    });
    expect(caseCommandBodies['ask-advice'].parse(batchBody(ask, first, 7))).toEqual({
      revision: 7,
      actingFor: exampleId(2),
      label: 'legal',
    });
  });

  test('advice is asked once for a case', () => {
    expect(rowsFor('ask-advice', [first, second, other])).toEqual([first, other]);
    expect(rowsFor('assign', [first, second, other])).toHaveLength(3);
  });

  test('a case moves on with each command, and one that fails stops none of the rest', async () => {
    const problem = { status: 422, code: 'x', title: 'Refused', faults: [] };
    const sent: object[] = [];
    const give = async ({ item, body }: { readonly item: InboxItem; readonly body: object }) => {
      sent.push(body);
      return item.case === other.case ? { problem } : { done: { revision: 40 } };
    };
    const results = await runBatch(assign, [first, other, second], give);
    expect(sent.map((body) => (body as { revision: number }).revision)).toEqual([7, 3, 40]);
    expect(results.map((result) => result.problem?.status)).toEqual([undefined, 422, undefined]);
  });
});
