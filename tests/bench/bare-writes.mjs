const copied = {
  sharing_request: 'bench_request',
  sharing_case: 'bench_case',
  case_work: 'bench_work',
  audience: 'bench_audience',
  ledger_entry: 'bench_entry',
  ledger_private: 'bench_private',
  outbox: 'bench_outbox',
  command_receipt: 'bench_receipt',
  request_draft: 'bench_draft',
};

/** Rows as text that `insertInto` takes back, so that all of a row crosses the wire as it does in the product. */
async function rowsOf(client, table, condition, parameters) {
  const { rows } = await client.query(
    `select coalesce(jsonb_agg(to_jsonb(found)), '[]')::text as rows from (select * from ${table} where ${condition}) found`,
    parameters,
  );
  return rows[0].rows;
}

const insertInto = (client, table, rows) =>
  client.query({
    name: `insert-${table}`,
    text: `insert into ${copied[table]} select * from jsonb_populate_recordset(null::${copied[table]}, $1::jsonb)`,
    values: [rows],
  });

/** Writes the very rows that the product wrote, into tables with the same indexes, by plain `pg`. */
export class BareWrites {
  static async connect(url, clients) {
    const { Client } = await import('pg');
    const connected = Array.from({ length: clients }, () => new Client({ connectionString: url }));
    await Promise.all(connected.map((client) => client.connect()));
    const [owner] = connected;
    for (const [table, copy] of Object.entries(copied)) {
      await owner.query(`drop table if exists ${copy}`);
      await owner.query(`create table ${copy} (like ${table} including all)`);
    }
    await owner.query('insert into bench_case select * from sharing_case');
    await owner.query('insert into bench_draft select * from request_draft');
    await owner.query('analyze');
    return new BareWrites(connected);
  }

  constructor(clients) {
    this.clients = clients;
    this.free = [...clients];
  }

  async close() {
    for (const copy of Object.values(copied)) await this.clients[0].query(`drop table ${copy}`);
    await Promise.all(this.clients.map((client) => client.end()));
  }

  /** What a command left behind for these streams. */
  async written(streams, types) {
    const [client] = this.clients;
    const entries = `stream = any($1::uuid[]) and type = any($2::text[])`;
    const given = [streams, types];
    const one = (table, condition, parameters) => rowsOf(client, table, condition, parameters);
    return {
      streams,
      sharing_request: await one('sharing_request', 'id = any($1::uuid[])', [streams]),
      sharing_case: await one('sharing_case', 'id = any($1::uuid[])', [streams]),
      audience: await one('audience', 'id = any($1::uuid[])', [streams]),
      case_work: await one('case_work', 'case_id = any($1::uuid[])', [streams]),
      ledger_entry: await one('ledger_entry', entries, given),
      ledger_private: await one('ledger_private', `entry in (select id from ledger_entry where ${entries})`, given),
      outbox: await one('outbox', 'streams && $1::uuid[] and type = any($2::text[])', given),
    };
  }

  /** A receipt, a lock, one row changed, its work gone, entries with their words, what is announced: a decision. */
  decision(written) {
    return this.#transaction(async (client) => {
      await client.query({
        name: 'lock',
        text: 'select id, revision, state, content from bench_case where id = $1 for update',
        values: [written.streams[0]],
      });
      await client.query({
        name: 'change',
        text: `update bench_case set revision = new.revision, status = new.status, state = new.state, content = new.content,
            decided_on = new.decided_on, outcome = new.outcome, days_taken = new.days_taken, changed_at = new.changed_at
          from jsonb_populate_recordset(null::bench_case, $1::jsonb) new where bench_case.id = new.id`,
        values: [written.sharing_case],
      });
      await client.query({
        name: 'done',
        text: 'delete from bench_work where case_id = $1',
        values: [written.streams[0]],
      });
      for (const table of ['ledger_entry', 'ledger_private', 'outbox']) await insertInto(client, table, written[table]);
    });
  }

  /** A receipt, the request, its cases with their readers and their work, entries with their words, what is announced. */
  submission(written) {
    const tables = [
      'sharing_request',
      'sharing_case',
      'audience',
      'case_work',
      'ledger_entry',
      'ledger_private',
      'outbox',
    ];
    return this.#transaction(async (client) => {
      for (const table of tables) await insertInto(client, table, written[table]);
    });
  }

  /** One row of a draft changed. */
  draft(id, basket, answers) {
    return this.clients[0].query({
      name: 'draft',
      text: 'update bench_draft set revision = revision + 1, basket = $2::jsonb, answers = $3::jsonb, saved_at = now() where id = $1',
      values: [id, basket, answers],
    });
  }

  async #transaction(work) {
    const client = this.free.pop();
    const key = crypto.randomUUID();
    await client.query('begin');
    await client.query({
      name: 'receipt',
      text: `insert into bench_receipt (actor, key, call_hash, at) values ('bench', $1, decode(md5($1), 'hex'), now())`,
      values: [key],
    });
    await work(client);
    await client.query(`select pg_notify('bench', '')`);
    await client.query({
      name: 'answer',
      text: `update bench_receipt set answer = '{"revision": 1}' where actor = 'bench' and key = $1`,
      values: [key],
    });
    await client.query('commit');
    this.free.push(client);
  }
}
