import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../run/step.mjs';
import { root } from './copied-workspace.ts';
import { cyclesOf, importGraph } from './import-cycles.ts';

interface NxGraph {
  nodes: Record<string, { data: { root: string; tags?: string[] } }>;
  dependencies: Record<string, { target: string }[]>;
}

const folder = mkdtempSync(join(tmpdir(), 'wayleave-graph-'));
let graph: NxGraph;

beforeAll(async () => {
  const file = join(folder, 'graph.json');
  const { ok, output } = await run(['node_modules/.bin/nx', 'graph', `--file=${file}`]);
  if (!ok) throw new Error(output);
  graph = (JSON.parse(readFileSync(file, 'utf8')) as { graph: NxGraph }).graph;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('projects', () => {
  const layered = ['domain', 'contracts', 'server'];

  test('every project says its layer, and every part of a feature its feature', () => {
    for (const [name, { data }] of Object.entries(graph.nodes)) {
      const tags = data.tags ?? [];
      expect({ name, layers: tags.filter((tag) => tag.startsWith('layer:')).length }).toEqual({ name, layers: 1 });
      const [, feature, part] = data.root.split('/');
      if (part && layered.includes(part))
        expect({ name, tags }).toEqual({ name, tags: [`layer:${part}`, `feature:${feature}`] });
    }
  });

  test('every folder with sources belongs to a project', () => {
    const roots = Object.values(graph.nodes).map(({ data }) => data.root);
    const sources = globSync('{api,workers,web,bin,tests,libs}/**/*.{ts,mjs}', {
      cwd: root,
      exclude: ['**/node_modules/**'],
    });
    expect(sources.length).toBeGreaterThan(50);
    const homeless = sources.filter((file) => !roots.some((project) => file.startsWith(`${project}/`)));
    expect(homeless).toEqual([]);
  });

  test('library projects are tags alone: targets stand with the applications', () => {
    for (const file of globSync('libs/**/project.json', { cwd: root }))
      expect({ file, keys: Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object) }).toEqual({
        file,
        keys: ['name', 'sourceRoot', 'tags'],
      });
  });

  test('the graph sees imports (it is empty when Nx does not read sources) and holds no cycle', () => {
    // Specs alone lead to what is made for tests (the linter sees to it): those edges are no part of the product.
    const edges = new Map(
      Object.entries(graph.dependencies).map(([from, to]) => [
        from,
        to.map(({ target }) => target).filter((target) => target !== 'testing'),
      ]),
    );
    expect(edges.get('catalogue-server')).toEqual(
      expect.arrayContaining(['ledger-server', 'catalogue-domain', 'kernel']),
    );
    expect(cyclesOf(edges)).toEqual([]);
  });
});

describe('files', () => {
  const patterns = ['{api,workers,web}/src/**/*.ts', 'libs/**/src/**/*.ts', 'bin/**/*.mjs'];

  test('no file imports itself in a circle', () => {
    const files = importGraph(root, patterns);
    expect([...files.values()].flat().length).toBeGreaterThan(files.size);
    expect(cyclesOf(files)).toEqual([]);
  });

  test('a circle of three is found, and a diamond is none', () => {
    const planted = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['c']],
    ]);
    expect(cyclesOf(planted).map((cycle) => cycle.sort())).toEqual([['a', 'b', 'c', 'd']]);
    expect(cyclesOf(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']]]))).toEqual([]); // prettier-ignore
  });

  test('every folder of a library is entered by its index alone', () => {
    for (const file of globSync('libs/**/project.json', { cwd: root, exclude: ['libs/platform/project.json'] }))
      expect(globSync(join(dirname(file), 'src/index.ts'), { cwd: root })).toHaveLength(1);
  });
});
