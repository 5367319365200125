import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../bin/launcher/build.mjs';
import { reporter } from '../../bin/launcher/report.mjs';
import { caseReadFigures } from './figures/case-reads.mjs';
import { caseWriteFigures } from './figures/case-writes.mjs';
import { fileFigures } from './figures/files.mjs';
import { historyFigures, replayFigures } from './figures/history.mjs';
import { importFigures } from './figures/import.mjs';
import { memoryFigures } from './figures/memory.mjs';
import { reactionFigures } from './figures/reactions.mjs';
import { readFigures } from './figures/reads.mjs';
import { searchFigures } from './figures/search.mjs';
import { signInFigures } from './figures/sign-in.mjs';
import { loadRequests, readTown } from './load-requests.mjs';
import { loadDatasets, productParts } from './load.mjs';
import { line, report } from './report.mjs';
import { root, Surroundings } from './surroundings.mjs';

const datasets = 100_000;
const imported = 20_000;
const cases = 10_000;
const tell = (text) => process.stdout.write(`${text}\n`);

async function measure(surroundings) {
  await surroundings.operate('migrate');
  const parts = await productParts(surroundings.url);
  try {
    const figures = await importFigures(surroundings, parts);
    await loadDatasets(parts, imported, datasets, tell);
    await spellings(parts.database);
    await vacuum(surroundings.url);
    const api = await surroundings.startApi();
    figures.push(...(await memoryFigures(api)));
    figures.push(...(await searchFigures(surroundings, parts)));
    figures.push(...(await readFigures(surroundings, parts)));
    figures.push(...(await signInFigures(surroundings, parts)));
    const town = await loadTown(parts);
    figures.push(...(await caseFigures(surroundings, parts, town)));
    figures.push(...(await reactionFigures(surroundings, parts)));
    figures.push(...(await fileFigures(surroundings)));
    // Last: what a million entries leave to be vacuumed and analysed may weigh on the others.
    figures.push(...(await historyFigures(surroundings, parts, town)));
    const [{ version }] = await parts.database.rows(`select current_setting('server_version') as version`);
    return { figures, postgres: version };
  } finally {
    await parts.database.close();
  }
}

async function loadTown(parts) {
  await loadRequests(parts, cases, tell);
  return readTown(parts);
}

/** Requests and cases, where there are many of them. */
async function caseFigures(surroundings, parts, town) {
  await vacuum(surroundings.url);
  const figures = [
    ...(await caseReadFigures(surroundings, parts, town)),
    ...(await caseWriteFigures(surroundings, parts, town)),
  ];
  await parts.database.rows('delete from outbox');
  figures.push(...(await replayFigures(surroundings, parts)));
  return figures;
}

/** What the reactions to all that loading would have written, without waiting for them. */
async function spellings(database) {
  const { rebuildSearchWords } = await import('#catalogue/server');
  await rebuildSearchWords(database);
  await database.rows('delete from outbox');
}

/** What autovacuum would have done by the time that anybody searches so many datasets. */
async function vacuum(url) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

await ensureBuilt(root, reporter(process.stdout));
const surroundings = await new Surroundings().start();
for (const name of ['SIGINT', 'SIGTERM']) {
  process.once(name, () => void surroundings.stop().finally(() => process.exit(1)));
}
try {
  const { figures, postgres } = await measure(surroundings);
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, 'docs/benchmarks.md'), report(figures, { datasets, cases, date, postgres }));
  for (const figure of figures) tell(line(figure));
  process.exitCode = figures.some(({ holds }) => holds === false) ? 1 : 0;
} finally {
  await surroundings.stop();
}
