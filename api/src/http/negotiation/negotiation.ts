/** One media range of an `Accept` header with its weight. */
interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

function rangeOf(part: string): Range | undefined {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const [type = '', subtype = ''] = range === '*' ? ['*', '*'] : range.split('/');
  if (type === '' || subtype === '') return undefined;
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { type, subtype, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given) : 0 };
}

/** How exactly a range names a media type: not at all, by `*`, by its main type, or in full. */
function exactness({ type, subtype }: Range, offered: string): number {
  if (type === '*') return subtype === '*' ? 1 : 0;
  if (subtype === '*') return offered.startsWith(`${type}/`) ? 2 : 0;
  return offered === `${type}/${subtype}` ? 3 : 0;
}

function weightOf(offered: string, ranges: readonly Range[]): number {
  let best = { exact: 0, weight: 0 };
  for (const range of ranges) {
    const exact = exactness(range, offered);
    if (exact > best.exact || (exact === best.exact && exact > 0 && range.weight > best.weight)) {
      best = { exact, weight: range.weight };
    }
  }
  return best.weight;
}

/**
 * The form that a client likes best (RFC 9110, section 12.5.1): the highest weight, where a fuller range speaks before a
 * wider one; of equals the first offered. Without an `Accept` header anything goes.
 * @param offered media types of each form, small letters
 * @returns undefined where the client accepts none: 406
 */
export function preferred<Form extends string>(
  accept: string | undefined,
  offered: Readonly<Record<Form, readonly string[]>>,
): Form | undefined {
  const forms = Object.keys(offered) as Form[];
  if (accept === undefined || accept.trim() === '') return forms[0];
  const ranges = accept
    .split(',')
    .map(rangeOf)
    .filter((range) => range !== undefined);
  let best: { form: Form; weight: number } | undefined;
  for (const form of forms) {
    const weight = Math.max(...offered[form].map((type) => weightOf(type, ranges)));
    if (weight > (best?.weight ?? 0)) best = { form, weight };
  }
  return best?.form;
}

/** Whether the client has this version already (RFC 9110, section 13.1.2: compared weakly). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((known) => known.replace(/^W\//, '') === etag);
}
