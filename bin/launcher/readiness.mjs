import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from './halt.mjs';

/** The address under which this machine itself reaches a server that listens on a host. */
export function localAddress(host, port) {
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

async function answersReady(address) {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Waits until the API says that it is ready.
 * @param {string} address
 * @param {{ patience?: number, abort?: AbortSignal }} [given] patience in milliseconds
 */
export async function waitUntilReady(address, { patience = 60_000, abort } = {}) {
  const deadline = performance.now() + patience;
  while (!(await answersReady(address))) {
    abort?.throwIfAborted();
    if (performance.now() > deadline)
      throw new Halt(`${address}/health/ready does not say ready after ${Math.round(patience / 1000)} s.`);
    await pause(50);
  }
}
