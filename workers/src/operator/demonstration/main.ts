import { holdsDemonstration } from '#organisations/server';
import { done, explain, notDone } from '../command-line.ts';
import type { OperatorContext } from '../context.ts';
import { givePasswords } from './load-people.ts';
import { readFeeds, unreadFeeds } from './load-feeds.ts';
import { feeds } from './feeds/index.ts';
import { isEmpty, loadDemonstration } from './load.ts';
import { accounts } from './people.ts';

const usage = [
  'demonstration              enters the fictional Eller Estuary city region into an empty database',
  'demonstration --accounts   prints its accounts, one JSON object a line',
  'demonstration --present    prints whether the database holds it: yes or no',
];

/** Prints who can sign in to the demonstration; needs no database. */
export function listAccounts(print: (line: string) => void): number {
  for (const account of accounts) print(JSON.stringify(account));
  return done;
}

/**
 * `demonstration`: fills an empty database; one that holds anything is left as it is, which is no failure. Refused under
 * the settings of a real installation: its accounts have a public password.
 * `demonstration --accounts`: prints who can sign in, and needs no database.
 * `demonstration --present`: prints whether the database holds it, `yes` or `no`.
 */
export async function demonstration(parameters: readonly string[], context: OperatorContext): Promise<number> {
  if (parameters.length === 1 && parameters[0] === '--accounts') return listAccounts((line) => context.print(line));
  if (parameters.length === 1 && parameters[0] === '--present') {
    context.print((await holdsDemonstration(context.database)) ? 'yes' : 'no');
    return done;
  }
  if (parameters.length > 0) {
    return explain(context, `demonstration does not know ${parameters.join(' ')}.`, ...usage);
  }
  if (!context.settings.demonstration) {
    context.complain(
      'The demonstration is not entered: its passwords are public, and these are the settings of a real installation (WAYLEAVE_DEMONSTRATION is no).',
    );
    return notDone;
  }
  if (!(await isEmpty(context))) return leaveAsItIs(context);
  const loaded = await loadDemonstration(context);
  await givePasswords(context);
  await readFeeds(context);
  const { organisations, people, datasets, files, requests } = loaded;
  context.print(
    `Demonstration entered: ${organisations} organisations, ${people} people, ${datasets} datasets with ${files} files, ${requests} requests, ${feeds.length} catalogues read.`,
  );
  return done;
}

/** A process killed after the entries has left accounts without a password or catalogues unread: those are mended. */
async function leaveAsItIs(context: OperatorContext): Promise<number> {
  if (!(await holdsDemonstration(context.database))) {
    context.print(
      'This database holds entries already: the demonstration is entered into an empty one alone, and nothing was changed.',
    );
    return done;
  }
  const mended = await givePasswords(context);
  const unread = await unreadFeeds(context);
  if (unread > 0) await readFeeds(context);
  const rest = mended + unread > 0 ? 'what was left to do is done' : 'nothing was changed';
  context.print(`The demonstration is here already: ${rest}.`);
  return done;
}
