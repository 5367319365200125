import type { Findings } from './findings.ts';

/** Turns mark-up into plain text with paragraphs; the parser stands outside the domain. */
export type PlainText = (markup: string) => string;

// Control characters but tab and line feed, lone surrogates, zero-width marks, and marks that turn the direction of text.
const unshowable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
/** Cheaper, and true of every text that holds one of them: nearly all texts stop here. */
const suspect =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;
const withoutUnshowable = (text: string): string => (suspect.test(text) ? text.replace(unshowable, '') : text);

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

/** What is shown of a text: no control characters, no placeholder, no mark-up. */
function shown(raw: string, { path, findings, plainText }: WordsOptions): string | undefined {
  const visible = withoutUnshowable(raw);
  if (visible !== raw) findings.repaired('control-characters', path, raw, visible);
  const text = tidy(visible);
  if (text === '') return undefined;
  if (isPlaceholder(text)) {
    findings.repaired('placeholder-dropped', path, text);
    return undefined;
  }
  if (!text.includes('<') && !text.includes('&')) return text;
  const plain = tidy(withoutUnshowable(plainText(visible)));
  if (plain !== text) findings.repaired('html-to-text', path, text, plain);
  return plain;
}

function fitted(text: string, { path, longest, findings }: WordsOptions): string | undefined {
  if (text.length > longest) findings.repaired('too-long', path, text, `${longest} characters`);
  return cut(text, longest) || undefined;
}

/** Text of several paragraphs: no mark-up, no control characters, paragraphs separated by an empty line. */
export function paragraphs(raw: string, options: WordsOptions): string | undefined {
  const text = shown(raw, options);
  if (text === undefined) return undefined;
  const unmarked = withoutMarkdown(text);
  if (unmarked !== text) options.findings.repaired('markdown-to-text', options.path, text, unmarked);
  return fitted(unmarked, options);
}

/** One line of text. */
export function line(raw: string, options: WordsOptions): string | undefined {
  const text = shown(raw, options);
  return text === undefined ? undefined : fitted(text.replace(/\s+/g, ' '), options);
}

const mostRemembered = 5000;
const remembered = new Map<string, string>();

/** A word as tables of names know it: small letters and digits, single spaces. */
export function plainWord(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const word = plainWordOf(text.slice(0, 300));
  if (remembered.size < mostRemembered && text.length <= 100) remembered.set(text, word);
  return word;
}

const plainWordOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
