import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The text that people approved under this path, for a spec to compare with. With `UPDATE_GOLDENS=1` what is now becomes
 * what is approved: the diff is then read before it is committed.
 * @param path from the root of the workspace
 */
export function golden(path: string, now: string): string {
  const file = fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  if (process.env['UPDATE_GOLDENS']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
