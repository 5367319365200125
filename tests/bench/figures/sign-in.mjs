import { median, timed } from '../measure.mjs';

const password = 'correct horse battery staple';

/** A wrong password for an account that exists, against one that does not: the answer's time must not tell which. */
export async function signInFigures({ url, address }, { database, clock, door }) {
  const { personAggregate, Sessions, setPassword } = await import('#organisations/server');
  const { uuidv7 } = await import('#kernel');
  const id = uuidv7(clock.now().getTime());
  const command = { type: 'register-person', id, email: 'known@bench.example', name: 'Known', operator: false };
  const made = await door.execute(personAggregate, { kind: 'machine', name: 'operator-command-line' }, { id, command });
  if (!made.ok) throw new Error(made.refusals[0].message);
  await setPassword({ database, clock, sessions: new Sessions(database, clock) }, id, password);
  const attempt = (email) => async () => {
    const body = JSON.stringify({ email, password: 'a wrong password' });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body });
    if (answer.status !== 401) throw new Error(`${answer.status} instead of 401 for a wrong password`);
    await answer.text();
  };
  const owner = await ownerOf(url);
  const times = async (email) => {
    const samples = await timed(8, attempt(email), { warmUp: 1 });
    await owner.query('delete from sign_in_throttle');
    return median(samples);
  };
  const [known, unknown] = [await times('known@bench.example'), await times('unknown@bench.example')];
  await owner.end();
  const holds = unknown / known > 0.7 && unknown / known < 1.4;
  const limit = 'the same for an account that exists, median';
  return [
    {
      name: 'Refusing a sign-in to no account, median',
      target: '0.7–1.4 × the limit',
      measured: unknown,
      unit: 'ms',
      holds,
      limit,
      bare: known,
    },
  ];
}

async function ownerOf(url) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
