const bin = 'node_modules/.bin';

export const format = { name: 'format', commands: [[`${bin}/prettier`, '--check', '--log-level=warn', '.']] };

/** Lint, with the graph first: without one in its cache the rule on walls skips itself, in a warning and with exit code 0. */
export const lint = {
  name: 'lint',
  commands: [
    [`${bin}/nx`, 'show', 'projects'],
    [`${bin}/eslint`, '--max-warnings=0', '--cache', '--cache-location=.nx/cache/eslint/', '.'],
  ],
  refused: /rule will be skipped/,
};

export const types = {
  name: 'types',
  commands: [
    [`${bin}/tsc`, '-p', 'tsconfig.specs.json'],
    [`${bin}/ngc`, '-p', 'web/tsconfig.spec.json', '--noEmit'],
  ],
};

export const build = {
  name: 'build',
  commands: [[`${bin}/nx`, 'run-many', '--targets=build', '--outputStyle=static']],
};
