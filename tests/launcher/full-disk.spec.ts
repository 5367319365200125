import { describe, expect, test } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A disk of 4 MB in a name space of its own: full for the work, and for nothing else on this machine. */
const onSmallDisk = (folder: string, command: string): readonly string[] => [
  '-rm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=4m none '${folder}' && exec ${command}`,
];

/** Not every container lets a process have a disk of its own. */
function hasSmallDisks(): boolean {
  try {
    execFileSync('unshare', onSmallDisk(tmpdir(), 'true'), { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const probe = fileURLToPath(new URL('full-disk.probe.ts', import.meta.url));

(hasSmallDisks() ? describe : describe.skip)('a disk that is full', () => {
  test('says so, leaves nothing half-written, and takes what still fits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
    try {
      const node = `'${process.execPath}' --conditions=source --experimental-transform-types --disable-warning=ExperimentalWarning '${probe}' '${folder}'`;
      const { stdout } = await promisify(execFile)('unshare', [...onSmallDisk(folder, node)]);
      expect(JSON.parse(stdout)).toEqual({
        tooMuch: 'ENOSPC',
        afterwards: [],
        small: 1024,
        // The source fits, what is made of it beside it does not.
        made: ['disk-full', 'There is no room left on the disk. Make room, and let it be made again.'],
        left: { files: 2, scratch: [] },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
