/** One violation of each kind: where it is planted, what stands in the file, and the rule that has to catch it. */
export interface Violation {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

const violation = (kind: string, file: string, rule: string, text: string): Violation => ({ kind, file, rule, text });

const importing = (from: string): string => `import * as found from '${from}';\nexport const planted = found;\n`;

const byNx = 'onlyTagsConstraintViolation';
const external = 'bannedExternalImportsViolation';
const restricted = '@typescript-eslint/no-restricted-imports';
const relative = 'noRelativeOrAbsoluteImportsAcrossLibraries';

const walls: Violation[] = [
  violation(
    'kernel → platform',
    'libs/kernel/src/a.ts',
    'emptyOnlyTagsConstraintViolation',
    importing('#platform/config'),
  ),
  violation('kernel → an npm package', 'libs/kernel/src/b.ts', external, importing('zod')),
  violation('platform → a feature', 'libs/platform/config/src/a.ts', byNx, importing('#ledger/domain')),
  violation(
    'domain → server by a relative path',
    'libs/catalogue/domain/src/a.ts',
    relative,
    importing('../../server/src/index.ts'),
  ),
  violation('domain → server by name', 'libs/catalogue/domain/src/b.ts', byNx, importing('#catalogue/server')),
  violation(
    'domain → its contracts',
    'libs/organisations/domain/src/c.ts',
    byNx,
    importing('#organisations/contracts'),
  ),
  violation('domain → Nest', 'libs/catalogue/domain/src/d.ts', external, importing('@nestjs/common')),
  violation('domain → Zod', 'libs/catalogue/domain/src/e.ts', external, importing('zod')),
  violation(
    'domain → a built-in by its new name',
    'libs/catalogue/domain/src/f.ts',
    restricted,
    importing('node:crypto'),
  ),
  violation(
    'domain → a built-in by its old name',
    'libs/catalogue/domain/src/g.ts',
    restricted,
    importing('fs/promises'),
  ),
  violation(
    'domain → values of an earlier domain',
    'libs/catalogue/domain/src/h.ts',
    restricted,
    importing('#organisations/domain'),
  ),
  violation(
    'contracts → another domain',
    'libs/catalogue/contracts/src/a.ts',
    byNx,
    importing('#organisations/domain'),
  ),
  violation('contracts → platform', 'libs/catalogue/contracts/src/b.ts', byNx, importing('#platform/config')),
  violation('contracts → a built-in', 'libs/catalogue/contracts/src/c.ts', restricted, importing('node:path')),
  violation(
    'an earlier feature → a later one',
    'libs/ledger/contracts/src/a.ts',
    byNx,
    importing('#catalogue/contracts'),
  ),
  violation('server → another domain', 'libs/catalogue/server/src/a.ts', byNx, importing('#organisations/domain')),
  violation('server → what is made for tests', 'libs/catalogue/server/src/b.ts', byNx, importing('#testing')),
  violation('api → values of a domain', 'api/src/a.ts', restricted, importing('#catalogue/domain')),
  violation('api → workers', 'api/src/b.ts', relative, importing('../../workers/src/index.ts')),
  violation('api → the database driver', 'api/src/c.ts', external, importing('@mikro-orm/core')),
  violation('web → server', 'web/src/a.ts', byNx, importing('#catalogue/server')),
  violation('web → Nest', 'web/src/b.ts', external, importing('@nestjs/common')),
  violation('ui → contracts', 'libs/ui/src/a.ts', byNx, importing('#catalogue/contracts')),
  violation('launcher → an npm package', 'bin/a.mjs', restricted, importing('pg')),
  violation('launcher → a library', 'bin/b.mjs', relative, importing('../libs/kernel/src/index.ts')),
  violation(
    'a cycle between projects, one half',
    'libs/ledger/server/src/c.ts',
    'noCircularDependencies',
    importing('#organisations/server'),
  ),
  violation(
    'a cycle between projects, the other half',
    'libs/organisations/server/src/c.ts',
    'noCircularDependencies',
    importing('#ledger/server'),
  ),
  violation(
    'a project without tags',
    'libs/unmarked/src/a.ts',
    'projectWithoutTagsCannotHaveDependencies',
    importing('#kernel'),
  ),
];

const doors: Violation[] = [
  violation('files outside platform', 'libs/ledger/server/src/d.ts', restricted, importing('node:fs')),
  violation('a connection outside platform', 'workers/src/d.ts', restricted, importing('pg')),
  violation(
    'the network outside platform',
    'workers/src/e.ts',
    'no-restricted-globals',
    "export const page = fetch('http://example.org');\n",
  ),
  violation(
    'a setting outside platform',
    'api/src/e.ts',
    'no-restricted-syntax',
    "export const port = process.env['PORT'];\n",
  ),
  violation(
    'the clock by new Date()',
    'libs/ledger/server/src/f.ts',
    'no-restricted-syntax',
    'export const today = new Date();\n',
  ),
  violation(
    'the clock by Date.now()',
    'libs/catalogue/domain/src/i.ts',
    'no-restricted-syntax',
    'export const now = Date.now();\n',
  ),
  violation(
    'chance in a domain',
    'libs/catalogue/domain/src/j.ts',
    'no-restricted-properties',
    'export const dice = Math.random();\n',
  ),
];

const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `  console.log(${line});`).join('\n');

