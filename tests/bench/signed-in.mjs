import { Agent, request } from 'node:http';

/**
 * Calls in the names of people, each with a session of their own, as their browsers make them. By the plainest client that
 * Node.js has: it shares the machine with what is measured.
 * @returns {Promise<(person: string, method: string, path: string, body?: object | string) => Promise<object>>}
 */
export async function signedIn({ address }, { database, clock }) {
  const { Sessions } = await import('#organisations/server');
  const sessions = new Sessions(database, clock);
  const agent = new Agent({ keepAlive: true });
  const cookies = new Map();
  const cookieOf = async (person) => {
    if (!cookies.has(person)) {
      const { token } = await sessions.open(database, person, { address: '127.0.0.1' });
      cookies.set(person, `wayleave=${token}`);
    }
    return cookies.get(person);
  };
  return async function call(person, method, path, body) {
    const headers = { cookie: await cookieOf(person), origin: address };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const { status, text } = await answered(`${address}/api/v1${path}`, { agent, method, headers }, sent);
    if (status >= 300) throw new Error(`${status} for ${method} ${path}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
}

/** Sends one call and reads its answer to the end. */
const answered = (address, options, body) =>
  new Promise((resolve, reject) => {
    const call = request(address, options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
