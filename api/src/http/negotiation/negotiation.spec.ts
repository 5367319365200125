import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hasAlready, preferred } from './negotiation.ts';

const forms = { html: ['text/html'], json: ['application/ld+json', 'application/json'], turtle: ['text/turtle'] };

describe('the form that a client likes best', () => {
  test.each([
    [undefined, 'html'],
    ['', 'html'],
    ['*/*', 'html'],
    ['*', 'html'],
    ['text/turtle', 'turtle'],
    ['TEXT/Turtle; charset=utf-8', 'turtle'],
    ['application/json', 'json'],
    ['text/html;q=0.3, application/ld+json;q=0.7, text/turtle;q=0.5', 'json'],
    ['text/*, application/ld+json', 'html'],
    ['text/*;q=0.5, text/html;q=0.2', 'turtle'],
    ['*/*;q=0.1, text/html;q=0', 'json'],
    ['application/pdf', undefined],
    ['text/html;q=0', undefined],
    ['text/turtle;q=5', undefined],
    [',,;q=1,/', undefined],
  ])('%s: %s', (accept, form) => {
    expect(preferred(accept, forms)).toBe(form);
  });

  test('any header has an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'text/html*;q=0.1, "') }), (accept) => {
        expect([undefined, 'html', 'json', 'turtle']).toContain(preferred(accept, forms));
      }),
    );
  });
});

test('a client that names the version, weakly or among others, or any, has it already', () => {
  const etag = '"abc"';
  expect([undefined, '"abcd"', 'abc', ''].map((header) => hasAlready(header, etag))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['"abc"', 'W/"abc"', '"x", W/"abc"', '*'].map((header) => hasAlready(header, etag))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