const sizesAndNames: Violation[] = [
  violation(
    'Zod by name',
    'libs/catalogue/contracts/src/d.ts',
    'house/zod-namespace',
    "import { z } from 'zod';\nexport const text = z.string();\n",
  ),
  violation('a name that says nothing', 'libs/kernel/src/utils.ts', 'house/file-name', 'export const planted = 1;\n'),
  violation(
    'a folder that says nothing',
    'libs/kernel/src/helpers/a.ts',
    'house/file-name',
    'export const planted = 1;\n',
  ),
  violation(
    'a name not in kebab-case',
    'libs/kernel/src/camelCase.ts',
    'house/file-name',
    'export const planted = 1;\n',
  ),
  violation(
    'a manager',
    'libs/kernel/src/c.ts',
    'house/class-name',
    'export class RequestManager {\n  readonly planted = 1;\n}\n',
  ),
  violation(
    'a base',
    'libs/kernel/src/d.ts',
    'house/class-name',
    'export class BaseRequest {\n  readonly planted = 1;\n}\n',
  ),
  violation(
    'five parameters',
    'libs/kernel/src/e.ts',
    'house/parameters',
    'export const sum = (a: 1, b: 1, c: 1, d: 1, e: 1): number => a + b + c + d + e;\n',
  ),
  violation(
    'a long function',
    'workers/src/operator/a.ts',
    'max-lines-per-function',
    `export function planted(): void {\n${lines(51)}\n}\n`,
  ),
  violation('a long file', 'workers/src/operator/b.ts', 'max-lines', `${lines(401).replaceAll('  ', '')}\n`),
];

export const violations = [...walls, ...doors, ...sizesAndNames];

/** What is allowed, planted beside them: a rule that refuses everything would catch every violation too. */
export const allowed: Record<string, string> = {
  'libs/catalogue/domain/src/allowed.ts':
    "import type { here } from '#organisations/domain';\nexport type There = typeof here;\n",
  'libs/catalogue/contracts/src/allowed.ts':
    "import * as z from 'zod';\nimport { here } from '#catalogue/domain';\nexport const text = z.literal(here);\n",
  'libs/catalogue/server/src/allowed.ts':
    "import { here } from '#organisations/contracts';\nimport { there } from '#platform/database';\nexport const both = [here, there];\n",
  'libs/catalogue/server/src/allowed.int-spec.ts':
    "import { here } from '#testing';\nexport const all = [here, new Date()];\n",
  'libs/platform/config/src/allowed.ts':
    "import { there } from '#platform/database';\nexport const now = [there, Date.now(), process.env['PORT']];\n",
  'api/src/allowed.ts':
    "import { here } from '#catalogue/server';\nimport type { here as type } from '#catalogue/domain';\nexport const both = [here, '' as typeof type];\n",
  'bin/allowed.mjs': "import { sep } from 'node:path';\nexport const planted = sep;\n",
};
