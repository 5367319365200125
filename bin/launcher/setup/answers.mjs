import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Halt } from '../halt.mjs';

/** What setup wants to know: flag, setting (where it is one), question, and whether it may be left empty. */
export const questions = [
  {
    flag: 'public-url',
    setting: 'WAYLEAVE_PUBLIC_URL',
    ask: 'Address that people will type (https://data.example.gov.uk)',
  },
  { flag: 'data', setting: 'WAYLEAVE_DATA', ask: 'Folder for the data' },
  {
    flag: 'database-url',
    setting: 'DATABASE_URL',
    ask: 'PostgreSQL of your own (empty: the embedded one)',
    optional: true,
  },
  {
    flag: 'smtp-url',
    setting: 'WAYLEAVE_SMTP_URL',
    ask: 'Mail server, smtps://user:password@host (without one, mails are kept for you to pass on)',
    optional: true,
  },
  { flag: 'operator-email', ask: 'E-mail address of the first operator' },
  { flag: 'operator-name', ask: 'Name of the first operator' },
];
const onlyFlags = [
  { flag: 'redis-url', setting: 'REDIS_URL' },
  { flag: 'host', setting: 'WAYLEAVE_HOST' },
  { flag: 'port', setting: 'WAYLEAVE_PORT' },
  { flag: 'trusted-proxies', setting: 'WAYLEAVE_TRUSTED_PROXIES' },
];
const all = [...questions, ...onlyFlags];

export const setupHelp = `node bin/wayleave.mjs setup   prepares Wayleave for real use. Without flags it asks.

${all.map(({ flag, ask, setting }) => `  --${flag.padEnd(18)} ${ask ?? setting}`).join('\n')}
  --yes                take what was given and the defaults, ask nothing
`;

/** Flags as typed. @throws {Halt} for one that does not exist */
export function readFlags(args) {
  const strings = Object.fromEntries(all.map(({ flag }) => [flag, { type: 'string' }]));
  try {
    return parseArgs({ args, options: { ...strings, yes: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Halt(`${error.message}\n\n${setupHelp}`);
  }
}

async function ask(given, known) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = { ...given };
  try {
    for (const { flag, ask: question, optional } of questions) {
      const proposed = known[flag];
      while (answers[flag] === undefined) {
        const answer = (await terminal.question(`${question}${proposed ? ` [${proposed}]` : ''}: `)).trim() || proposed;
        if (answer || optional) answers[flag] = answer ?? '';
      }
    }
  } finally {
    terminal.close();
  }
  return answers;
}

/**
 * All answers: from the flags, what is asked at the terminal, and what is known already.
 * @param {object} flags of {@link readFlags}
 * @param {Record<string, string>} environment settings that stand already in `.env` or outside
 * @param {boolean} interactive whether somebody is there to answer
 */
export async function collectAnswers(flags, environment, interactive) {
  const { yes, help: _help, ...given } = flags;
  const known = { data: '.wayleave' };
  for (const { flag, setting } of all) if (setting && environment[setting]) known[flag] = environment[setting];
  const answers = interactive && !yes ? await ask(given, known) : { ...known, ...given };
  const missing = questions.filter(({ flag, optional }) => !optional && !answers[flag]).map(({ flag }) => `--${flag}`);
  if (missing.length > 0) throw new Halt(`Still to be said: ${missing.join(', ')}.\n\n${setupHelp}`);
  return answers;
}

/** The settings among the answers, by their names in the environment; empty ones are left out. */
export const settingsAmong = (answers) =>
  Object.fromEntries(
    all.filter(({ flag, setting }) => setting && answers[flag]).map(({ flag, setting }) => [setting, answers[flag]]),
  );
