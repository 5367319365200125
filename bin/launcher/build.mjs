import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readText } from './files.mjs';
import { Halt } from './halt.mjs';

const folders = ['api', 'workers', 'libs', 'web'];
const outputs = ['dist/server/api/src/main.js', 'dist/server/workers/src/main.js', 'dist/web/server/server.mjs'];
const leftOut = /^(node_modules|dist|\.nx|\.angular|coverage)$/;

function* sources(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(root, path);
    else if (!/\.(int-)?spec\.ts$/.test(entry.name)) yield path;
  }
}

function* settings(root) {
  for (const name of readdirSync(root)) if (/^(nx|package|package-lock|tsconfig.*)\.json$/.test(name)) yield name;
}

/** Names, sizes and times of everything the build reads: cheap to take, changes whenever the build might. */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  const all = [
    ...folders.filter((name) => existsSync(join(root, name))).flatMap((name) => [...sources(root, name)]),
    ...settings(root),
  ];
  for (const path of all.sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampPath = (root) => join(root, 'dist/.wayleave-build');

/** The sources that the present build was made from; undefined where it came from elsewhere. */
export const builtFrom = (root) => readText(stampPath(root));

/** Is what was built made from these sources? */
export const isBuilt = (root, stamp = sourceStamp(root)) =>
  builtFrom(root) === stamp && outputs.every((path) => existsSync(join(root, path)));

function runNx(root) {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH: path, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const args = ['run-many', '--targets=build', '--outputStyle=static'];
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin/nx'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-100_000)));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Halt(`The build could not be started: ${error.message}`)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Of nx's output the lines that name what is wrong. */
function faults(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  const named = lines.filter((line) => /error|✘|cannot|failed/i.test(line));
  return (named.length > 0 ? named : lines).slice(0, 15).join('\n');
}

/** Builds what changed. Where there are no sources (an image that holds what was built alone) there is nothing to do. */
export async function ensureBuilt(root, report) {
  if (!existsSync(join(root, 'nx.json'))) return;
  const stamp = sourceStamp(root);
  if (isBuilt(root, stamp)) return;
  await report.step('Build of what changed', async () => {
    const { code, output } = await runNx(root);
    if (code !== 0) throw new Halt(`The build failed:\n${faults(output)}`);
    const missing = outputs.filter((path) => !existsSync(join(root, path)));
    if (missing.length > 0) throw new Halt(`The build made no ${missing.join(', no ')}.`);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stampPath(root), stamp);
  });
}
