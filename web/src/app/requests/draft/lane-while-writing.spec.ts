import { expect, test } from '@jest/globals';
import type { Answers } from '#sharing/domain';
import { askedExample, draftExample } from '../../../testing/request-example.ts';
import { laneWhileWriting } from './lane-while-writing.ts';
import { writtenIn } from './written.ts';

const column = (id: string, code: string) => ({ id, name: id, sensitivity: { code, label: code } });
const people = askedExample({
  id: 'people',
  columns: [],
  personalData: { code: 'special-category', label: 'Sensitive' },
  available: [column('street', 'none'), column('name', 'personal'), column('illness', 'special-category')],
});
const draft = draftExample({ basket: [people], lane: { code: 'C', label: 'Sensitive' }, answers: { personal: false } });
const asking = (columns: readonly string[], answers: Answers = { personal: false }) => ({
  answers,
  basket: [{ dataset: 'people', columns: columns.map((one) => ({ column: one, justification: '' })) }],
});

test.each([
  ['no column chosen: the dataset as a whole', asking([]), 'C'],
  ['a harmless column', asking(['street']), 'A'],
  ['a column about people', asking(['street', 'name']), 'B'],
  ['a sensitive one', asking(['illness']), 'C'],
  ['answers beyond the columns', asking(['street'], { personal: true }), 'B'],
  ['nothing at all', { answers: {}, basket: [] }, 'A'],
])('%s', (_, written, lane) => expect(laneWhileWriting(draft, written)).toBe(lane));

test('what somebody set beyond answers and columns stays', () => {
  const raised = draftExample({ lane: { code: 'B', label: 'About people' } });
  expect(laneWhileWriting(raised, writtenIn(raised))).toBe('B');
});
