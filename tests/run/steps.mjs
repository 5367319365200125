const bin = 'node_modules/.bin';
const cache = '.nx/cache';

/**
 * The steps before Jest.
 * @param {{ fast?: boolean }} options `fast`: files that did not change are not looked at again; `npm test` itself looks at all,
 *   because a finding may come from a file beside the changed one
 */
export function steps({ fast = false } = {}) {
  const remembering = (name) => (fast ? ['--cache', `--cache-location=${cache}/${name}`] : []);
  return {
    format: {
      name: 'format',
      commands: [[`${bin}/prettier`, '--check', '--log-level=warn', ...remembering('prettier'), '.']],
    },
    lint: {
      name: 'lint',
      // The graph first: without one in its cache the rule on walls skips itself, in a warning and with exit code 0.
      commands: [
        [`${bin}/nx`, 'show', 'projects'],
        [`${bin}/eslint`, '--max-warnings=0', ...remembering('eslint'), '.'],
      ],
      refused: /rule will be skipped/,
    },
    types: {
      name: 'types',
      commands: [
        [`${bin}/tsc`, '-p', 'tsconfig.specs.json', '--incremental', '--tsBuildInfoFile', `${cache}/specs.tsbuildinfo`],
        [`${bin}/ngc`, '-p', 'web/tsconfig.spec.json', '--noEmit'],
      ],
    },
    build: {
      name: 'build',
      commands: [[`${bin}/nx`, 'run-many', '--targets=build', '--outputStyle=static']],
    },
  };
}
