/* A council that gives, a company that asks, and a dataset with its file: made before anything is killed. */

const operator = { kind: 'machine', name: 'operator-command-line' };

async function given(door, aggregate, id, command) {
  const outcome = await door.execute(aggregate, operator, { id, command });
  if (!outcome.ok) throw new Error(outcome.refusals[0].message);
  return id;
}

/** Who plays: their ids, and a cookie for each. */
export async function settle(url) {
  const { Database } = await import('#platform/database');
  const { systemClock } = await import('#platform/observability');
  const { uuidv7 } = await import('#kernel');
  const organisations = await import('#organisations/server');
  const { compose } = await import('../../dist/server/workers/src/composition.js');
  const { membershipAggregate, organisationAggregate, personAggregate, Sessions } = organisations;
  const database = await Database.connect({ url, as: 'application', name: 'wayleave chaos', poolSize: 2 });
  const { door } = compose(database, systemClock);
  const newId = () => uuidv7(Date.now());
  const sessions = new Sessions(database, systemClock);
  const town = { cookies: {}, people: {} };
  for (const [slug, kind] of [
    ['council', 'council'],
    ['company', 'company'],
  ]) {
    const command = { type: 'register-organisation', slug, kind, standing: 'member', profile: { name: slug } };
    const id = newId();
    town[slug] = await given(door, organisationAggregate, id, { ...command, id });
  }
  for (const [name, slug, ...roles] of [
    ['steward', 'council', 'steward'],
    ['owner', 'council', 'owner'],
    ['signatory', 'council', 'signatory'],
    ['asker', 'company', 'requester', 'signatory'],
  ]) {
    const person = newId();
    const registering = { type: 'register-person', id: person, name, email: `${name}@chaos.example`, operator: false };
    await given(door, personAggregate, person, registering);
    await door.execute(personAggregate, operator, { id: person, revision: 1, command: { type: 'confirm-address' } });
    const id = newId();
    await given(door, membershipAggregate, id, {
      type: 'grant-membership',
      id,
      person,
      organisation: town[slug],
      roles,
    });
    const { token } = await sessions.open(database, person, { address: '127.0.0.1' });
    town.people[name] = person;
    town.cookies[name] = `wayleave=${token}`;
  }
  await database.close();
  return town;
}

const rows = Array.from({ length: 200 }, (_, n) => `K-${n},${n % 2 === 0},secret ${n}`).join('\n');

/** The dataset that everybody asks for: three columns, of which two will be given. */
export async function offer(town, call) {
  const envelope = { actingFor: town.council };
  const description = {
    ...{ title: 'Kerbs', description: 'Every kerb.', contact: { name: 'Highways', email: 'kerbs@council.example' } },
    ...{ licence: 'ogl-3.0', frequency: 'ANNUAL', modified: '2026-10-01', version: '1.0', personalData: 'none' },
    columns: ['kerb_id', 'dropped', 'note'].map((name) => ({ name, type: 'string', sensitivity: 'none' })),
  };
  const { id } = await call('steward', 'POST', '/datasets', { ...envelope, description });
  const give = async (who, command, body = {}) => {
    const { revision } = await call(who, 'GET', `/datasets/${id}`);
    await call(who, 'POST', `/datasets/${id}/commands/${command}`, { ...envelope, revision, ...body });
  };
  await give('owner', 'set-access', { access: 'named' });
  await give('steward', 'publish');
  const { revision } = await call('steward', 'GET', `/datasets/${id}`);
  const form = new FormData();
  form.append('file', new Blob([`kerb_id,dropped,note\n${rows}\n`]), 'kerbs.csv');
  await call('steward', 'POST', `/datasets/${id}/files?revision=${revision}&actingFor=${town.council}`, form);
  const { columns } = await call('asker', 'GET', `/datasets/${id}`);
  return { id, columns: columns.filter(({ name }) => name !== 'note').map(({ id: column }) => column) };
}
