// `npm test`: every check in order, one line each, failures with their output, then the true sums as the last line.
// `--fast` (`npm run check`) leaves out what takes minutes: the build and all that needs a database, a server or a browser.
import { runJest } from './run/jest.mjs';
import { runStep } from './run/step.mjs';
import { build, format, lint, types } from './run/steps.mjs';

const fast = process.argv.includes('--fast');
const steps = fast ? [format, lint, types] : [format, lint, types, build];

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
