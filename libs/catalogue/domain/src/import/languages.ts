import { lastPart } from './node.ts';
import { plainWord } from './words.ts';

/** ISO 639-2 codes and names, as the EU authority table and people write them, by their BCP 47 tag. */
const known: Readonly<Record<string, string>> = Object.assign(Object.create(null) as object, {
  eng: 'en',
  english: 'en',
  cym: 'cy',
  wel: 'cy',
  welsh: 'cy',
  cymraeg: 'cy',
  gla: 'gd',
  'scottish gaelic': 'gd',
  gaelic: 'gd',
  gle: 'ga',
  irish: 'ga',
  sco: 'sco',
  scots: 'sco',
  cor: 'kw',
  cornish: 'kw',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  deu: 'de',
  ger: 'de',
  german: 'de',
  spa: 'es',
  spanish: 'es',
  ita: 'it',
  italian: 'it',
  nld: 'nl',
  dut: 'nl',
  dutch: 'nl',
  por: 'pt',
  portuguese: 'pt',
  pol: 'pl',
  polish: 'pl',
  ron: 'ro',
  rum: 'ro',
  romanian: 'ro',
  swe: 'sv',
  swedish: 'sv',
  dan: 'da',
  danish: 'da',
  nor: 'no',
  nob: 'nb',
  fin: 'fi',
  finnish: 'fi',
  ces: 'cs',
  cze: 'cs',
  slk: 'sk',
  slo: 'sk',
  slv: 'sl',
  hun: 'hu',
  ell: 'el',
  gre: 'el',
  greek: 'el',
  bul: 'bg',
  hrv: 'hr',
  est: 'et',
  lav: 'lv',
  lit: 'lt',
  mlt: 'mt',
  ukr: 'uk',
  ukrainian: 'uk',
  rus: 'ru',
  ara: 'ar',
  arabic: 'ar',
  ben: 'bn',
  pan: 'pa',
  urd: 'ur',
  zho: 'zh',
  chi: 'zh',
  chinese: 'zh',
  tur: 'tr',
  hin: 'hi',
  guj: 'gu',
  som: 'so',
}) as Record<string, string>;

/** A language as a BCP 47 tag, from an address of an authority table, a code of two or three letters, or a name. */
export function languageOf(raw: string): string | undefined {
  const last = lastPart(raw.trim()).replace('_', '-');
  const named = known[plainWord(last)];
  if (named) return named;
  const [, language = '', rest = ''] = /^([a-z]{2})((?:-[a-z0-9]{2,8}){0,3})$/i.exec(last) ?? [];
  if (language === '') return undefined;
  const parts = rest
    .split('-')
    .slice(1)
    .map((part) => (part.length === 2 ? part.toUpperCase() : part));
  return [language.toLowerCase(), ...parts].join('-');
}

/** Whether the value was a proper tag or an entry of an authority table already. */
export const isPlainLanguage = (raw: string): boolean =>
  /^[a-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(raw) || /[:/][A-Za-z]{2,3}$/.test(raw);
