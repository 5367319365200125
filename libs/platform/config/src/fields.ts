import { isIP } from 'node:net';
import * as z from 'zod';

const schemes = (name: string, ...allowed: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && allowed.includes(new URL(text).protocol), {
    abort: true,
    error: `must be ${name} (${allowed.map((scheme) => `${scheme}//…`).join(' or ')})`,
  });

/** `yes` or `no`, as a boolean. */
export const yesOrNo = z.enum(['yes', 'no'], { error: 'must be yes or no' }).transform((text) => text === 'yes');

/** A TCP port a server can listen on. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, { error: 'must be between 1 and 65535' });

/** An address of this machine: an IP address or a host name (RFC 1123). */
export const host = z
  .string()
  .refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text), {
    error: 'must be an IP address or a host name',
  });

/** A path of the file system; made absolute where it is read. */
export const folder = z.string().refine((text) => !text.includes('\0'), { error: 'must be a folder' });

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, username } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && text.replace(/\/$/, '').toLowerCase() === origin;
};

/** Scheme, host and port that people type: links, dataset identifiers and the origin check are made from it. */
export const publicUrl = z
  .string()
  .refine(isOrigin, {
    error: 'must be an origin such as https://data.example.gov.uk, without path, query or default port',
  })
  .transform((text) => new URL(text).origin);

const isNetwork = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    bits > 0 && more.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  );
};

/** Addresses or networks (CIDR, RFC 4632), parted by commas, of proxies whose X-Forwarded-For is believed. */
export const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.every(isNetwork), {
    error: 'must be addresses or networks such as 10.0.0.0/8, parted by commas',
  });

/** At least 32 characters, so that nobody guesses it. */
export const secret = z.string().min(32, 'must have at least 32 characters');

export const postgresUrl = schemes('the address of a PostgreSQL', 'postgres:', 'postgresql:').refine(
  (text) => URL.canParse(text) && new URL(text).pathname.length > 1,
  { error: 'must name the database: postgres://user:password@host:5432/name' },
);
export const redisUrl = schemes('the address of a Redis', 'redis:', 'rediss:');
/** An address that mails come from. */
export const mailAddress = z.email({ error: 'must be an e-mail address, such as wayleave@example.gov.uk' });

export const smtpUrl = schemes('the address of a mail server', 'smtp:', 'smtps:');

/** The levels of pino. */
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be fatal, error, warn, info, debug, trace or silent',
});
