import { licences } from '../reference.ts';
import { plainWord } from './words.ts';

/** Parts of addresses, without their protocol, each of which names one licence of the list. */
const addresses: readonly (readonly [RegExp, string])[] = [
  [
    /nationalarchives\.gov\.uk\/doc\/open-government-licence(\/version\/3\b|\/open-government-licence\.htm|$)/,
    'ogl-3.0',
  ],
  [/creativecommons\.org\/licen[cs]es\/by\/4\.0\b/, 'cc-by-4.0'],
  [/creativecommons\.org\/licen[cs]es\/by-sa\/4\.0\b/, 'cc-by-sa-4.0'],
  [/creativecommons\.org\/(publicdomain\/zero\/1\.0|licen[cs]es\/zero\/1\.0|public-domain\/cc0)/, 'cc0-1.0'],
  [/(opendatacommons\.org\/licen[cs]es\/odbl|opendefinition\.org\/licen[cs]es\/odc-odbl)/, 'odbl-1.0'],
  [/(opendatacommons\.org\/licen[cs]es\/by\b|opendefinition\.org\/licen[cs]es\/odc-by)/, 'odc-by-1.0'],
  [/(opendatacommons\.org\/licen[cs]es\/pddl|opendefinition\.org\/licen[cs]es\/odc-pddl)/, 'pddl-1.0'],
  [/authority\/licence\/OGL_3_0$/i, 'ogl-3.0'],
  [/authority\/licence\/CC_BY_4_0$/i, 'cc-by-4.0'],
  [/authority\/licence\/CC_BYSA_4_0$/i, 'cc-by-sa-4.0'],
  [/authority\/licence\/CC0$/i, 'cc0-1.0'],
  [/authority\/licence\/ODC_BL$/i, 'odbl-1.0'],
  [/authority\/licence\/ODC_BY$/i, 'odc-by-1.0'],
  [/authority\/licence\/ODC_PDDL$/i, 'pddl-1.0'],
  [/opendefinition\.org\/licen[cs]es\/cc-by\/?$/, 'cc-by-4.0'],
  [/opendefinition\.org\/licen[cs]es\/cc-by-sa\/?$/, 'cc-by-sa-4.0'],
  [/opendefinition\.org\/licen[cs]es\/cc-zero\/?$/, 'cc0-1.0'],
  [/spdx\.org\/licenses\/cc-by-4\.0/i, 'cc-by-4.0'],
  [/spdx\.org\/licenses\/cc0-1\.0/i, 'cc0-1.0'],
  [/spdx\.org\/licenses\/ogl-uk-3\.0/i, 'ogl-3.0'],
];

const names = new Map<string, string>(
  Object.entries({
    'ogl-3.0':
      'ogl,ogl3,ogl 3,ogl 3 0,ogl v3,ogl v3 0,ogl uk 3 0,uk ogl,uk ogl v3,uk ogl 3 0,open government licence,open government license,uk open government licence,uk open government licence ogl,open government licence v3,open government licence v3 0,open government licence 3 0,open government license v3 0,open government licence version 3,open government licence version 3 0,uk open government licence v3 0,uk open government licence 3 0,open government licence 3 0 united kingdom,ogl uk',
    'cc-by-4.0':
      'cc by,cc by 4,cc by 4 0,ccby,cc by v4,creative commons attribution,creative commons attribution 4 0,creative commons attribution 4 0 international,creative commons attribution 4 0 international license,creative commons attribution 4 0 international licence,cc by 4 0 international',
    'cc-by-sa-4.0':
      'cc by sa,cc by sa 4 0,creative commons attribution sharealike,creative commons attribution sharealike 4 0,creative commons attribution share alike 4 0,creative commons attribution share alike',
    'cc0-1.0':
      'cc0,cc zero,cc0 1 0,cc0 1 0 universal,creative commons cczero,creative commons zero,creative commons zero 1 0,creative commons zero v1 0 universal,creative commons cc0',
    'odbl-1.0':
      'odbl,odbl 1 0,odc odbl,open database license,open database licence,open data commons open database license odbl,open data commons open database licence,open data commons open database license',
    'odc-by-1.0':
      'odc by,odc by 1 0,open data commons attribution,open data commons attribution license,open data commons attribution licence',
    'pddl-1.0':
      'pddl,pddl 1 0,odc pddl,odc pddl 1 0,open data commons public domain dedication and licence pddl,open data commons public domain dedication and license,open data commons public domain dedication and licence',
  }).flatMap(([code, words]) => words.split(',').map((word) => [word, code] as const)),
);

/** Words and last parts of addresses that tell only that no licence was chosen. */
const empty =
  /^(other|other (closed|open|at|pd|nc)|not ?specified|unspecified|no licen[cs]e|licen[cs]e not specified|none|null|unknown|n a|na|not stated|not available|tbc|tbd|see (above|below|terms|website)|custom|license|licence)$/;

export interface LicenceRead {
  readonly code: string;
  /** Only with `own-terms`. */
  readonly address?: string;
  /** Only with `own-terms`: what the licence field said in words. */
  readonly terms?: string;
  /** Whether the source wrote it as the list does. */
  readonly plain: boolean;
}

const canonical = new Map(
  licences.flatMap(({ address, code }) =>
    address ? [[address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''), code] as const] : [],
  ),
);

/** A licence from its address. Undefined where the address says only that none was chosen. */
export function licenceFromAddress(address: string): LicenceRead | undefined {
  const bare = address
    .trim()
    .slice(0, 2000)
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
  const exact = canonical.get(bare);
  if (exact) return { code: exact, plain: true };
  const found = addresses.find(([pattern]) => pattern.test(bare.toLowerCase()) || pattern.test(bare));
  if (found) return { code: found[1], plain: /^authority\/licence|europa\.eu/.test(bare) };
  const last = plainWord(bare.split('?', 1)[0]?.split('/').at(-1) ?? '');
  return empty.test(last) ? undefined : { code: 'own-terms', address, plain: true };
}

/** A licence from words: a known name, a text that quotes one address, or terms of the publisher's own. */
export function licenceFromWords(text: string): LicenceRead | undefined {
  const word = plainWord(text);
  const code = names.get(word) ?? names.get(word.replace(/ (licen[cs]e|licen[cs]ed)$/, ''));
  if (code) return { code, plain: licences.some((licence) => licence.code === code && licence.code === text) };
  if (word === '' || empty.test(word)) return undefined;
  const quoted = /https?:\/\/[^\s<>"')\]]{4,500}/i.exec(text)?.[0]?.replace(/[.,;:]+$/, '');
  const read = quoted === undefined ? undefined : licenceFromAddress(quoted);
  // A long text that mentions a licence is not that licence; a short one that gives its address is.
  if (read && read.code !== 'own-terms' && text.length < 300) return { ...read, plain: false };
  return { code: 'own-terms', ...(read?.address && { address: read.address }), terms: text, plain: false };
}
