import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { webAddress } from './addresses.ts';
import { contactOf } from './contacts.ts';
import { Findings } from './findings.ts';
import { cut, paragraphs, plainWord } from './words.ts';

const asItIs = (markup: string): string => markup;
const options = () => ({ path: 'x', longest: 100, findings: new Findings(), plainText: asItIs });
const kinds = (findings: Findings): string[] => findings.repairs.map(({ kind }) => kind);

describe('words', () => {
  test('NUL, control characters, lone surrogates and marks of direction go, emoji and tabs stay', () => {
    const given = options();
    expect(paragraphs('a\u0000b\ud800c\u202ed 🌳\te', given)).toBe('abcd 🌳 e');
    expect(kinds(given.findings)).toEqual(['control-characters']);
  });

  test('unfilled placeholders are nothing', () => {
    const given = options();
    expect(paragraphs('{{description}}', given)).toBeUndefined();
    expect(kinds(given.findings)).toEqual(['placeholder-dropped']);
  });

  test('Markdown links and bold marks become words', () => {
    expect(paragraphs('See [the index](https://x.example/i) for **all** of it', options())).toBe(
      'See the index (https://x.example/i) for all of it',
    );
    expect(paragraphs('See [x.example](https://x.example/)', options())).toBe('See https://x.example/');
  });

  test('a long text is cut at whole characters, and that is reported', () => {
    const given = options();
    const text = paragraphs('🌳'.repeat(80), given) ?? '';
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text).toBe(`${'🌳'.repeat(49)}…`);
    expect(kinds(given.findings)).toEqual(['too-long']);
  });

  test('whatever comes, PostgreSQL and JSON can hold what goes out', () => {
    const any = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(any, (raw) => {
        const text = paragraphs(raw, options()) ?? '';
        expect(text).not.toMatch(/\u0000|\p{Cs}/u);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(text).toBe(text.trim());
      }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 50 }), (raw, longest) =>
        expect(cut(raw, longest).length).toBeLessThanOrEqual(longest),
      ),
    );
  });

  test('words are compared without capitals, accents and joints', () => {
    expect(plainWord('Éducation_and-Culture')).toBe('education and culture');
    expect(plainWord('planningCadastre')).toBe('planning cadastre');
  });
});

describe('addresses', () => {
  test.each([
    ['https://x.example/a?b=c#d', 'https://x.example/a?b=c#d', []],
    ['hhttps://x.example/a', 'https://x.example/a', ['address-mended']],
    ['http:/x.example/a', 'http://x.example/a', ['address-mended']],
    ['http://https://x.example/a', 'https://x.example/a', ['address-mended']],
    ['www.x.example', 'https://www.x.example', ['address-mended']],
    ['https://x.example/a b', 'https://x.example/a%20b', ['address-mended']],
    ['10.7910/DVN/CVL7Z2', 'https://doi.org/10.7910/DVN/CVL7Z2', ['address-mended']],
    ['https://user:secret@x.example/', 'https://x.example/', ['address-credentials']],
    ['javascript:alert(1)', undefined, ['address-dropped']],
    ['data:text/html,x', undefined, ['address-dropped']],
    ['ftp://x.example/a', undefined, ['address-dropped']],
    ['not an address', undefined, ['address-dropped']],
    [`https://x.example/${'a'.repeat(2000)}`, undefined, ['address-dropped']],
    ['{{url}}', undefined, ['placeholder-dropped']],
    ['', undefined, []],
  ])('%s', (raw, address, repairs) => {
    const findings = new Findings();
    expect(webAddress(raw, 'x', findings)).toBe(address);
    expect(kinds(findings)).toEqual(repairs);
  });

  test('a password is in no report', () => {
    const findings = new Findings();
    webAddress('https://user:secret@x.example/', 'x', findings);
    expect(JSON.stringify(findings.repairs)).not.toContain('secret');
  });
});

describe('contacts', () => {
  const read = (contact: unknown) => {
    const findings = new Findings();
    return { contact: contactOf([contact], { findings, plainText: asItIs }), kinds: kinds(findings) };
  };

  test.each([
    ['cec_tonymoore', 'https://x.example/users/cec_tonymoore?f=json'],
    ['GlasgowGIS', 'https://x.example/community/users/GlasgowGIS?f=json'],
    ['Daniel.Gray_GlasgowGIS', undefined],
  ])('the user name %s is no name', (name, id) => {
    const found = read({ '@id': id, 'vcard:fn': name, 'vcard:hasEmail': 'mailto:gis@x.example' });
    expect(found).toEqual({ contact: { email: 'gis@x.example' }, kinds: ['contact-user-name'] });
  });

  test.each(['OEM', 'SEPTA', 'OpenDataPhilly', 'Roads team', 'Anne-Marie O’Neill'])('“%s” is a name', (fn) => {
    expect(read({ fn, hasEmail: 'mailto:a@x.example' }).contact).toEqual({ name: fn, email: 'a@x.example' });
  });

  test('a subject is no part of an address, and an address among words is found', () => {
    expect(read({ fn: 'GIS', hasEmail: 'mailto:gis@x.example?subject=Hello' })).toEqual({
      contact: { name: 'GIS', email: 'gis@x.example' },
      kinds: ['contact-mail-trimmed'],
    });
    expect(read({ hasEmail: 'http://how to contact us: write to maps@X.EXAMPLE' })).toEqual({
      contact: { email: 'maps@x.example' },
      kinds: ['contact-mail-found'],
    });
  });

  test('a placeholder or nonsense is no contact', () => {
    expect(read({ hasEmail: '{{orgContactEmail}}' })).toEqual({ contact: undefined, kinds: ['placeholder-dropped'] });
    expect(read({ hasEmail: 'nobody' })).toEqual({ contact: undefined, kinds: ['contact-dropped'] });
    expect(read('Roads team, roads@x.example').contact).toEqual({ name: 'Roads team', email: 'roads@x.example' });
  });
});
