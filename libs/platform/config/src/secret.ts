import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.ts';
import { SettingsRefused } from './settings.ts';

const errorCode = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

/** Made whole and put in place by a link, so that of two processes at once one wins and none reads half of it. */
function keepNew(path: string): void {
  const aside = `${path}.${process.pid}.new`;
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function kept(path: string): string | undefined {
  try {
    if (statSync(path).mode & 0o077) {
      throw new SettingsRefused([{ name: path, reason: `can be read by others; run: chmod 600 ${path}` }]);
    }
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The secret that keys of this installation are derived from: WAYLEAVE_SECRET, else the one kept in the 0600 file
 * `secret` of the data folder, which is made at the first call.
 * @throws {SettingsRefused} when the file can be read by others or was cut short
 */
export function readSecret(settings: Pick<Settings, 'secret' | 'data'>): string {
  if (settings.secret !== undefined) return settings.secret;
  const path = join(settings.data, 'secret');
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  if (kept(path) === undefined) keepNew(path);
  const secret = kept(path) ?? '';
  if (secret.length < 32) throw new SettingsRefused([{ name: path, reason: 'holds fewer than 32 characters' }]);
  return secret;
}
