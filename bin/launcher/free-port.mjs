import { once } from 'node:events';
import { createServer } from 'node:net';
import { Halt } from './halt.mjs';

/** A port of the loopback interface that nobody uses now. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const reasons = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is in use by another program. Stop that, or choose another port: WAYLEAVE_PORT=${port + 1} npm start`,
  EACCES: (host, port) =>
    `Port ${port} may be used by the administrator of this machine alone. Choose one above 1023 with WAYLEAVE_PORT.`,
  EADDRNOTAVAIL: (host) =>
    `This machine has no address ${host}. Put WAYLEAVE_HOST right (127.0.0.1 is this machine alone).`,
  ENOTFOUND: (host) => `WAYLEAVE_HOST=${host} is not an address of this machine.`,
};

/** Makes sure that the address can be listened on. @throws {Halt} with what is in the way and what to do */
export async function requireFreePort(host, port) {
  const probe = createServer();
  try {
    await new Promise((resolve, reject) =>
      probe.once('error', reject).listen({ host, port, exclusive: true }, resolve),
    );
  } catch (error) {
    throw new Halt(reasons[error.code]?.(host, port) ?? `Cannot listen on ${host}, port ${port}: ${error.message}`);
  }
  await new Promise((resolve) => probe.close(resolve));
}
