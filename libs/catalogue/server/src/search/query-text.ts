import { foldWords } from './folding.ts';

/** What a person typed into the search field, taken apart. Every text has one; the empty one asks for everything. */
export interface QueryText {
  /** Words that must all be found. */
  readonly words: readonly string[];
  /** The last word, which may be half typed. */
  readonly begun?: string;
  /** Words that must be found one after the other: written in quotes. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases that must not be found: written with a minus. */
  readonly without: readonly (readonly string[])[];
}

/** More words than anybody types; the rest of a longer text is not looked at. */
const mostWords = 40;

/** A quoted phrase or a run without spaces, either with a minus before it. A quote without its twin parts words. */
const piece = /(?<=^|\s)(-?)"([^"]*)"|(?<=^|\s)(-?)([^\s"]+)|([^\s"]+)/gu;

/** Takes a text apart. It never fails: what is no word is passed over. */
export function parseQueryText(text: string): QueryText {
  const words: string[] = [];
  const phrases: string[][] = [];
  const without: string[][] = [];
  let lastIsWord = false;
  let seen = 0;
  for (const match of text.replace(/[“”„«»]/g, '"').matchAll(piece)) {
    const minus = (match[1] ?? match[3]) === '-';
    const found = foldWords(match[2] ?? match[4] ?? match[5] ?? '').slice(0, mostWords - seen);
    if (found.length === 0) continue;
    seen += found.length;
    lastIsWord = false;
    if (minus) without.push(found);
    else if (match[2] !== undefined && found.length > 1) phrases.push(found);
    else {
      words.push(...found);
      lastIsWord = match[2] === undefined;
    }
  }
  const begun = lastIsWord ? words.pop() : undefined;
  return { words, phrases, without, ...(begun !== undefined && { begun }) };
}

const quoted = (word: string): string => `'${word}'`;
const phrase = (words: readonly string[]): string => `(${words.map(quoted).join(' <-> ')})`;

/** The parts of a query as text for `to_tsquery`: only folded words, each in quotes, with operators between them. */
export const operatorsOf = ({ words, phrases, without, begun }: QueryText) => ({
  all: [...words.map(quoted), ...phrases.map(phrase)].join(' & '),
  any: [...words, ...phrases.flat()].map(quoted).join(' | '),
  begun: begun === undefined ? '' : quoted(begun),
  /** One letter begins too much to be of use. */
  begins: begun === undefined || [...begun].length < 2 ? '' : `${quoted(begun)}:*`,
  none: without.map(phrase).join(' | '),
});
