import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { uuidv7 } from '#kernel';
import type { Database } from '#platform/database';
import { testDatabase, type TestDatabase } from '#testing';
import { mailSink, type MailSink } from '#testing/servers';
import { SmtpMailer } from './mailer.ts';
import type { MailContent, NewMail } from './mail.ts';
import { sendMails } from './send-mails.ts';
import { forgetOldMails, stopMails, writeMails } from './write-mail.ts';

const start = Date.parse('2026-11-26T09:00:00.000Z');
const minute = 60_000;
const publicUrl = 'https://wayleave.example';
const content: MailContent = {
  subject: 'Wayleave: something waits for you',
  heading: 'Something waits for you',
  paragraphs: ['“Kerbs & <trees>” waits to be checked.'],
  action: { label: 'Open it', path: '/inbox?a=1&b=2' },
  footer: 'You get this because you have an account here.',
};

let spec: TestDatabase;
let owner: Database;
let sink: MailSink;
let mailer: SmtpMailer;
let now: number;
beforeAll(async () => {
  spec = await testDatabase();
  owner = await spec.owner();
});
afterAll(() => spec.close());
beforeEach(async () => {
  now = start;
  sink = await mailSink();
  mailer = mailerOf(sink.url);
  await spec.database.rows('delete from mail');
});
afterEach(async () => {
  mailer.close();
  await sink.stop();
});

const mailerOf = (smtpUrl: string, patience = 5000) =>
  new SmtpMailer({ smtpUrl, publicUrl, from: 'wayleave@wayleave.example', patience });
const mail = (more: Partial<NewMail> = {}): NewMail => ({
  id: uuidv7(start),
  kind: 'notice',
  address: 'ada@demo.example',
  content,
  ...more,
});
const write = (...mails: NewMail[]) => writeMails(spec.database, mails, new Date(now));
const send = () => sendMails(spec.database, mailer, () => new Date(now));
const rows = () =>
  spec.database.rows<{
    state: string;
    attempts: number;
    fault: string | null;
    content: object | null;
    address: string;
  }>('select state, attempts, fault, content, address from mail order by id');

describe('a mail', () => {
  test('goes as text and HTML, from us, under an id of its own, and once', async () => {
    const one = mail();
    await write(one, one);
    await write(one);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(sink.taken).toHaveLength(1);
    const [{ to, raw = '' } = { to: [] }] = sink.taken;
    expect(to).toEqual(['ada@demo.example']);
    expect(raw).toContain(`Message-ID: <${one.id}@wayleave.example>`);
    expect(raw).toContain('From: Wayleave <wayleave@wayleave.example>');
    expect(raw).toContain('Subject: Wayleave: something waits for you');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toMatch(/Content-Type: text\/plain/);
    expect(raw).toMatch(/Content-Type: text\/html/);
    const plain = raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
    expect(plain).toContain('https://wayleave.example/inbox?a=1&b=2');
    expect(plain).toContain('href="https://wayleave.example/inbox?a=1&#38;b=2"');
    expect(plain).toContain('&#60;trees&#62;');
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1, fault: null }]);
  });

  test('of which the process is killed once the server has it goes again under the same id', async () => {
    await write(mail());
    sink.beforeTaking = async () => {
      const killed = `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`;
      await owner.rows(killed);
    };
    await expect(send()).rejects.toThrow();
    sink.beforeTaking = undefined;
    expect(await send()).toBe(1);
    const ids = sink.taken.map(({ raw }) => /Message-ID: (\S+)/.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is sent once by two workers at once', async () => {
    await write(...Array.from({ length: 20 }, () => mail()));
    const other = mailerOf(sink.url);
    const sent = await Promise.all([send(), sendMails(spec.database, other, () => new Date(now))]);
    other.close();
    expect(sent[0] + sent[1]).toBe(20);
    expect(sink.taken).toHaveLength(20);
  });

  test('that is stopped does not go; what went has gone', async () => {
    const [stopped, gone] = [mail(), mail()];
    await write(gone);
    await send();
    await write(stopped);
    await stopMails(spec.database, [stopped.id, gone.id], new Date(now));
    expect(await send()).toBe(0);
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['sent', 'stopped']);
  });

  test('with a secret is forgotten once it is sent', async () => {
    await write(mail({ secret: true }), mail());
    await send();
    expect((await rows()).filter((row) => row.content === null)).toHaveLength(1);
  });
});

describe('a server', () => {
  test('that refuses an address fails that mail alone, with its words', async () => {
    sink.refuse = (address) => (address.startsWith('gone') ? { code: 550, text: 'No such mailbox' } : undefined);
    await write(mail({ address: 'gone@demo.example' }), mail());
    expect(await send()).toBe(1);
    expect((await rows()).find(({ address }) => address.startsWith('gone'))).toMatchObject({
      state: 'failed',
      fault: expect.stringContaining('No such mailbox'),
    });
  });

  test('that says “later” is asked later, and the others go', async () => {
    sink.refuse = (address) => (address.startsWith('full') ? { code: 450, text: 'Mailbox busy' } : undefined);
    await write(mail({ address: 'full@demo.example' }), mail());
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    sink.refuse = undefined;
    now += minute;
    expect(await send()).toBe(1);
  });

  test('that is away, is silent or hangs up loses nothing, and is asked again with a growing pause', async () => {
    const silent = createServer(() => undefined);
    const rude = createServer((socket) => socket.destroy());
    await write(mail(), mail());
    for (const server of [silent, rude]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const away = mailerOf(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 200);
      expect(await sendMails(spec.database, away, () => new Date(now))).toBe(0);
      away.close();
      server.close();
      now += 10 * minute;
    }
    const nobody = mailerOf('smtp://127.0.0.1:1', 200);
    const said: string[] = [];
    await sendMails(
      spec.database,
      nobody,
      () => new Date(now),
      (_, message) => said.push(message),
    );
    nobody.close();
    expect(said).toEqual(['The mail server does not answer']);
    expect((await rows()).map(({ state }) => state)).toEqual(['to-send', 'to-send']);
    now += 60 * minute;
    expect(await send()).toBe(2);
  });

  test('that is away for three days: what nobody waits for any more is given up, and says so', async () => {
    await write(mail());
    now += 73 * 60 * minute;
    expect(await send()).toBe(0);
    expect(await rows()).toMatchObject([{ state: 'failed', fault: 'It could not be sent within three days' }]);
    expect(sink.taken).toEqual([]);
  });
});

test('what went is forgotten after a month, what failed after three', async () => {
  sink.refuse = (address) => (address.startsWith('gone') ? { code: 550, text: 'No' } : undefined);
  await write(mail({ address: 'gone@demo.example' }), mail());
  await send();
  const after = (days: number) => forgetOldMails(spec.database, new Date(now + days * 24 * 60 * minute));
  await after(29);
  expect(await rows()).toHaveLength(2);
  await after(31);
  expect((await rows()).map(({ state }) => state)).toEqual(['failed']);
  await after(91);
  expect(await rows()).toEqual([]);
});
