import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './files.mjs';
import { Halt } from './halt.mjs';

const marker = (data) => join(data, 'demonstration');

/** Does this data folder belong to a database with the demonstration's accounts, whose password is public? */
export const holdsDemonstration = (data) => existsSync(marker(data));

/** The accounts as the operator command prints them: a JSON object `{ email, password, role }` a line. */
const accountsAmong = (lines) => lines.filter((line) => line.startsWith('{"email"')).map((line) => JSON.parse(line));

/**
 * Marks a data folder for ever as one that holds the demonstration.
 * @param {string} data
 * @param {string[]} lines the accounts as the operator command prints them: a JSON object `{ email, password, role }` a line
 */
export function markDemonstration(data, lines) {
  writePrivate(marker(data), JSON.stringify({ accounts: accountsAmong(lines) }, undefined, 2));
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

/** @param {(...args: string[]) => Promise<string[]>} operator runs an operator command on the database in question */
const isPresent = async (operator) => (await operator('demonstration', '--present')).includes('yes');

/**
 * Real use never begins with a database that holds the demonstration, whatever its folder says.
 * @param {(...args: string[]) => Promise<string[]>} operator
 */
export async function refuseDatabaseOfDemonstration(operator) {
  if (!(await isPresent(operator))) return;
  throw new Halt('The database holds the demonstration, whose passwords are public. Choose another one for real use.');
}

/**
 * Enters the demonstration into the embedded database.
 * @param {{ data: string, operator: (...args: string[]) => Promise<string[]> }} given
 * @returns {Promise<object[]>} its accounts
 */
export async function enterEmbedded({ data, operator }) {
  markDemonstration(data, []); // from its first row on this folder is not for real use
  await operator('demonstration');
  markDemonstration(data, await operator('demonstration', '--accounts'));
  return readAccounts(data);
}

/**
 * Enters the demonstration into a database run by others when that is empty. It is asked itself what it holds: the folder
 * may have belonged to another.
 * @param {{ operator: (...args: string[]) => Promise<string[]> }} given
 * @returns {Promise<object[]>} the accounts; none where the database holds entries of its own
 */
export async function enterOutside({ operator }) {
  await operator('demonstration');
  return (await isPresent(operator)) ? accountsAmong(await operator('demonstration', '--accounts')) : [];
}
