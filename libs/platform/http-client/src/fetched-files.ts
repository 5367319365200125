import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type Outcome } from '#kernel';
import type { Fetched, GuardedFetcher } from './guarded-fetcher.ts';

/** Something fetched, as a file that lasts until it is disposed of. */
export interface FetchedFile extends Fetched {
  readonly path: string;
  dispose(): Promise<void>;
}

const oneDay = 24 * 60 * 60 * 1000;
const ending = '.fetched';

/** A folder of the installation for what is fetched, named by chance and never by what the address says. */
export class FetchedFiles {
  constructor(
    private readonly folder: string,
    private readonly fetcher: GuardedFetcher,
  ) {}

  async fetch(address: string, now: Date, signal?: AbortSignal): Promise<Outcome<FetchedFile>> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.forgetOrphans(now);
    const path = join(this.folder, randomUUID() + ending);
    const saved = await this.fetcher.save(address, path, signal);
    return saved.ok ? accepted({ ...saved.value, path, dispose: () => rm(path, { force: true }) }) : saved;
  }

  /** Removes files that a killed process left. */
  private async forgetOrphans(now: Date): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const found = name.endsWith(ending) ? await stat(path).catch(() => undefined) : undefined;
      if (found && now.getTime() - found.mtimeMs > oneDay) await rm(path, { force: true });
    }
  }
}
