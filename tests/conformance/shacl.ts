import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFactory, Parser, Store, type Quad } from 'n3';
import * as oxigraph from 'oxigraph';
import { Validator } from 'shacl-engine';

const shared = resolve('..', 'shared');
const folder = join(shared, 'shapes', 'dcat-ap-3.0.1');

/** Whether this machine has the published shapes of DCAT-AP 3.0.1: a plain clone does not. */
export const hasShapes = existsSync(join(folder, 'shapes.ttl'));

/** Feeds of real publishers, by their file name; none where this machine has none. */
export const feeds = (kind: 'scottish-councils-dcat' | 'data-json'): string[] => {
  const place = join(shared, 'feeds', kind);
  return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
};

export const readTurtle = (text: string): Quad[] => new Parser({ format: 'text/turtle' }).parse(text);

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/**
 * What a document says, however it is written: sorted statements. The only anonymous nodes are those of lists; a list is
 * named by what it holds.
 */
export function saidBy(text: string, format: 'text/turtle' | 'application/ld+json'): string[] {
  const statements = oxigraph
    .parse(text, { format, base_iri: 'http://wayleave.example/' })
    .map(({ subject, predicate, object }) => [subject.toString(), predicate.value, object.toString()] as const);
  const isCell = (property: string): boolean => property === `${rdf}first` || property === `${rdf}rest`;
  const cells = new Map(
    statements.filter(([, property]) => isCell(property)).map(([node, property, value]) => [node + property, value]),
  );
  const name = (node: string): string => {
    if (!node.startsWith('_:')) return node;
    return `(${cells.get(`${node}${rdf}first`) ?? '?'} ${name(cells.get(`${node}${rdf}rest`) ?? '?')})`;
  };
  return statements
    .filter(([, property]) => !isCell(property))
    .map(([node, property, value]) => `${node} ${property} ${name(value)}`)
    .sort();
}

const factory = Object.assign(Object.create(DataFactory) as object, {
  dataset: (quads?: Quad[]) => new Store(quads),
});

const shapesOf = (...names: string[]): Store =>
  new Store(names.flatMap((name) => readTurtle(readFileSync(join(folder, name), 'utf8'))));

/** Checks against some of the published shapes. @returns one line for each thing amiss: what, where, which value */
export function checker(...names: string[]): (quads: readonly Quad[]) => Promise<string[]> {
  const validator = new Validator(shapesOf(...names), { factory });
  return async (quads) => {
    const report = await validator.validate({ dataset: new Store([...quads]) });
    return report.results.map(({ focusNode, path, value, constraintComponent, severity }) =>
      [severity, constraintComponent, focusNode?.term, path?.[0]?.predicates?.[0], value?.term]
        .map((term) => (term as { value?: string } | undefined)?.value ?? '')
        .join(' '),
    );
  };
}
