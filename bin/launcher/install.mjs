import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, readText } from './files.mjs';
import { Halt } from './halt.mjs';

const stampPath = (root) => join(root, 'node_modules/.wayleave-install');
const lockfileHash = (root) =>
  createHash('sha256')
    .update(readText(join(root, 'package-lock.json')) ?? '')
    .digest('hex');

/** npm's own note of what it installed agrees with the lockfile: somebody ran npm by hand, nothing is to be done. */
function agrees(root) {
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  const locked = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  const same = Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version);
  return (
    same &&
    Object.entries(locked).every(([path, entry]) => path === '' || entry.optional || entry.link || installed[path])
  );
}

const keepStamp = (root) => {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampPath(root), lockfileHash(root));
};

/** Are the packages of the lockfile installed? */
export function isInstalled(root) {
  if (readText(stampPath(root)) === lockfileHash(root)) return true;
  if (!existsSync(join(root, 'node_modules')) || !agrees(root)) return false;
  try {
    keepStamp(root);
  } catch {
    // A folder that only others may write to: compared anew the next time.
  }
  return true;
}

const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

function explain(output) {
  const cause = output.match(noNetwork)?.[1];
  if (cause)
    return `The packages could not be fetched: no connection to the npm registry (${cause}). Connect and run it again; nothing is lost.`;
  if (/\bENOSPC\b/.test(output)) return 'The packages could not be installed: the disk is full.';
  const said = [...output.matchAll(/^npm error +(?!code|A complete log)(\S.*)$/gm)].map(([, text]) => text);
  return `npm could not install the packages: ${said.slice(0, 3).join(' ') || output.trim().slice(-500)}`;
}

/** The npm that called us, else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.js$/.test(script) && existsSync(script) ? [process.execPath, script] : ['npm'];
}

const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier'];

/** Runs npm to its end. @returns {Promise<{ code: number | null, output: string }>} */
function npm(root, args) {
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args, ...quiet], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  return new Promise((resolve, reject) => {
    child.on('error', () =>
      reject(new Halt('npm was not found. Node.js comes with it: install both from nodejs.org.')),
    );
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Not `npm ci`: it refuses a lockfile that lacks optional packages of other platforms, which a registry need not have.
 * `--no-save` keeps to the lockfile's versions and checksums just as well and writes neither file. Without a network npm
 * would try each of a thousand packages again and again: asked once before, it is then left with what it has kept.
 */
async function install(root) {
  const reached = await npm(root, ['ping', '--fetch-retries=0', '--fetch-timeout=20000']);
  const cut = reached.code !== 0 && noNetwork.test(reached.output);
  const { code, output } = await npm(root, ['install', '--no-save', ...(cut ? ['--offline'] : [])]);
  if (code !== 0) throw new Halt(explain(cut ? reached.output : output));
}

/**
 * Installs the packages when they are missing or the lockfile has changed since. A killed or failed install leaves no
 * stamp and is done again.
 */
export async function ensureInstalled(root, report) {
  if (isInstalled(root)) return;
  const first = !existsSync(join(root, 'node_modules'));
  await report.step(first ? 'Packages (the first time takes some minutes)' : 'Packages', async () => {
    await install(root);
    keepStamp(root);
  });
}
