import { expect, test } from '@jest/globals';
import type { DatasetView } from '#catalogue/contracts';
import type { DescribedField } from '#catalogue/domain';
import { keptOf } from './kept-against-source.ts';

const labels = { title: 'Title', keywords: 'Keywords' } as Readonly<Record<DescribedField, string>>;

test('what a source says otherwise is told by the names that people read, the access level too', () => {
  const sources: DatasetView['fieldSources'] = {
    title: { setBy: 'person' },
    keywords: { setBy: 'person', sourceSays: ['oak', 'elm'] },
    access: { setBy: 'import', sourceSays: 'Anyone' },
  };
  expect(keptOf(sources, labels, 'Access')).toEqual([
    { label: 'Keywords', says: 'oak, elm' },
    { label: 'Access', says: 'Anyone' },
  ]);
});
