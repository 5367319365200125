import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './files.mjs';
import { Halt } from './halt.mjs';

const marker = (data) => join(data, 'demonstration');

/** Does this data folder belong to a database with the demonstration's accounts, whose password is public? */
export const holdsDemonstration = (data) => existsSync(marker(data));

/**
 * Marks a data folder for ever as one that holds the demonstration.
 * @param {string} data
 * @param {string[]} lines the accounts as the operator command prints them: a JSON object `{ email, password, role }` a line
 */
export function markDemonstration(data, lines) {
  const accounts = lines.filter((line) => line.startsWith('{"email"')).map((line) => JSON.parse(line));
  writePrivate(marker(data), JSON.stringify({ accounts }, undefined, 2));
}

/** The accounts to show: `{ email, password, role }`. */
export const readAccounts = (data) => readJson(marker(data))?.accounts ?? [];

/** Real use never begins in a folder that once held the demonstration. */
export function refuseDemonstration(data) {
  if (!holdsDemonstration(data)) return;
  throw new Halt(
    `${data} holds the demonstration, whose passwords are public. Choose another folder for real use: WAYLEAVE_DATA.`,
  );
}
