/** Namespaces of what is exported, by the prefix they are written with. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  csvw: 'http://www.w3.org/ns/csvw#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof namespaces;
/** A term of one of the vocabularies, as `dct:title`. */
export type Name = `${Prefix}:${string}`;

/** What a property says: another resource, a text, a typed value, or resources in an order. */
export type Value =
  | { readonly iri: string }
  | { readonly name: Name }
  | { readonly text: string; readonly language?: string }
  | { readonly text: string; readonly datatype: Name }
  | { readonly list: readonly string[] };

/** A resource and what is said of it. Every resource has an address: nothing is anonymous, so the same graph is the same text. */
export interface GraphNode {
  readonly id: string;
  readonly types: readonly Name[];
  readonly properties: ReadonlyMap<Name, readonly Value[]>;
}

interface GrowingNode {
  readonly id: string;
  readonly types: Name[];
  readonly properties: Map<Name, Value[]>;
}

export const iri = (address: string): Value => ({ iri: address });
export const named = (name: Name): Value => ({ name });
export const text = (words: string, language?: string): Value =>
  language === undefined ? { text: words } : { text: words, language };
export const typed = (lexical: string, datatype: Name): Value => ({ text: lexical, datatype });

/** Collects what is said, in the order in which it is first said; saying it twice changes nothing. */
export class Graph {
  private readonly byId = new Map<string, GrowingNode>();

  /** Says that the resource is of these types; @returns its id */
  node(id: string, ...types: readonly Name[]): string {
    const node = this.grow(id);
    for (const type of types) if (!node.types.includes(type)) node.types.push(type);
    return id;
  }

  add(id: string, property: Name, ...values: readonly (Value | undefined)[]): void {
    const { properties } = this.grow(id);
    for (const value of values) {
      if (value === undefined) continue;
      const said = properties.get(property) ?? [];
      if (!said.some((other) => JSON.stringify(other) === JSON.stringify(value))) said.push(value);
      properties.set(property, said);
    }
  }

  get nodes(): readonly GraphNode[] {
    return [...this.byId.values()];
  }

  private grow(id: string): GrowingNode {
    const known = this.byId.get(id);
    if (known) return known;
    const node = { id, types: [], properties: new Map<Name, Value[]>() };
    this.byId.set(id, node);
    return node;
  }
}
