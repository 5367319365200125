import type { ImportReport } from '#catalogue/server';

const mostSkipped = 20;
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
const records = (number: number): string => count(number, 'record', 'records');

const firstLine = (report: ImportReport): string => {
  const { read, created, updated, unchanged, skipped, source, organisation, dryRun, seconds } = report;
  const from = source.title === undefined ? source.canonical : `${source.title} (${source.canonical})`;
  const what = `${created} new, ${updated} changed, ${unchanged} as before, ${skipped} skipped`;
  const speed = seconds > 0 && !dryRun ? ` in ${seconds.toFixed(1)} s` : '';
  return `${dryRun ? 'Would import' : 'Read'} ${records(read)} from ${from} for ${organisation.name}${speed}: ${what}.`;
};

function removals({ vanished, heldBack, unidentified, isPage, dryRun }: ImportReport): string[] {
  if (isPage) return ['The feed is one page of several: nothing that it lacks was taken for gone.'];
  if (heldBack > 0 && unidentified > 0) {
    return [
      `${records(heldBack)} of earlier readings ${heldBack === 1 ? 'is' : 'are'} not found in it and may be among the ${records(unidentified)} that could`,
      'not be read at all, so none was marked as gone; --accept-removals does that.',
    ];
  }
  if (heldBack > 0) {
    return [
      `${records(heldBack)} of earlier readings are not in it. That is so many that the feed may be at fault, so none was marked`,
      'as gone; --accept-removals marks them.',
    ];
  }
  if (vanished === 0) return [];
  return [
    `${records(vanished)} of earlier readings ${dryRun ? 'would be' : vanished === 1 ? 'was' : 'were'} marked as gone from the source.`,
  ];
}

/** What a run did, for a person at a terminal. */
export function reportLines(report: ImportReport): string[] {
  const { resumedAt, stopped, created, updated, vanished, skipped, skippedRecords, repairs, unread } = report;
  const lines: string[] = [];
  if (resumedAt !== undefined) lines.push(`Went on at record ${resumedAt + 1}, where an earlier run was broken off.`);
  lines.push(firstLine(report));
  if (stopped)
    lines.push(`Stopped at record ${report.read} of ${report.records}. The same command goes on from there.`);
  else if (created + updated + vanished === 0) lines.push(report.dryRun ? 'Nothing would change.' : 'Nothing changed.');
  lines.push(...removals(report));
  for (const { path, title, reason } of skippedRecords.slice(0, mostSkipped)) {
    lines.push(`Skipped ${path}${title === undefined ? '' : ` “${title}”`}: ${reason ?? ''}`);
  }
  if (skipped > mostSkipped)
    lines.push(
      `… and ${records(skipped - Math.min(mostSkipped, skippedRecords.length))} more; --json lists up to 1,000.`,
    );
  if (repairs.length > 0) lines.push('Repaired in what was read:');
  for (const { label, count: times } of repairs) lines.push(`  ${String(times).padStart(6)} × ${label}`);
  const names = Object.entries(unread).sort(([, one], [, other]) => other - one);
  if (names.length > 0)
    lines.push(
      `Fields without a place here: ${names
        .slice(0, 12)
        .map(([name, times]) => `${name} (${times})`)
        .join(', ')}.`,
    );
  return lines;
}
