import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync } from 'node:fs';
import { steps } from '../run/steps.mjs';
import { CopiedWorkspace, root, type Finding } from './copied-workspace.ts';
import { allowed, violations } from './violations.ts';

const { lint } = steps();
const copy = new CopiedWorkspace();
const index = "export const here = 'here';\n";
let withoutGraph: Awaited<ReturnType<CopiedWorkspace['lint']>>;
let result: Awaited<ReturnType<CopiedWorkspace['lint']>>;
const of = (file: string): Finding[] => result.findings.filter((finding) => finding.file === file);

beforeAll(async () => {
  for (const project of globSync('libs/{*,*/*}/project.json', { cwd: root }))
    copy.plant(project.replace('project.json', 'src/index.ts'), index);
  copy.plant('libs/platform/database/src/index.ts', "export const there = 'there';\n");
  copy.plant('libs/platform/config/src/index.ts', "export const there = 'there';\n");
  copy.plant('workers/src/index.ts', index);
  copy.plant('libs/unmarked/project.json', '{ "name": "unmarked", "sourceRoot": "libs/unmarked/src" }\n');
  for (const { file, text } of violations) copy.plant(file, text);
  for (const [file, text] of Object.entries(allowed)) copy.plant(file, text);
  withoutGraph = await copy.lint('libs/catalogue/domain/src/b.ts');
  for (const [program, ...args] of lint.commands.slice(0, -1)) await copy.run(program!.split('/').at(-1)!, ...args);
  result = await copy.lint();
}, 180_000);

afterAll(() => copy.remove());

describe('a planted violation is caught by the rule that is there for it', () => {
  test.each(violations)('$kind', ({ file, rule }) => {
    expect(of(file).map((finding) => finding.rule)).toContain(rule);
  });

  test('and the linter ends with an error', () => expect(result.code).toBe(1));
});

test.each(Object.keys(allowed))('what is allowed passes: %s', (file) => expect(of(file)).toEqual([]));

test('without the graph the walls would not be held, and `npm test` refuses that', () => {
  expect(withoutGraph.findings.map((finding) => finding.rule)).not.toContain('onlyTagsConstraintViolation');
  expect(withoutGraph.output).toMatch(lint.refused);
  expect(result.output).not.toMatch(lint.refused);
});
