// `npm test`: every check in order, one line each, failures with their output, then the true sums as the last line.
// `--fast` (`npm run check`) leaves out what takes minutes: the build and all that needs a database, a server or a browser.
import { runJest } from './run/jest.mjs';
import { report, runStep } from './run/step.mjs';
import { steps } from './run/steps.mjs';

const fast = process.argv.includes('--fast');
const { format, lint, types, build } = steps({ fast });
const sums = { passed: 0, failed: 0, skipped: 0 };

function add(counts) {
  for (const key of Object.keys(sums)) sums[key] += counts[key];
}

/** Tells how a step went, once those before it have been told. */
async function tell(step) {
  const { ok, output } = await step;
  report(await step);
  if (!ok) console.log(output.trimEnd());
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
}

// Two lanes, for machines with two cores: lint alone takes as long as the others together.
const formatted = runStep(format);
const linted = runStep(lint);
const typed = formatted.then(() => runStep(types));
for (const step of [formatted, linted, typed]) await tell(step);
if (!fast) await tell(runStep(build));
add(await runJest(fast ? ['--selectProjects', 'unit', 'architecture'] : []));

process.exitCode = sums.failed === 0 ? 0 : 1;
console.log(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
