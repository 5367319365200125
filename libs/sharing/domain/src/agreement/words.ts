import { refusal, type Refusal } from '#kernel';
import { blank } from '../wording.ts';

const longest = 20_000;

/** What is wrong with a text that people must give. */
export function faultsOfWords(text: string | undefined, field: string, missing: string): readonly Refusal[] {
  if (blank(text)) return [refusal('sharing.reasons-missing', missing, field)];
  return (text ?? '').length <= longest
    ? []
    : [refusal('sharing.text-too-long', `Shorten this to ${longest.toLocaleString('en-GB')} characters.`, field)];
}
