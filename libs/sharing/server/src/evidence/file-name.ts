import { evidenceLimits } from '#sharing/contracts';

/** Control characters, and those that turn text around or hide in it: `fdp.exe` could be shown as `exe.pdf`. */
const unseenCharacters = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** The end of a name after its last dot, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** As many whole characters from the beginning as fit. */
function beginningOf(text: string, longest: number): string {
  let beginning = '';
  for (const character of text) {
    if (beginning.length + character.length > longest) break;
    beginning += character;
  }
  return beginning;
}

/**
 * What a sender calls a file, as words for people: without the folders before it, on one line, and no longer than allowed;
 * what is too long keeps its end. Undefined where nothing is left.
 */
export function fileNameOf(sent: string): string | undefined {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replaceAll(/\s+/g, ' ').replaceAll(unseenCharacters, '').trim();
  if (name.replaceAll(/[. ]/g, '') === '') return undefined;
  if (name.length <= evidenceLimits.nameLength) return name;
  const end = beginningOf(`….${extensionOf(name)}`, 20);
  return beginningOf(name, evidenceLimits.nameLength - end.length) + end;
}
