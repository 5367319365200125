import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, run, stopwatch } from './step.mjs';

/** Sums of a Jest report: a file that could not run at all is a failure of its own, however few tests it would have had. */
export function sumsOf(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function readSums(file) {
  try {
    return sumsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // Jest ended before it could write its report
  }
}

// What Jest says by itself of the way it was called.
const chatter = /^(Running \d+ projects?:|- \w+|Test results written to: .*)$/;
const show = (line) => {
  if (!chatter.test(line)) console.log(line);
};

/** Runs Jest over the given projects (all by default). @returns its sums; what went wrong outside any test counts as one failure */
export async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'wayleave-jest-'));
  const outputFile = join(folder, 'result.json');
  const seconds = stopwatch();
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--ci', '--json', `--outputFile=${outputFile}`, '--reporters=<rootDir>/tests/run/reporter.mjs'];
  try {
    const { ok } = await run([...flags, 'node_modules/jest/bin/jest.js', ...options, ...args], {
      minutes: 15,
      show,
    });
    const sums = readSums(outputFile);
    if (!ok && sums.failed === 0) sums.failed = 1;
    report({ name: 'tests', ok: sums.failed === 0, seconds: seconds() });
    return sums;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
