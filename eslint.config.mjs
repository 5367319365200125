import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint.rules.mjs';
import { constraints, constraintsOfSpecs, features, foreignDomains } from './eslint.walls.mjs';

const specs = ['**/*.spec.ts', '**/*.int-spec.ts'];
const server = ['libs/*/server/**/*.ts', 'api/**/*.ts', 'workers/**/*.ts'];
const pure = ['libs/kernel/**/*.ts', 'libs/*/domain/**/*.ts', 'libs/*/contracts/**/*.ts'];
const web = ['web/**/*.ts', 'libs/ui/**/*.ts'];
const testing = ['tests/**', 'libs/testing/**', ...specs];

// ---- What may be imported, beyond the walls between projects -------------------------------------------------------

const builtins = {
  regex: `^(node:.*|(${builtinModules.filter((name) => /^[a-z]/.test(name)).join('|')})(/.*)?)$`,
  message: 'This part is pure: nothing of Node.js in it.',
};
const throughPlatform = 'Network, mail, files and connections are reached through libs/platform alone.';
const doors = [
  {
    regex:
      '^(node:)?(fs|tls|https?|http2|dgram|dns|child_process|cluster)(/.*)?$|^(undici|nodemailer|pg|ioredis)(/.*)?$',
    allowTypeImports: true,
    message: throughPlatform,
  },
  // What only computes on addresses opens nothing.
  {
    regex: '^(node:)?net$',
    allowTypeImports: true,
    allowImportNames: ['isIP', 'isIPv4', 'isIPv6', 'BlockList'],
    message: throughPlatform,
  },
];
const onlyNode = {
  regex: '^(?!node:|\\.\\.?/)',
  message: 'The launcher runs before anything is installed: Node.js alone.',
};
const typesOnly = (names) => ({
  regex: `^(${names.join('|')})$`,
  allowTypeImports: true,
  message: 'Of another domain its types alone; what it computes comes through its server or contracts.',
});

const imports = (files, patterns, more = {}) => ({
  files,
  ...more,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const importRules = [
  imports(['libs/kernel/**/*.ts', 'libs/ui/**/*.ts', 'web/src/app/**/*.ts'], [builtins], { ignores: testing }),
  ...features.map((feature) =>
    imports([`libs/${feature}/{domain,contracts}/**/*.ts`], [builtins, typesOnly(foreignDomains(feature))], {
      ignores: testing,
    }),
  ),
  imports(['libs/*/server/**/*.ts'], doors, { ignores: testing }),
  imports(['api/**/*.ts', 'workers/**/*.ts'], [...doors, typesOnly(foreignDomains())], { ignores: testing }),
  imports(['bin/**/*.mjs'], [onlyNode]),
];

// ---- One door out: clock, settings and network ---------------------------------------------------------------------

const now = 'The clock of libs/platform (or an instant given by the caller), so that a test can say what time it is.';
const clockAndSettings = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: now },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: now },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are parsed once, in libs/platform/config.',
  },
];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'The one guarded fetcher of libs/platform/http-client.',
}));
const oneDoor = {
  files: [...server, ...pure],
  ignores: testing,
  rules: {
    'no-restricted-syntax': ['error', ...clockAndSettings],
    'no-restricted-globals': ['error', ...network],
  },
};
// Angular takes the names of its hosts from the environment, and its bundle from the folder of the build.
const builtPages = [
  { files: ['api/src/http/pages/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  imports(['api/src/http/pages/**/*.ts'], [typesOnly(foreignDomains())]),
];
// Where a process starts, its environment is handed to the schema of settings.
const starts = {
  files: ['**/main.ts'],
  rules: {
    'no-restricted-syntax': ['error', ...clockAndSettings.filter(({ selector }) => !selector.startsWith('Member'))],
  },
};
const noChance = {
  files: pure,
  ignores: testing,
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'The same input, the same answer.' },
    ],
  },
};

// ---- Walls between projects ----------------------------------------------------------------------------------------

