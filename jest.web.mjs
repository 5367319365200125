import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/web/tsconfig.spec.json' });

/** Specs of the web application and of the presentational parts: Angular, zoneless, in jsdom. */
export const web = {
  ...preset,
  displayName: 'web',
  testMatch: ['<rootDir>/{web,libs/ui}/src/**/*.spec.ts'],
  testEnvironmentOptions: { ...preset.testEnvironmentOptions, customExportConditions: ['source', 'browser'] },
  setupFilesAfterEnv: ['<rootDir>/jest.web.setup.mjs'],
  // ts-jest rewrites the `.ts` of relative imports to `.js`; the file on disk is still TypeScript.
  moduleNameMapper: { ...preset.moduleNameMapper, '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.wayleave'],
};
