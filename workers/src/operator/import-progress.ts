import type { ImportReport } from '#catalogue/server';

type Tally = Pick<ImportReport, 'created' | 'updated' | 'unchanged' | 'skipped'>;

/** At most this many plain lines, whatever the size of the feed. */
const mostLines = 20;
const liveEvery = 100;

const numbers = (done: number, total: number, { created, updated, unchanged, skipped }: Tally): string =>
  `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} records: ${created} new, ${updated} changed, ${unchanged} as before, ${skipped} skipped`;

/** Progress in numbers: one line that changes on a terminal, a bounded number of plain ones elsewhere. */
export function importProgress(
  print: (line: string) => void,
  terminal: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown } = process.stderr,
): { show(done: number, total: number, tally: Tally): void; end(): void } {
  let live = false;
  let shownAt = -Infinity;
  let next = 0;
  return {
    show(done, total, tally) {
      const line = numbers(done, total, tally);
      if (!terminal.isTTY) {
        if (done < next || done === total) return;
        next = done + total / mostLines;
        return print(line);
      }
      const now = performance.now();
      if (now - shownAt < liveEvery && done < total) return;
      shownAt = now;
      live = true;
      terminal.write(`\r\u001b[2K${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    end() {
      if (live) terminal.write('\r\u001b[2K');
      live = false;
    },
  };
}
