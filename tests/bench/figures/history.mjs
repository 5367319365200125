import { get } from 'node:http';
import { p95, timed } from '../measure.mjs';
import { signedIn } from '../signed-in.mjs';

const entries = 1_000_000;
const operator = { kind: 'machine', name: 'operator-command-line' };

/** A board that a few of the offices joined, and one who sits on it. */
async function board({ database, door, clock }, { offices, actors }) {
  const { membershipAggregate, organisationAggregate } = await import('#organisations/server');
  const { uuidv7 } = await import('#kernel');
  const newId = () => uuidv7(clock.now().getTime());
  const give = async (aggregate, item) => {
    const outcome = await door.execute(aggregate, operator, item);
    if (!outcome.ok) throw new Error(outcome.refusals[0].message);
  };
  const id = newId();
  const registering = { type: 'register-organisation', id, slug: 'bench-board', kind: 'board', standing: 'member' };
  await give(organisationAggregate, { id, command: { ...registering, profile: { name: 'Bench board' } } });
  const watched = offices.slice(0, 5);
  for (const office of watched) {
    const [{ revision }] = await database.rows('select revision from organisation where id = $1', [office.id]);
    await give(organisationAggregate, { id: office.id, revision, command: { type: 'join-board', board: id } });
  }
  const { person } = actors.get(offices.at(-1).id)[0];
  const membership = { type: 'grant-membership', id: newId(), person, organisation: id, roles: ['board-member'] };
  await give(membershipAggregate, { id: membership.id, command: membership });
  return { person, watched };
}

/**
 * Fills the ledger up to a million entries of the board’s organisations with copies of theirs at other times: for reading
 * alone, since their hashes are those of the entries that they were copied from.
 */
async function fill(url, watched) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  const ids = watched.map(({ id }) => id);
  const count = `select count(distinct entry)::integer as found from ledger_about where subject = any($1::uuid[])`;
  const { rows } = await client.query(count, [ids]);
  const rounds = Math.ceil(entries / rows[0].found);
  await client.query(
    `create temp table copied as select distinct entry as old from ledger_about where subject = any($1::uuid[])`,
    [ids],
  );
  for (let round = 1; round < rounds; round += 1) {
    await client.query(`create temp table copies as
      select old, (lpad(to_hex((extract(epoch from entry.at - interval '1 day' * ${round * 3}) * 1000)::bigint), 12, '0')
        || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid as new
      from copied join ledger_entry entry on entry.id = copied.old`);
    await client.query(`insert into ledger_entry select new, kind, stream, revision + ${round * 1_000_000}, type, schema_version,
        at - interval '1 day' * ${round * 3}, actor_kind, actor_person, actor_machine, actor_organisation, actor_standing, facts,
        private_hash, salt, leaf_hash
      from copies join ledger_entry entry on entry.id = copies.old`);
    await client.query(`insert into ledger_about select subject, kind, new, inside
      from copies join ledger_about about on about.entry = copies.old`);
    await client.query('drop table copies');
  }
  await client.query('vacuum analyze');
  const { rows: now } = await client.query(count, [ids]);
  await client.end();
  return now[0].found;
}

