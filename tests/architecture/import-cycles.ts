import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import ts from 'typescript';

type Graph = ReadonlyMap<string, readonly string[]>;

/** The entries `#…` of package.json as pairs of patterns: `#ledger/*` → the index of that part. */
function namesOf(root: string): [pattern: string, target: string][] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports: Record<string, { source: string }>;
  };
  return Object.entries(manifest.imports).map(([name, { source }]) => [name, normalize(source)]);
}

function byName(name: string, names: [string, string][]): string | undefined {
  for (const [pattern, target] of names) {
    if (pattern === name) return target;
    const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
    if (prefix && name.startsWith(prefix)) return target.replace('*', name.slice(prefix.length));
  }
  return undefined;
}

/** Every source file with the files it imports, by type too: a cycle of types today is one of values tomorrow. */
export function importGraph(root: string, patterns: string[]): Graph {
  const names = namesOf(root);
  const graph = new Map<string, string[]>();
  for (const file of globSync(patterns, { cwd: root })) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
    const targets = importedFiles.map(({ fileName }) => {
      if (fileName.startsWith('.')) return normalize(join(file, '..', fileName));
      return fileName.startsWith('#') ? byName(fileName, names) : undefined;
    });
    graph.set(file, targets.filter((target) => target !== undefined && existsSync(join(root, target))) as string[]);
  }
  return graph;
}

/** Groups of files that import one another in a circle (Tarjan's strongly connected components). */
export function cyclesOf(graph: Graph): string[][] {
  const number = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    number.set(file, number.size);
    let lowest = number.get(file) ?? 0;
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!number.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, number.get(next) ?? 0);
    }
    if (lowest === number.get(file)) {
      const component = open.splice(open.indexOf(file));
      if (component.length > 1 || graph.get(file)?.includes(file)) cycles.push(component);
    }
    return lowest;
  };
  for (const file of graph.keys()) if (!number.has(file)) visit(file);
  return cycles;
}
