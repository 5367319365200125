import { expect, test } from '@jest/globals';
import { defaultQuestionSet, type Section } from '#sharing/domain';
import { faultsOfSection, neighbours } from './section-faults.ts';

const section = (id: string): Section => {
  const found = defaultQuestionSet.sections.find((one) => one.id === id);
  if (!found) throw new Error(`There is no section ${id}`);
  return found;
};

test('what is missing to submit is a fault, what an owner needs later is none', () => {
  const faults = faultsOfSection(section('purpose'), { title: ' ' }, 'Answer this');
  expect(faults).toEqual([
    { question: 'title', kind: 'missing', message: 'Answer this' },
    { question: 'summary', kind: 'missing', message: 'Answer this' },
  ]);
});

test('what does not fit its question is a fault wherever it is', () => {
  const answers = { title: 'Shade', summary: 'Trees.', 'needed-by': '2026-02-31', 'purpose-class': 'made-up' };
  const faults = faultsOfSection(section('purpose'), answers, '');
  expect(faults.map(({ question, kind }) => [question, kind])).toEqual([
    ['purpose-class', 'shape'],
    ['needed-by', 'shape'],
  ]);
});

test('neighbours are those that are asked', () => {
  const asked = [section('purpose'), section('safety'), section('declaration')];
  expect(neighbours(asked, 'safety')).toEqual({ before: section('purpose'), after: section('declaration') });
  expect(neighbours(asked, 'declaration')).toEqual({ before: section('safety') });
  expect(neighbours(asked, 'law')).toEqual({});
});
