// `npm test`: every check in order, one line each, failures with their output, then the true sums as the last line.
// `--fast` (`npm run check`) leaves out what takes minutes: the build and all that needs a database, a server or a browser.
import { runJest } from './run/jest.mjs';
import { runStep } from './run/step.mjs';

const fast = process.argv.includes('--fast');
const bin = 'node_modules/.bin';

const steps = [
  { name: 'format', commands: [[`${bin}/prettier`, '--check', '--log-level=warn', '.']] },
  {
    name: 'lint',
    // The graph first: without one in its cache the rule on walls skips itself and says so in a warning alone.
    commands: [
      [`${bin}/nx`, 'show', 'projects'],
      [`${bin}/eslint`, '--max-warnings=0', '--cache', '--cache-location=.nx/cache/eslint/', '.'],
    ],
  },
  {
    name: 'types',
    commands: [
      [`${bin}/tsc`, '-p', 'tsconfig.specs.json'],
      [`${bin}/ngc`, '-p', 'web/tsconfig.spec.json', '--noEmit'],
    ],
  },
  ...(fast
    ? []
    : [{ name: 'build', commands: [[`${bin}/nx`, 'run-many', '--targets=build', '--outputStyle=static']] }]),
];

const sums = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(sums)) sums[key] += counts[key];
};

for (const step of steps) {
  const ok = await runStep(step);
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
}
add(await runJest(fast ? ['--selectProjects', 'unit', 'architecture'] : []));

process.exitCode = sums.failed === 0 ? 0 : 1;
console.log(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
