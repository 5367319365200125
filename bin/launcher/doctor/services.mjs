import { createRequire } from 'node:module';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { runningDatabaseUrl } from '../database.mjs';
import { postgresAccount } from '../postgres/account.mjs';
import { postgresBinaries } from '../postgres/binaries.mjs';
import { converse } from './conversation.mjs';
import { good, unknown, wrong } from './finding.mjs';

const extensions = ['pg_trgm'];

const facts = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
  (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create_roles,
  has_database_privilege(current_database(), 'CREATE') as may_create, extract(epoch from clock_timestamp()) as clock,
  (select coalesce(array_agg(name::text), '{}') from pg_available_extensions) as extensions`;

async function ask(root, url) {
  const { Client } = createRequire(join(root, 'package.json'))('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(facts)).rows[0];
  } finally {
    await client.end();
  }
}

/** What of a server's facts would keep Wayleave from working there, each with its remedy. */
export function faultsOf(server) {
  const about = 'PostgreSQL';
  const missing = extensions.filter((name) => !server.extensions.includes(name));
  const skew = Math.abs(server.clock - Date.now() / 1000);
  return [
    server.version < 150_000 &&
      wrong(about, `version ${Math.floor(server.version / 10_000)} is too old`, 'use 15 or newer'),
    server.encoding !== 'UTF8' &&
      wrong(
        about,
        `the database's encoding is ${server.encoding}`,
        "create it anew with: create database … encoding 'UTF8' template template0",
      ),
    missing.length > 0 &&
      wrong(about, `lacks the extensions ${missing.join(', ')}`, 'install them (Debian: postgresql-contrib)'),
    !server.may_create_roles &&
      wrong(
        about,
        'the role of DATABASE_URL may not create roles',
        'alter role … createrole (the application works under a lesser role, wayleave_app)',
      ),
    !server.may_create &&
      wrong(about, 'the role of DATABASE_URL may not create schemas in its database', 'alter database … owner to …'),
    skew > 5 && wrong('Clock', `differs from the database's by ${Math.round(skew)} s`, 'set both by NTP'),
  ].filter((fault) => fault !== false);
}

async function reached(root, url, title) {
  try {
    const server = await ask(root, url);
    const faults = faultsOf(server);
    return faults.length > 0
      ? faults
      : [good('PostgreSQL', `${title}, version ${(server.version / 10_000).toFixed(0)}`)];
  } catch (error) {
    return [
      wrong(
        'PostgreSQL',
        `${title} cannot be reached: ${error.message || error.code}`,
        'check DATABASE_URL, and that the server lets this machine in',
      ),
    ];
  }
}

/** The database: the one given, or the embedded one (which is not started for this). */
export async function postgres({ root, settings, installed }) {
  if (!installed) return unknown('PostgreSQL', 'not looked at: the packages are missing');
  if (settings.databaseUrl) return reached(root, settings.databaseUrl, 'the one of DATABASE_URL');
  try {
    const native = postgresBinaries(root);
    const running = runningDatabaseUrl(root, settings.data);
    if (running) return await reached(root, running, 'the embedded one runs');
    const { home } = postgresAccount({ native, data: settings.data });
    return good(
      'PostgreSQL',
      `the embedded one, ${existsSync(join(home, 'postgres')) ? 'stopped' : 'to be made at the first start'}`,
    );
  } catch (error) {
    return wrong('PostgreSQL', error.message, 'see there');
  }
}

/** RESP, Redis serialization protocol: an array of bulk strings. */
const resp = (...words) =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;

export async function redis({ settings: { redisUrl } }) {
  if (!redisUrl) return good('Redis', 'not used: the queues live in PostgreSQL');
  const { hostname, port, protocol, username, password } = new URL(redisUrl);
  const login = password
    ? resp('AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password))
    : '';
  const remedy = 'check REDIS_URL, its password, and that the server lets this machine in';
  try {
    const say = login + resp('INFO', 'server');
    const heard = await converse({
      host: hostname,
      port: Number(port || 6379),
      tls: protocol === 'rediss:',
      say,
      until: /redis_version:[\d.]+\r\n|^-/m,
    });
    const version = heard.match(/redis_version:(\d+)\.(\d+)/);
    if (!version) return wrong('Redis', heard.match(/^-(.*)$/m)?.[1]?.trim() ?? 'does not tell its version', remedy);
    const enough = Number(version[1]) > 6 || (Number(version[1]) === 6 && Number(version[2]) >= 2);
    const name = `version ${version[1]}.${version[2]}`;
    return enough ? good('Redis', name) : wrong('Redis', `${name} is too old`, 'use 6.2 or newer');
  } catch (error) {
    return wrong('Redis', `cannot be reached: ${error.message}`, remedy);
  }
}

export async function mail({ settings: { smtpUrl } }) {
  if (!smtpUrl) return good('Mail', 'no server set; this version sends none yet');
  const { hostname, port, protocol } = new URL(smtpUrl);
  const tls = protocol === 'smtps:';
  try {
    const heard = await converse({
      host: hostname,
      port: Number(port || (tls ? 465 : 587)),
      tls,
      say: '',
      until: /^\d{3}[ -][^\n]*\n/,
    });
    return heard.startsWith('220')
      ? good('Mail', `${heard.split('\r')[0]} (this version sends none yet)`)
      : wrong('Mail', `${hostname} says: ${heard.trim()}`, 'ask who runs it');
  } catch (error) {
    return wrong('Mail', `${hostname} cannot be reached: ${error.message}`, 'check WAYLEAVE_SMTP_URL and the firewall');
  }
}
