import { setTimeout as pause } from 'node:timers/promises';

/** A service that does not answer now; whoever called may look what became of the call, and call again. */
export class Away extends Error {}

/** Calls as browsers make them. A refusal is thrown with its status; what was accepted is kept for the reckoning. */
export function callsOf({ address }, { cookies }, accepted) {
  return async function call(who, method, path, body, key = crypto.randomUUID()) {
    const isForm = body instanceof FormData;
    const headers = {
      ...{ cookie: cookies[who], origin: address },
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': key }),
    };
    const sent = body === undefined || isForm ? body : JSON.stringify(body);
    let answer;
    let text;
    try {
      const signal = AbortSignal.timeout(10_000);
      answer = await fetch(`${address}/api/v1${path}`, { method, headers, body: sent, signal });
      text = await answer.text();
    } catch (error) {
      throw new Away(error.message);
    }
    if (answer.status >= 500) throw new Away(`${answer.status}`);
    if (!answer.ok)
      throw Object.assign(new Error(`${answer.status} ${method} ${path}: ${text.slice(0, 300)}`), {
        status: answer.status,
      });
    const isJson = answer.headers.get('content-type')?.includes('json');
    const result = isJson ? JSON.parse(text) : text;
    if (method === 'POST' && result.revision !== undefined && !path.endsWith('/requests'))
      accepted.push({ path, id: result.id, revision: result.revision });
    return result;
  };
}

/** Tries again while the service is away, or says that somebody was faster. @param {number} until of `performance.now()` */
export async function patiently(work, until) {
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof Away || error.status === 409 || error.status === 429;
      if (!again || performance.now() > until) throw error;
      await pause(wait);
    }
  }
}
