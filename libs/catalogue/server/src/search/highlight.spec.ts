import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { markedParts, shownSentence } from './highlight.ts';
import { distance } from './suggest.ts';

const has =
  (...words: string[]) =>
  (word: string): boolean =>
    words.includes(word);
const whole = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');

describe('a marked text', () => {
  test('is the text itself in pieces, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(whole(markedParts(text, (word) => word.length % 2 === 0))).toBe(text);
      }),
    );
  });

  test('marks words as they stand, accents and all', () => {
    expect(markedParts('Cafés, café', has('cafe', 'cafes'))).toEqual([
      { text: 'Cafés', match: true },
      { text: ', ', match: false },
      { text: 'café', match: true },
    ]);
  });
});

describe('the one sentence shown', () => {
  const description = 'First of all nothing. Then the weir is measured. A weir holds a gauge.';

  test('is the summary, unless the description says more of what was asked for', () => {
    expect(whole(shownSentence({ summary: 'A list.', description }, has()))).toBe('A list.');
    expect(whole(shownSentence({ summary: 'A list.', description }, has('weir')))).toBe('Then the weir is measured.');
    expect(whole(shownSentence({ summary: 'A weir.', description }, has('weir')))).toBe('A weir.');
    expect(whole(shownSentence({ description }, has('weir', 'gauge')))).toBe('A weir holds a gauge.');
  });

  test('is cut between words, around the match', () => {
    const long = `${'word '.repeat(120)}weir ${'after '.repeat(80)}`;
    const shown = whole(shownSentence({ description: long }, has('weir')));
    expect(shown.length).toBeLessThanOrEqual(245);
    expect(shown).toMatch(/^… word.* weir after.* after …$/);
  });

  test('of a record without a word is empty', () => {
    expect(shownSentence({}, has('weir'))).toEqual([]);
  });
});

test('a slip is a letter put in, left out, changed, or swapped with its neighbour', () => {
  expect(['library', 'libary', 'librrary', 'lybrary', 'lirbary'].map((word) => distance(word, 'library'))).toEqual([
    0, 1, 1, 1, 1,
  ]);
  expect(distance('', 'tram')).toBe(4);
});
