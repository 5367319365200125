import { namespaces, type GraphNode, type Name, type Prefix, type Value } from './graph.ts';

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as a Turtle string (section 2.5.1); control characters and halves of surrogate pairs by their number. */
const quoted = (words: string): string =>
  `"${words.replace(
    /[\\"\u0000-\u001f\u007f]|[\ud800-\udfff]/gu,
    (character) => escapes[character] ?? numbered(character),
  )}"`;

/** A half of a surrogate pair is no character: it is written as the replacement character. */
const numbered = (character: string): string => {
  const code = character.charCodeAt(0);
  return code >= 0xd800 ? '\\uFFFD' : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

const isLanguage = (tag: string): boolean => /^[a-zA-Z]+(-[a-zA-Z0-9]+)*$/.test(tag);

function valueText(value: Value): string {
  if ('iri' in value) return `<${value.iri}>`;
  if ('name' in value) return value.name;
  if ('list' in value) return `( ${value.list.map((id) => `<${id}>`).join(' ')} )`;
  if ('datatype' in value) return `${quoted(value.text)}^^${value.datatype}`;
  const { language } = value as { language?: string };
  return language !== undefined && isLanguage(language) ? `${quoted(value.text)}@${language}` : quoted(value.text);
}

const nodeText = ({ id, types, properties }: GraphNode): string => {
  const lines = [
    ...(types.length === 0 ? [] : [`a ${types.join(', ')}`]),
    ...[...properties].map(([property, values]) => `${property} ${values.map(valueText).join(',\n    ')}`),
  ];
  return `<${id}>\n  ${lines.join(' ;\n  ')} .\n`;
};

const prefixOf = (name: Name): Prefix => name.slice(0, name.indexOf(':')) as Prefix;

/** Prefixes that the nodes use, so that nothing is declared in vain. */
export function prefixesOf(nodes: readonly GraphNode[]): Prefix[] {
  const used = new Set<Prefix>();
  for (const { types, properties } of nodes) {
    for (const name of [...types, ...properties.keys()]) used.add(prefixOf(name));
    for (const value of [...properties.values()].flat()) {
      if ('name' in value) used.add(prefixOf(value.name));
      if ('datatype' in value) used.add(prefixOf(value.datatype));
    }
  }
  return [...used].sort();
}

/** The nodes as Turtle (W3C Recommendation of 2014). The same nodes are the same bytes. */
export function turtleOf(nodes: readonly GraphNode[]): string {
  const said = nodes.filter(({ types, properties }) => types.length > 0 || properties.size > 0);
  const prefixes = prefixesOf(said).map((prefix) => `@prefix ${prefix}: <${namespaces[prefix]}> .\n`);
  return `${prefixes.join('')}\n${said.map(nodeText).join('\n')}`;
}
