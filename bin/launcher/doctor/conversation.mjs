import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * Opens a connection, says some lines and returns what comes back until it is enough.
 * @param {{ host: string, port: number, tls: boolean, say: string, until: RegExp, milliseconds?: number }} talk
 * @returns {Promise<string>}
 */
export function converse({ host, port, tls, say, until, milliseconds = 5_000 }) {
  return new Promise((resolve, reject) => {
    const socket = tls ? connectTls({ host, port, servername: host }) : connect({ host, port });
    let heard = '';
    const end = (settle, value) => {
      socket.destroy();
      settle(value);
    };
    socket.setTimeout(milliseconds, () => end(reject, new Error(`no answer within ${milliseconds / 1000} s`)));
    socket.on('error', (error) => end(reject, error));
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.once(tls ? 'secureConnect' : 'connect', () => socket.write(say));
    socket.on('data', (chunk) => {
      heard = (heard + chunk).slice(-50_000);
      if (until.test(heard)) end(resolve, heard);
    });
  });
}
