/** Letters that Unicode does not take apart into a base letter and a mark. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/**
 * Text as the index and the query both see it: small letters without accents, words parted by single spaces, nothing else.
 * Done here and not in the database, so that it depends on no locale and no dictionary of the server, and so that no
 * character that a client can send reaches the parser of PostgreSQL.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => folded[letter] ?? letter)
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Longer than any word of a language; a lexeme of PostgreSQL ends at 2 kB. */
const longestWord = 60;

export const foldWords = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (word.length > longestWord ? [...word].slice(0, longestWord).join('') : word));

/** A column name as people search for it: `dateOfBirth`, `date_of_birth` → both as they stand and in words. */
export const columnWords = (name: string): string => {
  const parted = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return parted === name ? name : `${name} ${parted}`;
};
