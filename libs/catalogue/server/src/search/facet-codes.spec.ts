import { describe, expect, test } from '@jest/globals';
import { accessLevels, formats, licences, personalDataKinds, themes } from '#catalogue/domain';
import { bitsOf, codeLists, codesOfBits, packCodes, unpackCode } from './facet-codes.ts';

const sorted = (codes: readonly string[]): string[] => [...codes].sort();
const codesOf = (terms: readonly { code: string }[]): string[] => terms.map(({ code }) => code);

describe('the integers that stand for codes', () => {
  test('there is one for every code of the reference lists, and for no other', () => {
    expect(sorted(codeLists.access)).toEqual(sorted(accessLevels));
    expect(sorted(codeLists.personalData)).toEqual(sorted(personalDataKinds));
    expect(sorted(codeLists.licence)).toEqual(sorted(codesOf(licences)));
    expect(sorted(codeLists.theme)).toEqual(sorted(codesOf(themes)));
    expect(sorted(codeLists.format)).toEqual(sorted(codesOf(formats)));
  });

  test('they fit where they are kept: four bits of a packed integer, 31 bits of a set', () => {
    for (const list of [codeLists.access, codeLists.personalData, codeLists.licence])
      expect(list.length).toBeLessThan(16);
    for (const list of [codeLists.theme, codeLists.format]) expect(list.length).toBeLessThan(32);
  });

  test('they are the same for ever: stored rows hold them', () => {
    expect(packCodes({ access: 'open', licence: 'ogl-3.0', personalData: 'none' })).toBe(0);
    expect(packCodes({ access: 'not-stated', licence: 'own-terms', personalData: 'personal' })).toBe(5 + 7 * 16 + 256);
    expect(bitsOf('theme', ['ECON', 'AGRI', 'unheard-of'])).toBe(3);
    expect(bitsOf('format', ['other'])).toBe(1 << 23);
  });

  test('going there and back gives the codes', () => {
    for (const licence of codeLists.licence) {
      const packed = packCodes({ access: 'named', licence, personalData: 'special-category' });
      expect([unpackCode('access', packed), unpackCode('licence', packed)]).toEqual(['named', licence]);
      expect(unpackCode('personalData', packed)).toBe('special-category');
    }
    expect(unpackCode('licence', packCodes({ access: 'open', licence: 'unheard-of', personalData: 'none' }))).toBe(
      'not-stated',
    );
    for (const code of codeLists.format) expect(codesOfBits('format', bitsOf('format', [code]))).toEqual([code]);
  });
});
