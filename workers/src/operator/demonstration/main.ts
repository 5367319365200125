import { done, explain } from '../command-line.ts';
import type { OperatorContext } from '../context.ts';
import { givePasswords } from './load-people.ts';
import { isEmpty, loadDemonstration } from './load.ts';
import { accounts } from './people.ts';

const usage = [
  'demonstration              enters the fictional Eller Estuary city region into an empty database',
  'demonstration --accounts   prints its accounts, one JSON object a line',
];

/** Prints who can sign in to the demonstration; needs no database. */
export function listAccounts(print: (line: string) => void): number {
  for (const account of accounts) print(JSON.stringify(account));
  return done;
}

/**
 * `demonstration`: fills an empty database; one that holds anything is left as it is, which is no failure.
 * `demonstration --accounts`: prints who can sign in, and needs no database.
 */
export async function demonstration(parameters: readonly string[], context: OperatorContext): Promise<number> {
  if (parameters.length === 1 && parameters[0] === '--accounts') return listAccounts((line) => context.print(line));
  if (parameters.length > 0) {
    return explain(context, `demonstration does not know ${parameters.join(' ')}.`, ...usage);
  }
  if (!(await isEmpty(context))) return leaveAsItIs(context);
  const loaded = await loadDemonstration(context);
  await givePasswords(context);
  context.print(
    `Demonstration entered: ${loaded.organisations} organisations, ${loaded.people} people, ${loaded.datasets} datasets, ${loaded.files} files.`,
  );
  return done;
}

/** A process killed between the entries and the passwords has left accounts that nobody can use: those are mended. */
async function leaveAsItIs(context: OperatorContext): Promise<number> {
  const given = await givePasswords(context);
  context.print(
    given > 0
      ? `The demonstration is here already: ${given} of its accounts had no password and have it now.`
      : 'This database holds entries already: the demonstration is entered into an empty one alone, and nothing was changed.',
  );
  return done;
}
