import type { DatasetSummary } from '#catalogue/contracts';
import { foldWords } from './folding.ts';

export type Parts = DatasetSummary['titleParts'];

/** Words of a text and what stands between them, in turn. */
const pieces = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’]+/gu) ?? [];

/** The folded words that stand in these texts, each once. */
export const distinctWords = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(foldWords))];

/**
 * A text in pieces, those that match marked. Text stays text: no markup is made, so none can be smuggled in.
 * @param matches whether a folded word matches
 */
export function markedParts(text: string, matches: (word: string) => boolean): Parts {
  const parts: { text: string; match: boolean }[] = [];
  for (const piece of pieces(text)) {
    const words = foldWords(piece);
    const match = words.length > 0 && words.some(matches);
    const last = parts.at(-1);
    if (last && last.match === match) last.text += piece;
    else parts.push({ text: piece, match });
  }
  return parts;
}

const longestSentence = 240;

/** Sentences, as far as a full stop before a space and a capital letter tells. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“])|\n+/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');

/** At most `longestSentence` characters, around the first match, cut between words. */
function cut(sentence: string, matches: (word: string) => boolean): string {
  if (sentence.length <= longestSentence) return sentence;
  let before = 0;
  for (const piece of pieces(sentence)) {
    if (foldWords(piece).some(matches)) break;
    before += piece.length;
  }
  const start =
    before === sentence.length || before < longestSentence - 40 ? 0 : sentence.lastIndexOf(' ', before - 60) + 1;
  const end = start + longestSentence;
  const rest = sentence.slice(start, end);
  const whole =
    end >= sentence.length ? rest : `${rest.slice(0, Math.max(rest.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')} …`;
  return start === 0 ? whole : `… ${whole}`;
}

/**
 * The one sentence that a result shows: the summary, or the sentence of the description that holds more of what was
 * asked for.
 */
export function shownSentence(
  { summary, description }: { readonly summary?: string | undefined; readonly description?: string | undefined },
  matches: (word: string) => boolean,
): Parts {
  const candidates = [
    ...(summary === undefined ? [] : [summary.replace(/\s+/g, ' ').trim()]),
    ...sentencesOf(description ?? ''),
  ];
  const score = (sentence: string): number => new Set(foldWords(sentence).filter(matches)).size;
  let best = candidates[0] ?? '';
  let most = score(best);
  for (const candidate of candidates.slice(1)) {
    const found = score(candidate);
    if (found > most) [best, most] = [candidate, found];
  }
  return markedParts(cut(best, matches), matches);
}