const wall = (depConstraints, more = {}) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: false,
      checkDynamicDependenciesExceptions: ['.*'],
      // Specs use what is made for tests, which uses what it tests: a circle of projects, not of files. That there is no
      // other, tests/architecture sees in the graph itself.
      ignoredCircularDependencies: [['*', 'testing']],
      depConstraints,
      ...more,
    },
  ],
});
const wallRules = [
  { files: ['**/*.ts', '**/*.mjs'], plugins: { '@nx': nx }, rules: wall(constraints) },
  // Folders of one project meet by name (`#platform/config`); file cycles are found by tests/architecture.
  { files: ['libs/platform/**/*.ts'], rules: wall(constraints, { allowCircularSelfDependency: true }) },
  {
    files: specs,
    rules: wall(constraintsOfSpecs, {
      allowCircularSelfDependency: true,
    }),
  },
  { files: ['tests/**', 'libs/testing/**', '*.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
];

// ---- Sizes and names -----------------------------------------------------------------------------------------------

const house = {
  files: ['**/*.ts', '**/*.mjs'],
  plugins: { house: houseRules },
  rules: {
    'house/file-name': 'error',
    'house/class-name': 'error',
    'house/parameters': 'error',
    'house/zod-namespace': 'error',
    'max-lines': ['error', 400],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    eqeqeq: ['error', 'always'],
    'no-console': 'error',
    'no-control-regex': 'off',
  },
};
// Specs are lists: what is between their lines does not count, nor how long one of them is.
const spacious = { max: 400, skipBlankLines: true, skipComments: true };
const sizeless = [
  {
    files: [...testing, '**/migrations/**', '**/demonstration/**', '*.mjs'],
    rules: { 'max-lines-per-function': 'off', 'house/parameters': 'off' },
  },
  { files: specs, rules: { 'max-lines': ['error', spacious] } },
];
const speaking = [
  { files: web, rules: { 'no-console': ['error', { allow: ['error'] }] } },
  { files: ['**/*.mjs', 'workers/src/operator/**', 'tests/**'], rules: { 'no-console': 'off' } },
];

// ---- TypeScript ----------------------------------------------------------------------------------------------------

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

const typed = {
  rules: {
    '@typescript-eslint/no-unused-vars': ['error', unused],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    '@typescript-eslint/require-await': 'off',
    '@typescript-eslint/unbound-method': 'off',
    '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    '@typescript-eslint/no-base-to-string': 'off',
    '@typescript-eslint/only-throw-error': ['error', { allow: ['HttpErrorResponse'] }],
    '@typescript-eslint/no-extraneous-class': 'off',
    '@typescript-eslint/no-empty-object-type': 'off',
  },
};
const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'];
const looseInSpecs = {
  files: testing,
  rules: {
    ...Object.fromEntries(unsafe.map((part) => [`@typescript-eslint/no-unsafe-${part}`, 'off'])),
    'no-loss-of-precision': 'off',
    '@typescript-eslint/await-thenable': 'off',
  },
};
const onTypeScript = (files, project, configurations) =>
  tseslint.config({
    files,
    extends: configurations,
    languageOptions: { parserOptions: { project: [project], tsconfigRootDir: import.meta.dirname } },
  });

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', '.nx', '.angular', '.wayleave', 'coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-unused-vars': ['error', unused] },
  },
  { files: ['**/*.mjs'], plugins: { '@typescript-eslint': tseslint.plugin } },
  onTypeScript(['libs/**/*.ts', 'api/**/*.ts', 'workers/**/*.ts', 'tests/**/*.ts'], './tsconfig.specs.json', [
    js.configs.recommended,
    tseslint.configs.recommendedTypeChecked,
    typed,
  ]).map((entry) => ({ ...entry, ignores: ['libs/ui/**'] })),
  onTypeScript(web, './web/tsconfig.spec.json', [
    js.configs.recommended,
    tseslint.configs.recommendedTypeChecked,
    ...angular.configs.tsRecommended,
    typed,
    { processor: angular.processInlineTemplates },
  ]),
  {
    files: ['web/**/*.html', 'libs/ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  ...wallRules,
  ...importRules,
  oneDoor,
  starts,
  ...builtPages,
  noChance,
  house,
  ...sizeless,
  ...speaking,
  looseInSpecs,
  prettier,
);
