import { isAbsolute, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { refuseDatabaseOfDemonstration, refuseDemonstration } from './demonstration.mjs';
import { settingsOf } from './environment.mjs';
import { Halt } from './halt.mjs';
import { whoRuns } from './launcher-lock.mjs';
import { withDatabase } from './operator-command.mjs';
import { collectAnswers, readFlags, settingsAmong, setupHelp } from './setup/answers.mjs';
import { writeEnvFile } from './setup/env-file.mjs';

/** A folder typed at the terminal is meant from where one stands; the default one lies in the checkout. */
const placed = (folder) =>
  isAbsolute(folder) || folder === '.wayleave' ? folder : resolve(process.env.INIT_CWD ?? process.cwd(), folder);

async function firstOperator({ operator }, { email, name }) {
  await operator('person', 'create', '--operator', '--email', email, '--name', name);
  const lines = await operator('person', 'sign-in-link', email);
  const link = lines.findLast((line) => /https?:\/\/\S+/.test(line))?.match(/https?:\/\/\S+/)?.[0];
  if (!link)
    throw new Halt(
      `The operator ${email} is there, but no link came. Ask for one: node bin/wayleave.mjs person sign-in-link ${email}`,
    );
  return link;
}

/**
 * Prepares an installation for real use: settings into `.env`, a database, the first operator, a link to sign in once.
 * @param {{ root: string, report: object, environment: object, args: string[], programmes?: object, build?: Function }} context
 * @returns {Promise<number>} exit code
 */
export async function setup({ root, report, environment, args, programmes, build = ensureBuilt }) {
  const flags = readFlags(args.slice(1));
  if (flags.help) {
    report.line(setupHelp);
    return 0;
  }
  const answers = await collectAnswers(flags, environment, Boolean(process.stdin.isTTY));
  const chosen = { ...settingsAmong({ ...answers, data: placed(answers.data) }), WAYLEAVE_DEMONSTRATION: 'no' };
  const wanted = { ...environment, DATABASE_URL: '', WAYLEAVE_SMTP_URL: '', ...chosen };
  const settings = await settingsOf(root, wanted);
  refuseDemonstration(settings.data);
  const running = whoRuns(settings.data);
  if (running) throw new Halt(`Wayleave runs in ${settings.data} (process ${running.pid}). Stop it first.`);
  await build(root, report);
  const person = { email: answers['operator-email'], name: answers['operator-name'] };
  const link = await report.step('Database and first operator', () =>
    withDatabase({ root, settings, environment: wanted, command: 'setup', report, programmes }, async (tools) => {
      if (settings.databaseUrl) await tools.operator('migrate');
      await refuseDatabaseOfDemonstration(tools.operator);
      report.line(`  Settings are written to ${writeEnvFile(root, chosen)} (only you can read them).`);
      return firstOperator(tools, person);
    }),
  );
  report.line(`\n  Now start it (npm start), then open this link as ${person.email}; it works once:\n\n  ${link}\n`);
  return 0;
}
