import { setTimeout as pause } from 'node:timers/promises';

/** Waits until nothing is announced that nobody has heard, no file is to be made and no mail to be sent. */
export async function quiet(client, until) {
  for (;;) {
    const { rows } = await client.query(`select (select count(*) from outbox)::integer as announced,
      (select count(*) from permission where delivery = 'pending')::integer as files,
      (select count(*) from mail where state = 'to-send')::integer as mails`);
    const [{ announced, files, mails }] = rows;
    if (announced === 0 && files === 0 && mails === 0) return;
    if (performance.now() > until) throw new Error(`Not done in time: ${JSON.stringify(rows[0])}`);
    // A mail that was put off by a kill is due at once here: nobody waits for its pause.
    await client.query(`update mail set next_at = now() where state = 'to-send' and next_at > now()`);
    await pause(300);
  }
}

/** What must hold whatever was killed. @returns {Promise<string[]>} what does not */
export async function reckon(client, { accepted, mails, kills, requests }) {
  const faults = [];
  const none = async (what, sql, parameters = []) => {
    const { rows } = await client.query(sql, parameters);
    if (rows.length > 0) faults.push(`${what}: ${JSON.stringify(rows.slice(0, 3))} (${rows.length})`);
  };
  await none(
    'An accepted command is not in the ledger',
    `select * from jsonb_to_recordset($1::jsonb) as told (path text, id uuid, revision integer)
     where id is not null and not exists (select from ledger_entry where stream = told.id and ledger_entry.revision = told.revision)
       and not exists (select from request_draft where request_draft.id = told.id)`,
    [JSON.stringify(accepted)],
  );
  await none(
    'A permission without its decision',
    `select permission.id from permission
     where not exists (select from ledger_entry entry where entry.stream = permission.agreement and entry.type = 'agreement-in-force')
        or not exists (select from agreement join ledger_entry entry on entry.stream = agreement.case_id
          and entry.type = 'case-decided' where agreement.id = permission.agreement)`,
  );
  await none(
    'A notice twice',
    `select person, topic, subject, sentence from notice group by person, topic, subject, sentence, source having count(*) > 1`,
  );
  await none(
    'A request that has not come to one agreement in force with one permission',
    `select request.id from sharing_request request
     where (select count(*) from agreement where agreement.request = request.id and agreement.status = 'in-force') <> 1
        or (select count(*) from permission join agreement on agreement.id = permission.agreement
          where agreement.request = request.id) <> 1`,
  );
  const { rows: submitted } = await client.query('select count(*)::integer as n from sharing_request');
  if (submitted[0].n !== requests) faults.push(`${submitted[0].n} requests instead of ${requests}`);
  faults.push(...(await mailFaults(client, mails, kills)));
  return faults;
}

/** Every mail went; one that went twice did so under one Message-ID, and no more of them than were killed in the middle. */
async function mailFaults(client, mails, kills) {
  const ids = mails.map(({ raw }) => /^Message-ID: <([0-9a-f-]{36})@/m.exec(raw)?.[1]);
  const { rows } = await client.query(`select id from mail where state = 'sent'`);
  const came = new Set(ids);
  const lost = rows.filter(({ id }) => !came.has(id)).length;
  const repeated = ids.length - came.size;
  return [
    ...(lost > 0 ? [`${lost} mails that count as sent never came`] : []),
    ...(ids.includes(undefined) ? ['A mail without a Message-ID of ours'] : []),
    ...(repeated > kills ? [`${repeated} mails came again, though only ${kills} processes were killed`] : []),
  ];
}
