import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import vm from 'node:vm';
import { web } from './jest.web.mjs';

// Jest runs ES modules through node:vm, which Node.js offers behind a flag: start again with it, so that a plain `npx jest` works.
if (vm.SourceTextModule === undefined) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status, signal } = spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(status ?? 128 + (signal ? constants.signals[signal] : 1));
}

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      verbatimModuleSyntax: true,
    },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** One Jest project on Node.js: TypeScript as ES modules, libraries resolved by their `#…` names to source. */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.wayleave'],
  ...more,
});

/** Projects whose specs may ask for a database: one throwaway PostgreSQL for the whole run, started when the first asks. */
const cluster = {
  globalSetup: '<rootDir>/libs/testing/src/cluster/setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/cluster/teardown.mjs',
  // What fills the template: named here, so that the testing library knows no application.
  globals: { templateMigration: resolve(import.meta.dirname, 'workers/src/operator/migrate.ts') },
};

const kinds = ['api', 'architecture', 'browser', 'chaos', 'conformance', 'launcher'];

const notUi = { testPathIgnorePatterns: ['/node_modules/', '<rootDir>/libs/ui/'] };

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '600MB',
  testTimeout: 30_000,
  projects: [
    project('unit', ['{libs,api,workers}/**/*.spec.ts'], notUi),
    project('server', ['{libs,api,workers}/**/*.int-spec.ts'], { ...cluster, ...notUi }),
    ...kinds.map((kind) => project(kind, [`tests/${kind}/**/*.spec.ts`], cluster)),
    web,
  ],
};
