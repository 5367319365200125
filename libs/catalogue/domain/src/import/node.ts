/**
 * A tolerant reading of one JSON object as a node of DCAT: JSON-LD compact or expanded, with or without a context, and
 * DCAT-US `data.json`, whose names are those of DCAT without a prefix. Names are compared by their last part, without
 * regard to case, so that `dcat:accessUrl`, `accessURL` and `http://www.w3.org/ns/dcat#accessURL` are one.
 */
export interface Node {
  /** `@id`, unless it is a blank node. */
  readonly id?: string;
  /** Last parts of `@type`. */
  readonly kinds: readonly string[];
  readonly terms: ReadonlyMap<string, Term>;
}

export interface Term {
  /** The name as the source spelt it, without its prefix. */
  readonly name: string;
  readonly values: readonly unknown[];
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part after the last `#`, `/` or `:`, which names a term in every vocabulary of DCAT. */
export const lastPart = (name: string): string => {
  const plain = name.replace(/[/#:\s]+$/, '');
  return plain.slice(Math.max(plain.lastIndexOf('#'), plain.lastIndexOf('/'), plain.lastIndexOf(':')) + 1);
};

const mostNames = 4000;
const names = new Map<string, { readonly local: string; readonly key: string }>();

function nameOf(raw: string): { readonly local: string; readonly key: string } {
  const known = names.get(raw);
  if (known) return known;
  const local = raw.startsWith('@') ? raw : lastPart(raw.slice(-300));
  const name = { local, key: local.toLowerCase() };
  if (names.size < mostNames) names.set(raw, name);
  return name;
}

/** Values as a list: arrays, `@list` and `@set` opened, nulls left out. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (Array.isArray(one) ? one : listOf(one)));
  if (isObject(value)) {
    if (Object.hasOwn(value, '@list')) return listOf(value['@list']);
    if (Object.hasOwn(value, '@set')) return listOf(value['@set']);
  }
  return [value];
}

export function readNode(object: Readonly<Record<string, unknown>>): Node {
  const terms = new Map<string, Term>();
  for (const [raw, value] of Object.entries(object)) {
    const { local, key } = nameOf(raw);
    const values = listOf(value);
    if (values.length === 0) continue;
    const earlier = terms.get(key);
    terms.set(key, earlier ? { name: earlier.name, values: [...earlier.values, ...values] } : { name: local, values });
  }
  const id = terms.get('@id')?.values[0];
  const kinds = (terms.get('@type')?.values ?? []).filter((kind) => typeof kind === 'string').map(lastPart);
  return {
    id: typeof id === 'string' && !id.startsWith('_:') && id.trim() !== '' ? id.trim() : undefined,
    kinds,
    terms,
  };
}

/** The node that a value is or points to; `resolve` finds a node of the same document by its `@id`. */
export function nodeOf(value: unknown, resolve?: (id: string) => unknown): Node | undefined {
  if (!isObject(value)) return undefined;
  const id = value['@id'];
  if (typeof id === 'string' && resolve && Object.keys(value).length === 1) {
    const found = resolve(id);
    if (isObject(found)) return readNode(found);
  }
  return readNode(value);
}

const labels = ['name', 'preflabel', 'label', 'title', 'fn', 'notation', 'organization-name', '@value', 'value'];
const isTag = (key: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(key) || key === '@none';

interface Said {
  readonly text: string;
  readonly language?: string;
}

function saidBy(value: unknown): Said[] {
  if (typeof value === 'string') return [{ text: value }];
  if (typeof value === 'number' || typeof value === 'boolean') return [{ text: String(value) }];
  if (!isObject(value)) return [];
  const literal = value['@value'];
  if (literal !== undefined) {
    const language = value['@language'];
    if (typeof literal !== 'string' && typeof literal !== 'number' && typeof literal !== 'boolean') return [];
    return [{ text: String(literal), ...(typeof language === 'string' && { language }) }];
  }
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key, one]) => isTag(key) && typeof (listOf(one)[0] ?? '') === 'string')) {
    return entries.flatMap(([key, one]) => listOf(one).map((text) => ({ text: String(text), language: key })));
  }
  return [];
}

/** How well a language serves readers here: English, then text without a language, then any other. */
const preference = (language: string | undefined): number =>
  language === undefined || language === '@none' ? 1 : /^en(-|$)/i.test(language) ? 0 : 2;

/** Everything that the values say in words: literals, language maps and the labels of nodes, best language first. */
export function textsOf(values: readonly unknown[], resolve?: (id: string) => unknown): string[] {
  const said = values.flatMap((value) => {
    const direct = saidBy(value);
    if (direct.length > 0) return direct;
    const node = nodeOf(value, resolve);
    const label = labels.map((key) => node?.terms.get(key)).find((term) => term !== undefined);
    return label ? label.values.flatMap(saidBy) : [];
  });
  return said.sort((one, other) => preference(one.language) - preference(other.language)).map(({ text }) => text);
}

/** An address or code: a string as it stands, or the `@id` of a node. */
export function referenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (!isObject(value)) return undefined;
  for (const key of ['@id', '@value', 'id', 'uri', 'url']) {
    const found = value[key];
    if (typeof found === 'string' && found.trim() !== '' && !found.startsWith('_:')) return found.trim();
  }
  return undefined;
}
