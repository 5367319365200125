// Makes the file of a permission from a large CSV, in a process of its own: its memory is the figure's and nobody else's.
// With `bare` DuckDB does the same alone: no copy, no checks, nothing kept.
import { join } from 'node:path';

const [folder, source, bare] = process.argv.slice(2);
const rows = [{ column: 'street', is: ['Cooper Lane', 'Tallow Street'] }];
const from = performance.now();
if (bare) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '300MB', threads: '2' })).connect();
  await connection.run(`copy (select bay, street, (floor(cast(minutes as double) / 10) * 10)::varchar as minutes
    from read_csv('${source}', all_varchar = true, header = true) where street in ('Cooper Lane', 'Tallow Street'))
    to '${join(folder, 'bare.csv')}' (header)`);
} else {
  const { DiskStorage } = await import('#platform/storage');
  const { makeFile } = await import('../../dist/server/workers/src/delivery/make-file.js');
  const storage = new DiskStorage(join(folder, 'store'));
  const columns = [{ name: 'bay' }, { name: 'street' }, { name: 'minutes', rule: { kind: 'band', width: 10 } }];
  await makeFile({ storage, scratch: join(folder, 'scratch') }, { id: source }, { columns, whole: false, rows });
}
const seconds = (performance.now() - from) / 1000;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
