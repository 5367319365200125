import { setTimeout as pause } from 'node:timers/promises';
import { patiently } from './calls.mjs';

const answers = {
  title: 'Dropped kerbs',
  summary: 'Step-free routes.',
  personal: false,
  'publication-understood': true,
  truthful: true,
};

/**
 * One request from its draft to the download. Each step looks at what is there and takes the next one: whoever lost an answer
 * finds out in this way whether the call had arrived.
 */
export async function bringThrough({ call, town, dataset, until }, number) {
  const again = (work) => patiently(work, until);
  const asker = { actingFor: town.company };
  const council = { actingFor: town.council };
  const title = `Dropped kerbs ${number}`;
  const key = crypto.randomUUID();
  const { id } = await again(() => call('asker', 'POST', '/requests', { ...asker, datasets: [dataset.id] }, key));
  const view = () => call('asker', 'GET', `/requests/${id}`);
  const basket = [
    { dataset: dataset.id, columns: dataset.columns.map((column) => ({ column, justification: 'Routes.' })) },
  ];
  await again(async () => {
    const { draft, state } = await view();
    if (state.code !== 'draft' || draft.answers?.title === title) return;
    const body = { ...asker, draftRevision: draft.revision, basket, answers: { ...answers, title } };
    await call('asker', 'PATCH', `/requests/${id}`, body);
  });
  await again(async () => {
    const { revision, draft, state } = await view();
    if (state.code !== 'draft') return;
    const body = { ...asker, revision, draftRevision: draft.revision, declaration: true };
    await call('asker', 'POST', `/requests/${id}/commands/submit`, body);
  });
  const step = (isDone, who, command, body) =>
    again(async () => {
      const { cases } = await view();
      if (isDone(cases[0])) return;
      const path = `/requests/${id}/cases/${cases[0].id}/commands/${command}`;
      await call(who, 'POST', path, { ...council, revision: cases[0].revision, ...body });
    });
  const decided = ({ state }) => state.code === 'decided';
  const checked = (one) => decided(one) || one.stage?.code !== 'validate';
  await step(checked, 'steward', 'validate', { regime: 'none' });
  await step(decided, 'owner', 'decide', {
    task: 'decide:1',
    reasons: 'It serves the city.',
    datasets: [
      {
        dataset: dataset.id,
        outcome: 'approved',
        columns: dataset.columns.map((column) => ({ column, form: 'as-is' })),
      },
    ],
  });
  await agree({ call, town, again, view, until });
}

/** Waits for what the workers do. */
async function comes(read, again, until) {
  for (;;) {
    const found = await again(read);
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error('What the workers were to do did not come');
    await pause(150);
  }
}

async function agree({ call, town, again, view, until }) {
  const agreement = await comes(async () => (await view()).cases[0].agreement?.id, again, until);
  const terms = (who) => call(who, 'GET', `/agreements/${agreement}`);
  const step = (states, who, command, organisation, bodyOf = () => ({})) =>
    again(async () => {
      const seen = await terms(who);
      if (!states.includes(seen.state.code) || !seen.allowedCommands.includes(command)) return;
      const body = { actingFor: town[organisation], revision: seen.revision, ...bodyOf(seen) };
      await call(who, 'POST', `/agreements/${agreement}/commands/${command}`, body);
    });
  await step(['drafting'], 'owner', 'offer', 'council');
  await step(['negotiating'], 'owner', 'ask-signatures', 'council');
  await step(['awaiting-signatures'], 'signatory', 'sign', 'council', ({ hash }) => ({ hash }));
  await step(['awaiting-signatures'], 'asker', 'sign', 'company', ({ hash }) => ({ hash }));
  const permission = await comes(async () => (await terms('asker')).permissions[0]?.id, again, until);
  const held = () => call('asker', 'GET', `/permissions/${permission}`);
  await again(async () => {
    const { revision, allowedCommands } = await held();
    if (!allowedCommands.includes('accept-terms')) return;
    await call('asker', 'POST', `/permissions/${permission}/commands/accept-terms`, {
      actingFor: town.company,
      revision,
    });
  });
  await comes(
    async () => (['delivered', 'acknowledged'].includes((await held()).delivery?.state.code) ? true : undefined),
    again,
    until,
  );
  const file = await again(() => call('asker', 'GET', `/permissions/${permission}/data`));
  const [heading, ...lines] = String(file).trim().split(/\r?\n/);
  if (heading !== 'kerb_id,dropped' || lines.length !== 200 || String(file).includes('secret'))
    throw new Error(`A file holds something else than what was approved: ${String(file).slice(0, 200)}`);
}
