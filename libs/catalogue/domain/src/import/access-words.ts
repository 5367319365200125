import type { AccessLevel } from '../access.ts';
import { lastPart } from './node.ts';
import { plainWord } from './words.ts';

/** What a source can say of access, before its licence is looked at. */
export type SaidAccess = 'public' | 'restricted' | 'closed';

/**
 * DCAT-US 1.1 `accessLevel`; EU authority table access-right; COAR access rights; the UK Cross-Government Metadata
 * Exchange Model (OPEN, INTERNAL, COMMERCIAL).
 */
const words = new Map<string, SaidAccess>(
  Object.entries({
    public: 'public,open,open access,openaccess,c abf2,unrestricted,anyone',
    restricted:
      'restricted public,restricted,restricted access,commercial,c 16ec,controlled,on request,licensed,shared,named',
    closed:
      'non public,nonpublic,private,closed,internal,sensitive,confidential,op datpro,secret,metadata only access,c 14cb,embargoed access,c f1cf,not shared',
  }).flatMap(([said, names]) => names.split(',').map((name) => [name, said as SaidAccess] as const)),
);

export function accessSaid(raw: string): SaidAccess | undefined {
  const text = raw.trim();
  const isAddress = /^[a-z][\w.+-]*:\S+$/i.test(text);
  const word = plainWord(isAddress ? lastPart(text) : text);
  // The sentence that DCAT-US 3.0 and portals write: "public: the data is …".
  return words.get(word) ?? (isAddress ? undefined : words.get(plainWord(text.split(/[:.(–]/, 1)[0] ?? '')));
}

/**
 * The access level of an imported record. Open needs both: that anyone may have the data, and a licence that meets the
 * Open Definition; an open licence on data that can be fetched says the first as well. What is public on the publisher's
 * own terms is for anyone who accepts them. Without a licence nothing says on what terms: not stated, never counted as open.
 */
export function accessLevelOf(
  said: SaidAccess | undefined,
  licence: { readonly open: boolean; readonly stated: boolean },
  hasAddress: boolean,
): AccessLevel {
  if (said === 'closed') return 'closed';
  if (said === 'restricted') return 'named';
  if (licence.open) return said === 'public' || hasAddress ? 'open' : 'not-stated';
  return said === 'public' && licence.stated ? 'public-with-terms' : 'not-stated';
}
