// A small one for `npm test`: prints as JSON what is left, and what the reckoning says once faults are planted.
import { chaos } from './chaos.mjs';
import { reckon } from './reckoning.mjs';

/** One fault of each kind, made by somebody who owns the database and sets its guards aside. */
const planted = [
  `delete from ledger_entry where type = 'agreement-in-force' and stream = (select id from agreement limit 1)`,
  `insert into notice select gen_random_uuid(), person, kind, topic || '', subject_kind, subject, sentence, href, source, at
     from notice limit 1`,
  `update agreement set status = 'abandoned' where id = (select id from agreement limit 1)`,
];

let found = [];
const outcome = await chaos({
  ...{ queue: 'postgres', requests: 8, together: 4, between: [1_000, 2_500], seconds: 120 },
  look: async (client, given) => {
    await client.query('set session_replication_role = replica');
    await client.query('alter table notice drop constraint notice_once');
    for (const sql of planted) await client.query(sql);
    const lost = { path: '/nowhere', id: '019ab0c2-0000-7000-8000-000000000001', revision: 7 };
    const twice = [...given.mails, ...Array.from({ length: given.kills + 1 }, () => given.mails[0])];
    found = await reckon(client, { ...given, accepted: [...given.accepted, lost], mails: twice });
  },
});
console.log(JSON.stringify({ ...outcome, found }));