/** Reads to the end and counts the lines. */
const linesOf = (address, headers) =>
  new Promise((resolve, reject) => {
    get(address, { headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode} for ${address}`));
      let lines = 0;
      answer.on('data', (part) => {
        for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
      });
      answer.on('end', () => resolve(lines));
      answer.on('error', reject);
    }).on('error', reject);
  });

/** What somebody who accounts for sharing looks for: the newest most often. */
async function narrowings({ database }, { watched }, call, person) {
  const [{ slug, organisation }] = watched.map(({ slug: one, id }) => ({ slug: one, organisation: id }));
  const [dataset] = await database.rows(
    `select dataset.slug from sharing_case one join dataset on dataset.id = (one.state->'datasets'->0->>'dataset')::uuid
     where one.organisation = $1 limit 1`,
    [organisation],
  );
  const [owner] = await database.rows(
    `select actor_person as id from ledger_entry where actor_organisation = $1 and actor_person is not null limit 1`,
    [organisation],
  );
  const { next } = await call(person, 'GET', '/history?until=2026-06-01');
  return [
    ...['', '', '', `?before=${next}`, `?organisation=${slug}`, '?kind=case', '?kind=dataset', '?kind=membership'],
    ...[
      '?from=2026-03-01&until=2026-03-31',
      `?dataset=${dataset.slug}`,
      `?person=${owner.id}`,
      '?subjectArea=libraries',
    ],
  ];
}

/** The history of five organisations, a million entries long, as a board reads and exports it. */
export async function historyFigures(surroundings, parts, town) {
  const sitting = await board(parts, town);
  const length = await fill(surroundings.url, sitting.watched);
  const call = await signedIn(surroundings, parts);
  const { person } = sitting;
  const queries = await narrowings(parts, sitting, call, person);
  const paged = p95(
    await timed(queries.length * 40, (index) => call(person, 'GET', `/history${queries[index % queries.length]}`), {
      warmUp: queries.length * 2,
    }),
  );
  const scope = sitting.watched.map(({ id }) => id);
  const barePage = `select entry.type, entry.at, entry.facts from (
      select distinct entry from ledger_about where subject = $1 and kind = 'case' order by entry desc limit 50) found
    join ledger_entry entry on entry.id = found.entry order by entry.id desc`;
  const bare = p95(await timed(400, (index) => parts.database.prepared('bench-page', barePage, [scope[index % 5]])));
  return [
    {
      name: `A page of a history of ${length.toLocaleString('en-GB')} entries, narrowed in twelve ways, p95`,
      target: '≤ 50 ms',
      measured: paged,
      unit: 'ms',
      holds: paged <= 50,
      limit: 'fifty entries of one organisation and kind by a prepared statement, p95',
      bare,
    },
    await exportFigure(surroundings, parts, { person, scope }),
  ];
}

async function exportFigure({ address, url }, { database, clock }, { person, scope }) {
  const { Sessions } = await import('#organisations/server');
  const { token } = await new Sessions(database, clock).open(database, person, { address: '127.0.0.1' });
  const from = performance.now();
  const lines = await linesOf(`${address}/api/v1/history.csv`, { cookie: `wayleave=${token}` });
  const measured = lines / ((performance.now() - from) / 1000);
  return {
    name: `Export of ${lines.toLocaleString('en-GB')} entries as CSV`,
    target: '≥ 50,000 rows/s',
    measured,
    unit: 'rows/s',
    moreIsBetter: true,
    holds: measured >= 50_000,
    limit: 'the same entries read through a cursor, 5,000 at a time, by plain `pg`',
    bare: await bareRead(url, scope),
  };
}

async function bareRead(url, scope) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  const from = performance.now();
  await client.query('begin');
  await client.query(
    `declare bare no scroll cursor for select entry.at, entry.kind, entry.type, entry.facts, entry.actor_person
     from (select distinct entry from ledger_about where subject = any($1::uuid[])) found
     join ledger_entry entry on entry.id = found.entry order by entry.id desc`,
    [scope],
  );
  let rows = 0;
  for (;;) {
    const { rowCount } = await client.query('fetch 5000 from bare');
    if (rowCount === 0) break;
    rows += rowCount;
  }
  await client.query('commit');
  await client.end();
  return rows / ((performance.now() - from) / 1000);
}

/** The whole ledger replayed and compared, as the operator does it. */
export async function replayFigures(surroundings, { database }) {
  const { createHash } = await import('node:crypto');
  const { seconds, output } = await surroundings.operate('verify');
  const [{ entries: replayed }] = await database.rows('select count(*)::integer as entries from ledger_entry');
  if (!output.includes('every state row equals')) throw new Error(output.slice(-500));
  const from = performance.now();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await database.rows('select id, facts, salt from ledger_entry where id > $1 order by id limit 5000', [
      after,
    ]);
    if (rows.length === 0) break;
    for (const { facts, salt } of rows) createHash('sha256').update(salt).update(JSON.stringify(facts)).digest();
    after = rows.at(-1).id;
  }
  const bare = replayed / ((performance.now() - from) / 1000);
  return [
    {
      name: `Replay of ${replayed.toLocaleString('en-GB')} entries against hashes, state rows and histories`,
      target: '≥ 20,000 entries/s',
      measured: replayed / seconds,
      unit: 'entries/s',
      moreIsBetter: true,
      holds: replayed / seconds >= 20_000,
      limit: 'every entry read once and its facts hashed once',
      bare,
    },
  ];
}
