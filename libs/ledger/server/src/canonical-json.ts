/** What was to be written has no canonical form: a fault of the content, which no second attempt cures. */
export class NoCanonicalForm extends Error {
  constructor(what: string) {
    super(`${what} has no canonical JSON`);
  }
}

/**
 * Canonical JSON by RFC 8785: members in the order of their names by UTF-16 code units (3.2.3), numbers and strings as
 * ECMAScript writes them (3.2.2). A member without a value is left out, as `JSON.stringify` does it. Every command and every
 * replayed entry goes through here, so it is kept fast.
 * @throws {NoCanonicalForm} where the value has no JSON: NaN, an infinite number, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NoCanonicalForm('This number');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : ofObject(value);
    default:
      throw new NoCanonicalForm('This value');
  }
}

/** Letters, digits and signs that stand for themselves. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new NoCanonicalForm('Half a surrogate pair');
  return JSON.stringify(text);
}

function ofObject(value: object): string {
  if (Array.isArray(value)) return ofArray(value);
  if (value instanceof Date) return canonicalJson(value.toJSON());
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function ofArray(values: readonly unknown[]): string {
  let text = '';
  for (const [index, one] of values.entries())
    text += `${index === 0 ? '' : ','}${one === undefined ? 'null' : canonicalJson(one)}`;
  return `[${text}]`;
}

/** Whether two values have the same JSON; a member without a value is none. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return sameList(one, other);
  const names = membersOf(one);
  return (
    names.length === membersOf(other).length &&
    names.every((name) => sameJson((one as Members)[name], (other as Members)[name]))
  );
}

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: object): string[] =>
  Object.keys(value).filter((name) => (value as Members)[name] !== undefined);

const sameList = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) &&
  Array.isArray(other) &&
  one.length === other.length &&
  one.every((member, index) => sameJson(member, other[index]));
