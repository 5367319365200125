import { BareWrites } from '../bare-writes.mjs';
import { generateDecision, generateRequest } from '../generate-requests.ts';
import { p95, timed, timedTogether } from '../measure.mjs';
import { signedIn } from '../signed-in.mjs';

const clients = 4;
const each = 150;
/** Of each client, so that the programme that serves them has seen as many decisions as one that runs for a day. */
const warmUp = 150;
const drafts = 8;
const saves = 40;
const submissions = 60;
const warmSubmissions = 15;

/** Writing where there are 10,000 cases: a decision by four people at once, saving as one types, and submitting. */
export async function caseWriteFigures(surroundings, parts, loaded) {
  const call = await signedIn(surroundings, parts);
  const bare = await BareWrites.connect(surroundings.url, clients);
  try {
    return [
      await decisionFigure(call, parts, bare),
      await draftFigure(call, parts, bare, loaded),
      await submissionFigure(call, parts, bare, loaded),
    ];
  } finally {
    await bare.close();
  }
}

async function decisionFigure(call, { database }, bare) {
  const cases = await database.rows(
    `select id, request, revision, state from sharing_case where status = 'open' and stage = 'decide'
     order by md5(id::text) limit ${clients * (each + warmUp)}`,
  );
  if (cases.length < clients * (each + warmUp)) throw new Error(`Only ${cases.length} cases wait for a decision`);
  const calls = cases.map(({ id, request, revision, state }, index) => {
    const task = state.tasks.find(({ kind, state: open }) => kind === 'decide' && open === 'open');
    const { owners } = state.datasets.find(({ dataset }) => task.datasets.includes(dataset));
    const { type: _type, ...body } = generateDecision(index, state, task.id);
    const path = `/requests/${request}/cases/${id}/commands/decide`;
    return { person: owners[0], path, body: { ...body, revision, actingFor: state.organisation } };
  });
  for (const { person } of calls) await call(person, 'GET', '/inbox?size=1');
  const decide = ({ person, path, body }) => call(person, 'POST', path, body);
  const measured = p95(await timedTogether(clients, each, (index) => decide(calls[index]), { warmUp }));
  const types = ['case-task-decided', 'case-decided'];
  const written = [];
  for (const { id } of cases) written.push(await bare.written([id], types));
  const limit = await timedTogether(clients, each, (index) => bare.decision(written[index]), { warmUp });
  return {
    name: `A decision, committed, ${clients} clients, p95`,
    target: '≤ 15 ms',
    measured,
    unit: 'ms',
    holds: measured <= 15,
    limit: 'its rows in one transaction by plain pg and prepared statements, same clients, p95',
    bare: p95(limit),
  };
}

/** A draft by one person with all its answers, for data of two owners. */
async function begin(call, asker, number, offered) {
  const { person, actingFor } = asker;
  const chosen = [offered[number % offered.length][0], offered[(number + 1) % offered.length][1]];
  const { answers } = generateRequest(100_000 + number, offered);
  const { id } = await call(person, 'POST', '/requests', { actingFor, datasets: chosen.map(({ dataset }) => dataset) });
  const basket = chosen.map(({ dataset, columns }) => ({
    dataset,
    columns: columns.map((column) => ({ column, justification: 'Needed for the map.' })),
  }));
  const { draftRevision } = await call(person, 'PATCH', `/requests/${id}`, {
    draftRevision: 1,
    actingFor,
    basket,
    answers,
  });
  return { id, person, actingFor, draftRevision, answers, basket };
}

async function draftFigure(call, _parts, bare, { askers, offered }) {
  const begun = [];
  for (let number = 0; number < drafts; number += 1) begun.push(await begin(call, askers[number], number, offered));
  const typed = 'We plan routes for people who use wheelchairs, and need to know where kerbs are dropped. '.repeat(8);
  const save = async (index) => {
    const draft = begun[index % drafts];
    const body = {
      draftRevision: draft.draftRevision,
      actingFor: draft.actingFor,
      answers: { aims: typed.slice(0, 100 + index) },
    };
    draft.draftRevision = (await call(draft.person, 'PATCH', `/requests/${draft.id}`, body)).draftRevision;
  };
  const measured = p95(await timed(drafts * saves, save, { warmUp: 0 }));
  const [{ id, basket, answers }] = begun;
  const texts = [JSON.stringify(basket), JSON.stringify(answers)];
  return {
    name: 'Saving what was typed in a draft, p95',
    measured,
    unit: 'ms',
    limit: 'the same row written by one prepared UPDATE, p95',
    bare: p95(await timed(drafts * saves, () => bare.draft(id, ...texts))),
  };
}

async function submissionFigure(call, { database }, bare, { askers, offered }) {
  const begun = [];
  for (let number = 0; number < submissions; number += 1) {
    begun.push(await begin(call, askers[number % askers.length], drafts + number, offered));
  }
  const submit = ({ id, person, actingFor, draftRevision }) =>
    call(person, 'POST', `/requests/${id}/commands/submit`, {
      revision: 0,
      draftRevision,
      actingFor,
      declaration: true,
    });
  for (const draft of begun.slice(0, warmSubmissions)) await submit(draft);
  const counted = begun.slice(warmSubmissions);
  const measured = p95(await timed(counted.length, (index) => submit(counted[index]), { warmUp: 0 }));
  const written = [];
  for (const { id } of counted) {
    const cases = await database.rows('select id from sharing_case where request = $1', [id]);
    if (cases.length !== 2) throw new Error(`${cases.length} cases instead of two for a request to two owners`);
    const types = ['request-submitted', 'case-opened', 'case-tasks-set'];
    written.push(await bare.written([id, ...cases.map((one) => one.id)], types));
  }
  return {
    name: 'Submitting a request to two owners, p95',
    measured,
    unit: 'ms',
    limit: 'its rows in one transaction by plain pg and prepared statements, p95',
    bare: p95(await timed(written.length, (index) => bare.submission(written[index]), { warmUp: 0 })),
  };
}
