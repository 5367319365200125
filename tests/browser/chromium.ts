import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Where the unpacked browser is kept between runs: beside the packages, one folder a version. */
async function folderOfBrowser(): Promise<string> {
  const manifest = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return join(root, 'node_modules/.cache', `chromium-${version}`);
}

/** The package's own list of font folders holds fixed paths below /tmp: without fonts text has no size and is not visible. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks aside and renames, so that two runs at once, or a killed one, never leave half a browser. */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  const script = fileURLToPath(new URL('unpack-chromium.mjs', import.meta.url));
  // The name of a runtime makes the package unpack its libraries too (libnss3 and others), for machines without them.
  await run(process.execPath, [script], {
    env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await writeFile(join(aside, 'fonts.conf'), fontsIn(folder));
  try {
    await rename(aside, folder);
  } catch {
    await rm(aside, { recursive: true, force: true }); // another run was first
  }
}

const hasLibraries = (): boolean =>
  globSync(['/usr/lib/*/libnss3.so', '/usr/lib64/libnss3.so', '/lib/*/libnss3.so']).length > 0;

/** A real, headless Chromium. The caller closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const folder = await folderOfBrowser();
  if (!existsSync(folder)) await unpack(folder);
  const libraries = hasLibraries() ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // In containers and as root there is no sandbox to be had; only pages of our own making are opened.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, ...libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    ...options,
  });
}
