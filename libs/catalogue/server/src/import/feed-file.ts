import { basename, resolve } from 'node:path';
import { accepted, type Outcome } from '#kernel';
import { defaultLimits, SourceFile, type FetchedFiles } from '#platform/http-client';

/** A feed as a file on this machine. */
export interface FeedFile {
  readonly file: SourceFile;
  /** Where it came from, for people. */
  readonly address: string;
  /** The web address, where it came from one, as everyone may see it. */
  readonly web?: string;
  /** What the source is called where the catalogue gives no address of its own. */
  readonly canonical: string;
  /** Closes the file and removes what was fetched. */
  dispose(): Promise<void>;
}

interface Whence {
  readonly reference: string;
  readonly cwd: string;
  readonly now: Date;
  readonly signal?: AbortSignal;
}

const isWebAddress = (reference: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(reference);

/** An address without what changes nothing: fragment, credentials, a slash at its end; host in small letters. */
export function canonicalAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/, '');
}

/** An address as everyone may see it: a query, a fragment or credentials may hold a key to it. */
export function publicAddress(address: string): string {
  const url = new URL(address);
  for (const part of ['username', 'password', 'search', 'hash'] as const) url[part] = '';
  return url.href;
}

/** A feed from a file, as it stands, or from an address, fetched into a folder of the installation. */
export async function feedFile(whence: Whence, fetched: FetchedFiles): Promise<Outcome<FeedFile>> {
  const { reference, cwd, now, signal } = whence;
  if (!isWebAddress(reference)) {
    const path = resolve(cwd, reference);
    return opened(path, { address: path, canonical: `file:${basename(path)}` });
  }
  const found = await fetched.fetch(reference, now, signal);
  if (!found.ok) return found;
  const { path, dispose } = found.value;
  // The address that was asked for names the source: where it leads on to may change from day to day.
  const named = { address: reference, web: publicAddress(reference), canonical: canonicalAddress(reference) };
  const feed = await opened(path, named);
  if (!feed.ok) {
    await dispose();
    return feed;
  }
  const { file } = feed.value;
  return accepted({ ...feed.value, dispose: () => file.close().then(dispose) });
}

async function opened(path: string, named: Omit<FeedFile, 'file' | 'dispose'>): Promise<Outcome<FeedFile>> {
  const file = await SourceFile.open(path, defaultLimits.bytes);
  return file.ok ? accepted({ ...named, file: file.value, dispose: () => file.value.close() }) : file;
}
