import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainTextOf } from './plain-text.ts';

const tidy = (markup: string): string =>
  plainTextOf(markup)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

describe('mark-up as plain text', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two', 'One\nTwo'],
    ['One<div><br /></div><div>https://x.example/<br /></div>', 'One\n\nhttps://x.example/'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n\n- Two'],
    ['Read <a href="https://x.example/terms">the terms</a>.', 'Read the terms (https://x.example/terms).'],
    ['<a href="https://x.example/terms">https://x.example/terms</a>', 'https://x.example/terms'],
    ['<a href="javascript:alert(1)">click</a>', 'click'],
    ['<span style="font-family:&quot;Avenir&quot;">Fish &amp; chips</span>', 'Fish & chips'],
    ['<script>alert(1)</script>Words<style>p{}</style>', 'Words'],
    ['<SCRIPT>alert(1)</SCRIPT>Words', 'Words'],
    ['&lt;p&gt;Escaped twice&lt;/p&gt;', 'Escaped twice'],
    ['&amp;lt;b&amp;gt;three times&amp;lt;/b&amp;gt;', 'three times'],
    ['Caf&eacute; &#8211; open &#x27;til 5', "Café – open 'til 5"],
    ['one\r\n\r\ntwo <i>three</i>', 'one\n\ntwo three'],
    ['a < b and b > c', 'a < b and b > c'],
    ['x<y and y>z', 'x<y and y>z'],
    ['<b>never closed', 'never closed'],
    ['<o:p>Word</o:p>', 'Word'],
    ['<img src=x onerror=alert(1)>', ''],
  ])('%s', (markup, text) => expect(tidy(markup)).toBe(text));

  test('no tag of HTML and no event handler is ever left', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '</',
      'p',
      'script',
      'b ',
      '&lt;',
      '&gt;',
      '&amp;',
      '"',
      "'",
      '=',
      ' onload',
      'x',
      '<!--',
      '-->',
      '<![CDATA[',
      'a',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(plainTextOf(parts.join(''))).not.toMatch(/<\/?(p|script|b|a)(\s[^<>]*)?>/i);
      }),
      { numRuns: 2000, examples: [[['&lt;', 'a', '&lt;', 'b ', '-->']], [['<', 'x', '</', 'b ', '>']]] },
    );
  });

  // Work that grew with the square of the nesting would not end within the runner's own limit.
  test('a megabyte of opening brackets comes to its end', () => {
    expect(plainTextOf(`<p>Trees</p>${'<a '.repeat(350_000)}`)).toContain('Trees');
    expect(plainTextOf('<div>'.repeat(200_000))).not.toContain('<');
  });
});
