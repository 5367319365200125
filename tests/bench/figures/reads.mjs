import autocannon from 'autocannon';
import { p95, read, timed } from '../measure.mjs';

const slugsAsked = 2000;
const clients = 16;
const seconds = 8;

async function rate(address, requests) {
  const result = await autocannon({ url: address, connections: clients, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors under load`);
  return result.requests.average;
}

/** One dataset by its slug: alone, and by sixteen clients; and its page rendered on the server. */
export async function readFigures({ address }, { database }) {
  const rows = await database.rows(`select slug from dataset order by md5(id::text) limit ${slugsAsked}`);
  const slugs = rows.map(({ slug }) => slug);
  const slug = (index) => slugs[index % slugs.length];
  const alone = p95(await timed(1000, (index) => read(`${address}/api/v1/datasets/${slug(index)}`)));
  const row = 'select state, content from dataset where slug = $1';
  const bareRow = p95(await timed(1000, (index) => database.prepared('bench-row', row, [slug(index)])));
  const together = await rate(
    address,
    slugs.slice(0, 500).map((one) => ({ path: `/api/v1/datasets/${one}` })),
  );
  const bareTogether = await rate(address, [{ path: '/health/live' }]);
  const page = p95(await timed(200, (index) => read(`${address}/datasets/${slug(index)}`), { warmUp: 40 }));
  return [
    {
      name: 'Dataset by slug, one client, p95',
      target: '≤ 5 ms',
      measured: alone,
      unit: 'ms',
      holds: alone <= 5,
      limit: 'its row by a prepared statement, p95',
      bare: bareRow,
    },
    {
      name: `Dataset by slug, ${clients} clients`,
      target: '≥ 1,500 requests/s',
      measured: together,
      unit: 'requests/s',
      holds: together >= 1500,
      limit: 'an answer of the same process that asks nothing, same clients',
      bare: bareTogether,
      moreIsBetter: true,
    },
    {
      name: 'Dataset page rendered on the server, one client, p95',
      target: '≤ 25 ms',
      measured: page,
      unit: 'ms',
      holds: page <= 25,
      limit: 'the JSON of the same datasets, p95',
      bare: alone,
    },
  ];
}
