import { namespaces, type GraphNode, type Value } from './graph.ts';
import { prefixesOf } from './turtle.ts';

const isLanguage = (tag: string | undefined): tag is string =>
  tag !== undefined && /^[a-zA-Z]+(-[a-zA-Z0-9]+)*$/.test(tag);

/** Halves of surrogate pairs are no characters. */
const whole = (words: string): string => words.replace(/[\ud800-\udfff]/gu, '\ufffd');

function valueObject(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if ('name' in value) return { '@id': value.name };
  if ('list' in value) return { '@list': value.list.map((id) => ({ '@id': id })) };
  if ('datatype' in value) return { '@type': value.datatype, '@value': whole(value.text) };
  const { language } = value as { language?: string };
  return isLanguage(language) ? { '@language': language, '@value': whole(value.text) } : whole(value.text);
}

const one = (values: readonly unknown[]): unknown => (values.length === 1 ? values[0] : values);

const nodeObject = ({ id, types, properties }: GraphNode): object => ({
  '@id': id,
  ...(types.length > 0 && { '@type': one(types) }),
  ...Object.fromEntries([...properties].map(([property, values]) => [property, one(values.map(valueObject))])),
});

/** The nodes as JSON-LD 1.1, flat, with a context of their own: nothing else must be fetched to read it. */
export function jsonLdOf(nodes: readonly GraphNode[]): string {
  const said = nodes.filter(({ types, properties }) => types.length > 0 || properties.size > 0);
  const context = Object.fromEntries(prefixesOf(said).map((prefix) => [prefix, namespaces[prefix]]));
  return `${JSON.stringify({ '@context': context, '@graph': said.map(nodeObject) }, null, 1)}\n`;
}
