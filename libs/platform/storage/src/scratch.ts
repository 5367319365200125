import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ScratchFolder {
  readonly path: string;
  /** Writes a text under a name of our own choosing. Answers its whole path. */
  put(name: string, text: string): Promise<string>;
}

/** A folder for the time of some work; gone with all in it when that ends, well or badly. */
export async function withScratchFolder<Result>(
  parent: string,
  work: (folder: ScratchFolder) => Promise<Result>,
): Promise<Result> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const path = await mkdtemp(join(parent, 'scratch-'));
  const put = async (name: string, text: string): Promise<string> => {
    const file = join(path, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  };
  try {
    return await work({ path, put });
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}
