import { resolve } from 'node:path';
import * as z from 'zod';
import {
  folder,
  host,
  logLevel,
  networks,
  port,
  postgresUrl,
  publicUrl,
  redisUrl,
  secret,
  mailAddress,
  smtpUrl,
  yesOrNo,
} from './fields.ts';

/** Every setting of Wayleave, by the name it has in the environment. `.env.example` explains each. */
export const settingsSchema = z.object({
  WAYLEAVE_PORT: port.prefault('8080'),
  WAYLEAVE_HOST: host.prefault('127.0.0.1'),
  WAYLEAVE_DATA: folder.prefault('.wayleave'),
  WAYLEAVE_PUBLIC_URL: publicUrl.optional(),
  WAYLEAVE_TRUSTED_PROXIES: networks.prefault(''),
  WAYLEAVE_SECRET: secret.optional(),
  DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  WAYLEAVE_SMTP_URL: smtpUrl.optional(),
  WAYLEAVE_MAIL_FROM: mailAddress.optional(),
  WAYLEAVE_DEMONSTRATION: yesOrNo.optional(),
  WAYLEAVE_FETCH_PRIVATE: yesOrNo.prefault('no'),
  WAYLEAVE_LOG_LEVEL: logLevel.prefault('info'),
});

type Given = z.output<typeof settingsSchema>;

/** The settings of a running installation, checked and typed. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Origin that people type, without a slash at its end. */
  readonly publicUrl: string;
  /** Addresses and networks (CIDR) whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Secret from the environment, for keys of later features; without it `readSecret` keeps one in the data folder. */
  readonly secret: string | undefined;
  /** PostgreSQL given from outside; undefined where the embedded one is to be used. */
  readonly databaseUrl: string | undefined;
  /** Redis for the queues; undefined where they live in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Mail server; undefined where mails are kept for the operator to pass on. */
  readonly smtpUrl: string | undefined;
  /** Sender of mails. */
  readonly mailFrom: string;
  /** Whether an empty database gets the demonstration, with accounts whose password is public. */
  readonly demonstration: boolean;
  /** Whether the fetcher may read private and loopback addresses. */
  readonly fetchPrivate: boolean;
  readonly logLevel: Given['WAYLEAVE_LOG_LEVEL'];
}

/** One setting that cannot be used. */
export interface SettingFault {
  readonly name: string;
  readonly reason: string;
}

/** The settings cannot be used: every fault, each with its name and reason. */
export class SettingsRefused extends Error {
  readonly faults: readonly SettingFault[];
  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ name, reason }) => `${name} ${reason}`).join('\n'));
    this.name = 'SettingsRefused';
    this.faults = faults;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const known: ReadonlySet<string> = new Set(Object.keys(settingsSchema.shape));

/** A mistyped name would be silently without effect: it is a fault. */
function unknownNames(environment: Environment): SettingFault[] {
  const unknown = Object.keys(environment).filter((name) => name.startsWith('WAYLEAVE_') && !known.has(name));
  return unknown.map((name) => ({ name, reason: 'is no setting of Wayleave; .env.example lists them all' }));
}

/** An empty value, as in `NAME=`, counts as not given. */
function ours(environment: Environment): Record<string, string> {
  const given = Object.entries(environment).filter(([name, value]) => known.has(name) && value?.trim());
  return Object.fromEntries(given.map(([name, value]) => [name, value!.trim()]));
}

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/i;

/** Whether a host is reached from this machine alone. */
export const isLoopback = (name: string): boolean => loopback.test(name);

const addressOf = (given: Given): string => {
  const name = given.WAYLEAVE_HOST.includes(':') ? `[${given.WAYLEAVE_HOST}]` : given.WAYLEAVE_HOST;
  return new URL(`http://${name}:${given.WAYLEAVE_PORT}`).origin;
};

const isDemonstration = (given: Given): boolean => given.WAYLEAVE_DEMONSTRATION ?? given.DATABASE_URL === undefined;

/** Rules that join several settings. */
function joined(given: Given): SettingFault[] {
  const faults: SettingFault[] = [];
  if (isDemonstration(given) && !isLoopback(given.WAYLEAVE_HOST)) {
    const reason =
      'must be 127.0.0.1 with the demonstration, whose passwords are public (WAYLEAVE_DEMONSTRATION=no leaves it out)';
    faults.push({ name: 'WAYLEAVE_HOST', reason });
  }
  if (!isDemonstration(given) && given.WAYLEAVE_PUBLIC_URL === undefined) {
    faults.push({
      name: 'WAYLEAVE_PUBLIC_URL',
      reason: 'is required outside the demonstration: the address that people type',
    });
  }
  return faults;
}

const typed = (given: Given): Settings => ({
  host: given.WAYLEAVE_HOST,
  port: given.WAYLEAVE_PORT,
  data: resolve(given.WAYLEAVE_DATA),
  publicUrl: given.WAYLEAVE_PUBLIC_URL ?? addressOf(given),
  trustedProxies: given.WAYLEAVE_TRUSTED_PROXIES,
  secret: given.WAYLEAVE_SECRET,
  databaseUrl: given.DATABASE_URL,
  redisUrl: given.REDIS_URL,
  smtpUrl: given.WAYLEAVE_SMTP_URL,
  mailFrom: given.WAYLEAVE_MAIL_FROM ?? `wayleave@${new URL(given.WAYLEAVE_PUBLIC_URL ?? addressOf(given)).hostname}`,
  demonstration: isDemonstration(given),
  fetchPrivate: given.WAYLEAVE_FETCH_PRIVATE,
  logLevel: given.WAYLEAVE_LOG_LEVEL,
});

/**
 * Reads all settings from an environment (`process.env`) at once.
 * @throws {SettingsRefused} with every fault: names unknown, values wrong, values missing
 */
export function readSettings(environment: Environment): Settings {
  const unknown = unknownNames(environment);
  const parsed = settingsSchema.safeParse(ours(environment));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), reason: message }));
    throw new SettingsRefused([...unknown, ...wrong]);
  }
  const faults = [...unknown, ...joined(parsed.data)];
  if (faults.length > 0) throw new SettingsRefused(faults);
  return typed(parsed.data);
}
