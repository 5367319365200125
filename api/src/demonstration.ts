import { holdsDemonstration } from '#organisations/server';
import { isLoopback, SettingsRefused, type Settings } from '#platform/config';
import type { Queries } from '#platform/database';

/**
 * Asks the database whether it holds the demonstration: its word goes before what the settings say, since it is the
 * database that has the accounts with a public password.
 * @throws {SettingsRefused} when it does, and the settings are those of a real installation or open it to the network
 */
export async function servesDemonstration(
  database: Queries,
  settings: Pick<Settings, 'demonstration' | 'host'>,
): Promise<boolean> {
  if (!(await holdsDemonstration(database))) return false;
  const holds = 'the database holds the demonstration, whose passwords are public';
  if (!settings.demonstration) {
    const reason = `is no, but ${holds}: real use needs a database of its own`;
    throw new SettingsRefused([{ name: 'WAYLEAVE_DEMONSTRATION', reason }]);
  }
  if (!isLoopback(settings.host)) {
    throw new SettingsRefused([{ name: 'WAYLEAVE_HOST', reason: `must be 127.0.0.1: ${holds}` }]);
  }
  return true;
}
