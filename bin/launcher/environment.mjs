import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { readText } from './files.mjs';
import { Halt } from './halt.mjs';

/** The environment with what stands in the checkout's `.env`; what is set outside goes before it. */
export function environmentOf(root, outside = process.env) {
  const file = readText(join(root, '.env'));
  return { ...(file === undefined ? {} : parseEnv(file)), ...outside };
}

/** The one settings schema, from its source (Node.js strips the types), or from what was built where there is no source. */
async function config(root) {
  const places = ['libs/platform/config/src/index.ts', 'dist/server/libs/platform/config/src/index.js'];
  const found = places.map((place) => join(root, place)).find((place) => existsSync(place));
  if (!found) throw new Halt('The settings schema is missing: this checkout is not whole.');
  return import(pathToFileURL(found).href);
}

/**
 * Reads and checks all settings.
 * @throws {Halt} that names each setting at fault with its reason
 */
export async function settingsOf(root, environment) {
  const { readSettings, SettingsRefused } = await config(root);
  try {
    // In the checkout, `.wayleave` means the checkout's, wherever the command is called from.
    return readSettings({
      ...environment,
      WAYLEAVE_DATA: resolve(root, environment.WAYLEAVE_DATA?.trim() || '.wayleave'),
    });
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    throw new Halt(
      `The settings cannot be used:\n${error.faults.map(({ name, reason }) => `  ${name} ${reason}`).join('\n')}`,
    );
  }
}

/** What children get: the settings as they were understood, each said outright. */
export function childEnvironment(environment, settings, databaseUrl) {
  return {
    ...environment,
    NODE_ENV: environment.NODE_ENV ?? 'production',
    DATABASE_URL: databaseUrl,
    WAYLEAVE_DATA: settings.data,
    WAYLEAVE_HOST: settings.host,
    WAYLEAVE_PORT: String(settings.port),
    WAYLEAVE_PUBLIC_URL: settings.publicUrl,
    WAYLEAVE_DEMONSTRATION: settings.demonstration ? 'yes' : 'no',
  };
}
