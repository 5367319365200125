import { lastPart, referenceOf, textsOf } from './node.ts';
import type { NodeReader } from './reading.ts';
import { themeOf } from './theme-words.ts';
import { isPlaceholder, line } from './words.ts';

const mostKeywords = 200;
const longestKeyword = 100;

/** Themes of the list, and keywords: the record's own, and those of its themes that are not in the list. */
export function subjectsOf(record: NodeReader): { themes?: string[]; keywords?: string[] } {
  const themes = new Set<string>();
  const words: string[] = keywordsIn(record);
  for (const value of record.values('theme')) {
    const raw = themeSaid(record, value);
    if (raw === undefined) continue;
    const { code, keyword, plain } = themeOf(raw);
    if (code !== undefined) {
      themes.add(code);
      if (!plain) record.findings.repaired('theme-read', 'theme', raw, code);
    } else if (keyword !== undefined) {
      words.push(keyword);
      record.findings.repaired('theme-to-keyword', 'theme', raw, keyword);
    }
  }
  const keywords = cleaned(words, record);
  return { ...(themes.size > 0 && { themes: [...themes].sort() }), ...(keywords.length > 0 && { keywords }) };
}

/** An address of the EU table, else the label of the concept, else its address. */
function themeSaid(record: NodeReader, value: unknown): string | undefined {
  const reference = referenceOf(value);
  if (reference !== undefined && themeOf(reference).plain) return reference;
  const [label] = textsOf([value], record.reading.resolve);
  const text = label ?? reference;
  return text === undefined || isPlaceholder(text) ? undefined : line(text, record.options('theme', longestKeyword));
}

function keywordsIn(record: NodeReader): string[] {
  const values = record.values('keyword', 'keywords', 'tag', 'tags');
  const texts = values.flatMap((value) => {
    const said = textsOf([value], record.reading.resolve);
    const reference = referenceOf(value);
    return said.length > 0 ? said : reference === undefined ? [] : [lastPart(reference)];
  });
  const [only] = texts;
  if (texts.length !== 1 || only === undefined || !/[,;|]/.test(only)) return texts;
  const parts = only.slice(0, 50_000).split(/[,;|]/);
  record.findings.repaired('keywords-split', 'keyword', only, `${parts.length} keywords`);
  return parts;
}

function cleaned(words: readonly string[], record: NodeReader): string[] {
  const kept = new Map<string, string>();
  for (const raw of words) {
    const word = line(raw.replace(/^[\s#"'“”‘’.,;:]+|[\s"'“”‘’,;:]+$/g, ''), record.options('keyword', longestKeyword));
    const key = word?.toLowerCase();
    if (word === undefined || key === undefined || kept.has(key)) {
      if (word !== undefined || raw.trim() !== '') record.findings.repaired('keyword-dropped', 'keyword', raw);
      continue;
    }
    if (kept.size >= mostKeywords) {
      record.findings.repaired('too-many', 'keyword', `${words.length} keywords`, `${mostKeywords} keywords`);
      break;
    }
    kept.set(key, word);
  }
  return [...kept.values()];
}
