import type { Findings } from './findings.ts';

/** Turns mark-up into plain text with paragraphs; the parser stands outside the domain. */
export type PlainText = (markup: string) => string;

// Control characters but tab and line feed, lone surrogates, zero-width marks, and marks that turn the direction of text.
const unshowable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
const placeholder = /^\s*(\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|<%[^%]{0,200}%>|%%[^%]{1,200}%%)\s*$/;

export const isPlaceholder = (text: string): boolean => text.length < 300 && placeholder.test(text);

/** Markdown links and bold marks, as portals put them into `data.json`. Every quantifier is bounded. */
const link = /\[([^[\]]{1,300})\]\((https?:\/\/[^\s()]{1,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)\)/g;
const bold = /(\*\*|__)(?=\S)([^*_\n]{1,2000}?\S)\1/g;

/** Whether the words of a link are its address, as people write it. */
const isWritten = (label: string, address: string): boolean =>
  /[./]/.test(label) && bare(address).startsWith(bare(label));
const bare = (address: string): string =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

function withoutMarkdown(text: string): string {
  if (!text.includes('](') && !text.includes('**') && !text.includes('__')) return text;
  const linked = text.replace(link, (_, label: string, address: string) =>
    isWritten(label, address) ? address : `${label} (${address})`,
  );
  return linked.replace(bold, '$2');
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Cuts at whole characters, at the end of a word where one is near. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > longest * 0.9 ? head.slice(0, space) : head).trimEnd()}…`;
}

export interface WordsOptions {
  readonly path: string;
  readonly longest: number;
  readonly findings: Findings;
  readonly plainText: PlainText;
}

/** Text of several paragraphs: no mark-up, no control characters, paragraphs separated by an empty line. */
export function paragraphs(raw: string, options: WordsOptions): string | undefined {
  const { path, longest, findings } = options;
  let text = raw;
  const shown = text.replace(unshowable, '');
  if (shown !== text) findings.repaired('control-characters', path, raw, shown);
  text = tidy(shown);
  if (text === '') return undefined;
  if (isPlaceholder(text)) {
    findings.repaired('placeholder-dropped', path, text);
    return undefined;
  }
  if (text.includes('<') || text.includes('&')) {
    const plain = tidy(options.plainText(shown).replace(unshowable, ''));
    if (plain !== text) findings.repaired('html-to-text', path, text, plain);
    text = plain;
  }
  const unmarked = withoutMarkdown(text);
  if (unmarked !== text) findings.repaired('markdown-to-text', path, text, unmarked);
  if (unmarked.length > longest) findings.repaired('too-long', path, unmarked, `${longest} characters`);
  return cut(unmarked, longest) || undefined;
}

/** One line of text. */
export function line(raw: string, options: WordsOptions): string | undefined {
  const text = paragraphs(raw, { ...options, longest: Number.MAX_SAFE_INTEGER })?.replace(/\s+/g, ' ');
  if (text === undefined) return undefined;
  if (text.length > options.longest)
    options.findings.repaired('too-long', options.path, text, `${options.longest} characters`);
  return cut(text, options.longest);
}

/** A word as tables of names know it: small letters and digits, single spaces. */
export const plainWord = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
