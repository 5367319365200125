import { writeFeed } from '../load.mjs';

const records = 20_000;

/** Reading a feed of 20,000 records by the command, against COPY of the rows that it made. */
export async function importFigures(surroundings, { database }) {
  const feed = writeFeed(surroundings.folder, records);
  const command = ['import', feed, '--organisation', 'bench-council', '--create-organisation', 'Bench Council'];
  const first = await surroundings.operate(...command);
  const again = await surroundings.operate(...command);
  const [{ count }] = await database.rows(`select count(*)::integer as count from dataset where source is not null`);
  if (count !== records) throw new Error(`${count} datasets instead of ${records} after the import`);
  const copied = await copyRate(surroundings.url);
  return [
    {
      name: `Import of ${records.toLocaleString('en-GB')} records, the whole command`,
      target: '≥ 1,500 records/s',
      measured: records / first.seconds,
      unit: 'records/s',
      holds: records / first.seconds >= 1500,
      limit: 'COPY of the same rows into a table with the same indexes',
      bare: copied,
      moreIsBetter: true,
    },
    {
      name: 'The same import again, which changes nothing',
      measured: records / again.seconds,
      unit: 'records/s',
      limit: 'the same COPY',
      bare: copied,
      moreIsBetter: true,
    },
  ];
}

/** Rows a second of `COPY … FROM` for the rows of `dataset`, read from a file on the server's side. */
async function copyRate(url) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select current_setting('data_directory') as folder`);
    const file = `${rows[0].folder}/bench-copy`;
    await client.query(`create table bench_copy (like dataset including all)`);
    await client.query(`copy (select * from dataset where source is not null) to '${file}'`);
    const from = performance.now();
    const { rowCount } = await client.query(`copy bench_copy from '${file}'`);
    const seconds = (performance.now() - from) / 1000;
    await client.query(`drop table bench_copy`);
    return rowCount / seconds;
  } finally {
    await client.end();
  }
}
