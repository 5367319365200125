import { p95, timed } from '../measure.mjs';
import { signedIn } from '../signed-in.mjs';

const sampled = 300;

/** What somebody may look for in an inbox, the plain one most often. */
const inboxQueries = ['', '', '', '?overdue=true', '?kind=decide&kind=advise', '?whose=team', '?q=street'];

/** Reading requests and cases where there are 10,000 of them: inbox, list, request page and review screen, as JSON. */
export async function caseReadFigures(surroundings, parts, loaded) {
  const call = await signedIn(surroundings, parts);
  return [
    await inboxFigure(call, parts, loaded),
    await listFigure(call, parts, loaded),
    await requestFigure(call, parts, loaded),
    await reviewFigure(call, parts, loaded),
  ];
}

const read = (call, paths) =>
  timed(paths.length, (index) => call(paths[index].person, 'GET', paths[index].path), { warmUp: 60 });

async function inboxFigure(call, { database }, { actors, offices }) {
  const staff = offices.flatMap(({ id }) => actors.get(id));
  const paths = Array.from({ length: 700 }, (_, index) => ({
    person: staff[index % staff.length].person,
    path: `/inbox${inboxQueries[index % inboxQueries.length]}`,
  }));
  const measured = p95(await read(call, paths));
  const sql = `select work.case_id, work.task, work.kind, work.due, found.lane, request.reference, request.title
    from case_work work join sharing_case found on found.id = work.case_id join sharing_request request on request.id = found.request
    where work.holders && $1::text[] order by work.due, work.case_id, work.task limit 50`;
  const keysOf = ({ person, memberships: [{ organisation, roles }] }) => [
    `person:${person}`,
    organisation,
    `${organisation}/owner:${person}`,
    ...roles.map((role) => `${organisation}/${role}`),
  ];
  const bare = p95(
    await timed(700, (index) => database.prepared('bench-inbox', sql, [keysOf(staff[index % staff.length])])),
  );
  return {
    name: 'Inbox where 10,000 cases are, p95',
    target: '≤ 30 ms',
    measured,
    unit: 'ms',
    holds: measured <= 30,
    limit: 'one person’s work, 50 rows in its order, by a prepared statement, p95',
    bare,
  };
}

async function listFigure(call, { database }, { askers }) {
  const paths = Array.from({ length: sampled }, (_, index) => ({
    person: askers[index % askers.length].person,
    path: index % 3 === 2 ? '/requests?state=submitted' : '/requests',
  }));
  const measured = p95(await read(call, paths));
  const sql = `select request.id, request.reference, request.title, request.state from sharing_request request
    join audience on audience.kind = 'request' and audience.id = request.id
    where audience.reader = $1 order by request.changed_at desc limit 50`;
  const bare = p95(
    await timed(sampled, (index) =>
      database.prepared('bench-list', sql, [askers[index % askers.length].memberships[0].organisation]),
    ),
  );
  return {
    name: 'What an organisation asks, a list of its 170 requests, p95',
    measured,
    unit: 'ms',
    limit: 'its 50 newest requests by a prepared statement, p95',
    bare,
  };
}

const rowsOfRequest = {
  request: 'select id, revision, state, content, submitted_at from sharing_request where id = $1',
  draft: 'select id, revision, basket, answers from request_draft where id = $1',
  cases: 'select id, revision, state, content from sharing_case where request = $1 order by id',
  history: `select entry.type, entry.at, entry.facts, words.body from ledger_entry entry
    left join ledger_private words on words.entry = entry.id
    where entry.stream in (select $1::uuid union all select id from sharing_case where request = $1) order by entry.at, entry.id`,
  datasets: `select id, state, content from dataset
    where id in (select unnest(datasets) from sharing_case where request = $1)`,
};

const bareRows = ({ database }, requests) =>
  timed(requests.length, async (index) => {
    for (const [name, sql] of Object.entries(rowsOfRequest))
      await database.prepared(`bench-${name}`, sql, [requests[index]]);
  });

async function requestFigure(call, parts, { askers }) {
  const rows = await parts.database.rows(
    `select id, organisation from sharing_request order by md5(id::text) limit ${sampled}`,
  );
  const askerOf = (organisation) => askers.find(({ memberships }) => memberships[0].organisation === organisation);
  const paths = rows.map(({ id, organisation }) => ({
    person: askerOf(organisation).person,
    path: `/requests/${id}`,
  }));
  const measured = p95(await read(call, paths));
  return {
    name: 'Request page (JSON), p95',
    target: '≤ 30 ms',
    measured,
    unit: 'ms',
    holds: measured <= 30,
    limit: 'its rows, history and datasets by five prepared statements, p95',
    bare: p95(
      await bareRows(
        parts,
        rows.map(({ id }) => id),
      ),
    ),
  };
}

async function reviewFigure(call, parts, { actors }) {
  const rows = await parts.database.rows(
    `select id, request, organisation, state->'datasets'->0->'owners'->>0 as owner from sharing_case
     where status = 'open' or status = 'decided' order by status = 'decided', md5(id::text) limit ${sampled}`,
  );
  const steward = (organisation) =>
    actors.get(organisation).find(({ memberships }) => memberships[0].roles.includes('steward')).person;
  const paths = rows.map(({ id, request, organisation, owner }, index) => ({
    person: index % 2 === 0 ? owner : steward(organisation),
    path: `/requests/${request}/cases/${id}`,
  }));
  const measured = p95(await read(call, paths));
  return {
    name: 'Review screen of a case (JSON), p95',
    target: '≤ 30 ms',
    measured,
    unit: 'ms',
    holds: measured <= 30,
    limit: 'the same five prepared statements for its request, p95',
    bare: p95(
      await bareRows(
        parts,
        rows.map(({ request }) => request),
      ),
    ),
  };
}
