import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** A document to be made: a template of Typst that reads its data from `sys.inputs.data` as JSON. */
export interface Document {
  readonly template: string;
  readonly data: object;
}

const script = fileURLToPath(
  new URL(`./typst-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);
const patience = 30_000;
const mostAtOnce = 2;

/** Makes PDFs, each in a process of its own, and few at once: the others wait for their turn. */
export class Documents {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws where the template does not compile, or half a minute was not enough: a fault of ours */
  async pdf(document: Document): Promise<Buffer> {
    if (this.running >= mostAtOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await made(document);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

async function made(document: Document): Promise<Buffer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(document));
  const [pdf, faults, [code]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`A document could not be made: ${faults.slice(0, 2000) || 'it took too long'}`);
  return pdf;
}
