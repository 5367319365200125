import type { Findings } from './findings.ts';
import { isPlaceholder } from './words.ts';

const longest = 2000;

/** Most addresses need no mending; the rest pay for the closer look. */
const isPlain = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][\u0021-\u007e]*)?$/i;

const mended = (text: string): string => (isPlain.test(text) ? text : mendedText(text));

const mendedText = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/^h+t+p+(s?)\s*[:;]?\s*\/{1,3}/i, 'http$1://')
    .replace(/^(https?:\/\/)(https?:?\/{1,2})/i, '$2')
    .replace(/^(https?):\/(?=[^/])/i, '$1://')
    .replace(/^\/\/(?=[\w-]+\.)/, 'https://')
    .replace(/^www\.(?=[\w-]+\.)/i, 'https://www.')
    .replace(/^(doi:\s*)?(?=10\.\d{4,9}\/\S)/i, 'https://doi.org/')
    .replace(/ /g, '%20');

const parse = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/**
 * An address that a person may follow: http or https, with a host name that could exist, without user name and password,
 * at most 2,000 characters. Plain slips are mended; anything else is left out, and both are reported.
 */
export function webAddress(raw: string, path: string, findings: Findings): string | undefined {
  const text = raw.trim();
  if (text === '') return undefined;
  if (isPlaceholder(text)) {
    findings.repaired('placeholder-dropped', path, text);
    return undefined;
  }
  const candidate = mended(text);
  const url = candidate.length > longest ? undefined : parse(candidate);
  if (!url || !/^https?:$/.test(url.protocol) || !/^[^.\s]+(\.[^.\s]+)+\.?$|^localhost$|^\[/.test(url.hostname)) {
    findings.repaired('address-dropped', path, text);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
    findings.repaired('address-credentials', path, url.host, url.host);
    return url.href;
  }
  const kept = /[^\u0021-\u007e]|[<>"{}|\\^`]/.test(candidate) ? url.href : candidate;
  if (kept.length > longest) {
    findings.repaired('address-dropped', path, text);
    return undefined;
  }
  if (candidate !== text) findings.repaired('address-mended', path, text, kept);
  return kept;
}
