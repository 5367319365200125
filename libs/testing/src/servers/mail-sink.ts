import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server got it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly raw: string;
}

export interface MailSink {
  readonly url: string;
  readonly taken: TakenMail[];
  /** What the server says of a recipient, or of a mail: nothing takes it. */
  refuse?: (address: string) => { readonly code: number; readonly text: string } | undefined;
  /** Called when a mail has been read whole, before it is taken. */
  beforeTaking?: () => Promise<void>;
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it is given. */
export async function mailSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const sink: MailSink = { url: '', taken: [], stop: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const refused = sink.refuse?.(address);
      done(refused ? Object.assign(new Error(refused.text), { responseCode: refused.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void (sink.beforeTaking?.() ?? Promise.resolve()).then(() => {
          sink.taken.push({
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(parts).toString('utf8'),
          });
          done(null);
        });
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
