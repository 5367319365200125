import { existsSync } from 'node:fs';
import { runningDatabaseUrl } from './database.mjs';
import { publicAddress } from './doctor/address.mjs';
import { good, unknown, wrong } from './doctor/finding.mjs';
import { build, clock, dataFolder, diskSpace, nodeVersion, packages, portFree } from './doctor/machine.mjs';
import { mail, postgres, redis } from './doctor/services.mjs';
import { childEnvironment, settingsOf } from './environment.mjs';
import { isInstalled } from './install.mjs';
import { isNewEnough } from './node-version.mjs';
import { builtProgrammes, runOperator } from './programmes.mjs';

const marks = { good: '✓', wrong: '✗', unknown: '–' };

async function migrations({ root, settings, environment, programmes }) {
  const about = 'Schema';
  const url = settings.databaseUrl ?? runningDatabaseUrl(root, settings.data);
  if (!url) return unknown(about, 'not looked at: PostgreSQL does not run');
  if (!existsSync(programmes.operator)) return unknown(about, 'not looked at: nothing is built yet');
  try {
    const env = childEnvironment(environment, settings, url);
    const pending = await runOperator({
      script: programmes.operator,
      args: ['migrate', '--pending'],
      env,
      cwd: root,
      log: { write: () => undefined },
    });
    if (pending.length === 0) return good(about, 'up to date');
    return wrong(
      about,
      `${pending.length} migrations are to be applied: ${pending.join(', ')}`,
      'npm start applies them',
    );
  } catch (error) {
    return wrong(about, error.message, 'see PostgreSQL above');
  }
}

async function understood(context) {
  if (!context.installed || !isNewEnough())
    return { finding: unknown('Settings', 'not looked at: the packages are missing') };
  try {
    return { settings: await settingsOf(context.root, context.environment), finding: good('Settings', 'understood') };
  } catch (error) {
    return {
      finding: wrong(
        'Settings',
        error.message,
        '.env.example explains each; put them right in .env or in the environment',
      ),
    };
  }
}

/** Looks at everything. @returns {Promise<import('./doctor/finding.mjs').Finding[]>} */
export async function examine(given) {
  const context = { programmes: builtProgrammes(given.root), installed: isInstalled(given.root), ...given };
  const { settings, finding } = await understood(context);
  const always = [nodeVersion(context), packages(context), build(context), clock(context), finding];
  if (!settings) return always;
  const checks = [dataFolder, diskSpace, portFree, postgres, migrations, redis, mail, publicAddress];
  const found = await Promise.all(checks.map((check) => check({ ...context, settings })));
  return [...always, ...found.flat()];
}

/**
 * Names each thing that is missing or wrong, and its remedy.
 * @returns {Promise<number>} 1 when something is wrong
 */
export async function doctor(context) {
  const findings = await examine(context);
  for (const { state, about, says, remedy } of findings) {
    context.report.line(`${marks[state]} ${about}: ${says}`);
    if (remedy && remedy !== 'see there') context.report.line(`    → ${remedy}`);
  }
  const faults = findings.filter(({ state }) => state === 'wrong').length;
  context.report.line(
    faults === 0 ? '\nNothing is wrong.' : `\n${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong.`,
  );
  return faults === 0 ? 0 : 1;
}
