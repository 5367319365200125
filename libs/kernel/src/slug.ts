import { isUuid } from './uuid.ts';

const longest = 80;

/** Path segments that pages and the API use, which therefore name no organisation and no dataset. */
const reserved = new Set(['new', 'edit', 'search', 'api', 'id', 'catalog', 'datasets', 'organisations', 'history']);

export const isSlug = (text: string): boolean =>
  text.length <= longest && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !reserved.has(text) && !isUuid(text);

/**
 * The readable part of an address: a–z, 0–9 and hyphens, at most 80 characters, never like a UUID or a reserved word.
 * @param fallback what a title without any Latin letter or digit becomes
 */
export function slugOf(title: string, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  const slug = plain === '' ? fallback : plain;
  return reserved.has(slug) || isUuid(slug) ? `${slug.slice(0, longest - 5)}-data` : slug;
}

/** The n-th candidate for a slug already taken: `title`, `title-2`, `title-3` … */
export const numberedSlug = (slug: string, attempt: number): string =>
  attempt === 1 ? slug : `${slug.slice(0, longest - 1 - String(attempt).length).replace(/-+$/, '')}-${attempt}`;
