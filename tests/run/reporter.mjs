import { relative } from 'node:path';

const print = (line) => process.stderr.write(`${line}\n`);

/** Says what failed, with all that the file printed, what was skipped, and one line for each kind of test. Silent about the rest. */
export default class Reporter {
  kinds = new Map();
  skipped = [];

  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onTestResult(test, result) {
    const kind = test.context.config.displayName?.name ?? 'other';
    const sums = this.kinds.get(kind) ?? { passed: 0, failed: 0, skipped: 0, seconds: 0 };
    this.kinds.set(kind, sums);
    sums.passed += result.numPassingTests;
    sums.failed += result.numFailingTests + (result.testExecError ? 1 : 0);
    sums.skipped += result.numPendingTests + result.numTodoTests;
    sums.seconds += (result.perfStats.end - result.perfStats.start) / 1000;
    const file = relative(this.rootDir, test.path);
    for (const { status, fullName } of result.testResults)
      if (status === 'pending' || status === 'todo') this.skipped.push(`${file}: ${fullName}`);
    if (!result.failureMessage) return;
    print(`\nFAILED ${file}\n${result.failureMessage.trimEnd()}`);
    for (const { type, message } of result.console ?? []) print(`  [${type}] ${message}`);
  }

  onRunComplete() {
    for (const [kind, { passed, failed, skipped, seconds }] of [...this.kinds].sort()) {
      const sums = [`${passed} passed`, failed && `${failed} FAILED`, skipped && `${skipped} skipped`];
      print(`  ${kind.padEnd(16)}${`${seconds.toFixed(1)} s`.padStart(11)}   ${sums.filter(Boolean).join(', ')}`);
    }
    if (this.skipped.length > 0) print(`\nSkipped:\n${this.skipped.map((name) => `  ${name}`).join('\n')}`);
  }
}
