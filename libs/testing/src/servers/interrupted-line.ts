import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server that a spec can cut and mend: to its clients the server restarts. */
export interface Line {
  readonly port: number;
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function lineTo(target: { readonly host: string; readonly port: number }): Promise<Line> {
  const sockets = new Set<Socket>();
  const carry = (client: Socket): void => {
    const server = connect(target.port, target.host);
    for (const [from, to] of [[client, server] as const, [server, client] as const]) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  };
  let listening: Server | undefined;
  const open = async (port: number): Promise<number> => {
    listening = createServer(carry).listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return (listening.address() as AddressInfo).port;
  };
  const port = await open(0);
  const cut = async (): Promise<void> => {
    if (!listening) return;
    const closed = once(listening, 'close');
    listening.close();
    listening = undefined;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, cut, mend: async () => void (await open(port)), close: cut };
}
