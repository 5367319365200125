import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { columnWords, foldText, foldWords } from './folding.ts';
import { operatorsOf, parseQueryText } from './query-text.ts';

describe('folding', () => {
  test('leaves small letters without accents and single spaces', () => {
    expect(foldText('  Œuvre—CAFÉ’s\u0000 Ærø_ß ')).toBe('oeuvre cafes aero ss');
    expect(foldText('Ysgol Gymraeg Llŷn')).toBe('ysgol gymraeg llyn');
    expect(foldText('roads/streets,e-mail@x.example')).toBe('roads streets e mail x example');
  });

  test('gives a word no more than sixty letters', () => {
    expect(foldWords('ab '.repeat(2) + 'x'.repeat(500)).map(({ length }) => length)).toEqual([2, 2, 60]);
  });

  test('of any text leaves letters, numbers and single spaces, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(folded).toMatch(/^[\p{L}\p{N} ]*$/u);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  test('takes the names of columns apart', () => {
    expect(foldText(columnWords('dateOfBirth'))).toBe('dateofbirth date of birth');
    expect(foldText(columnWords('site_name'))).toBe('site name');
  });
});

describe('a query', () => {
  test('is words, the last of them begun', () => {
    expect(parseQueryText('Air  quality Mon')).toEqual({
      words: ['air', 'quality'],
      begun: 'mon',
      phrases: [],
      without: [],
    });
  });

  test('has phrases in quotes of any shape and what a minus excludes', () => {
    expect(parseQueryText('“air quality” -"bus stops" -rail tram')).toEqual({
      words: [],
      begun: 'tram',
      phrases: [['air', 'quality']],
      without: [['bus', 'stops'], ['rail']],
    });
  });

  test('takes a minus inside a word, a lone quote and lone signs for nothing', () => {
    expect(parseQueryText('e-mail "half - & |')).toEqual({
      words: ['e', 'mail'],
      begun: 'half',
      phrases: [],
      without: [],
    });
  });

  test('in quotes alone is a word, and not one half typed', () => {
    expect(parseQueryText('"tram"')).toEqual({ words: ['tram'], phrases: [], without: [] });
  });

  test('of any text gives operators between quoted words and nothing else', () => {
    const word = String.raw`'[\p{L}\p{N}]+'`;
    const phrase = String.raw`\(${word}( <-> ${word})*\)`;
    const all = new RegExp(String.raw`^((${word}|${phrase})( & (${word}|${phrase}))*)?$`, 'u');
    const any = new RegExp(String.raw`^(${word}( \| ${word})*)?$`, 'u');
    const begun = new RegExp(String.raw`^(${word}(:\*)?)?$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab "-\'&|!():*<>\\\0é“’'), maxLength: 60 }), (text) => {
        const operators = operatorsOf(parseQueryText(text));
        expect(operators.all).toMatch(all);
        expect(operators.any).toMatch(any);
        expect(operators.begun).toMatch(begun);
        expect(operators.begins).toMatch(begun);
      }),
      { numRuns: 500 },
    );
  });

  test('of very many words is cut', () => {
    expect(parseQueryText('a '.repeat(150)).words.length).toBe(39);
  });
});
