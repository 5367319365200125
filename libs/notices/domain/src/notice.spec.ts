import { describe, expect, test } from '@jest/globals';
import { isOwnPath, longestHref, longestSentence, noticeSentence } from './notice.ts';

describe('the sentence of a notice', () => {
  test('stays as it is, on one line', () => {
    expect(noticeSentence(' Street trees:\n  is it complete? ')).toBe('Street trees: is it complete?');
    const full = 'x'.repeat(longestSentence);
    expect(noticeSentence(full)).toBe(full);
  });

  test('ends at a word where it is too long', () => {
    const sentence = noticeSentence(`${'tree '.repeat(100)}`);
    expect(sentence.length).toBeLessThanOrEqual(longestSentence);
    expect(sentence).toMatch(/^(tree )+tree…$/);
  });

  test('ends within a word where there is hardly another, and never within a character', () => {
    expect(noticeSentence(`a ${'x'.repeat(400)}`)).toBe(`a ${'x'.repeat(longestSentence - 3)}…`);
    for (const before of ['', 'x']) {
      const sentence = noticeSentence(`${before}${'\u{1f333}'.repeat(200)}`);
      expect(sentence.length).toBeLessThanOrEqual(longestSentence);
      expect(sentence.isWellFormed()).toBe(true);
    }
  });
});

describe('where a notice leads', () => {
  test.each(['/', '/inbox', '/requests/2026-0041?for=exchester#messages', `/${'a'.repeat(longestHref - 1)}`])(
    '%s is a place of ours',
    (href) => expect(isOwnPath(href)).toBe(true),
  );
  test.each([
    '',
    'inbox',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a b',
    `/${'a'.repeat(longestHref)}`,
  ])('“%s” is none', (href) => expect(isOwnPath(href)).toBe(false));
});
