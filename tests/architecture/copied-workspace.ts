import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A finding of the linter: `rule` with, for the walls, the name of its message (`no-restricted-imports`, `noCircularDependencies`). */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null; messageId?: string; message: string }[];
}

const settings = [
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.*.json',
  'eslint.*.mjs',
  'web/tsconfig*.json',
];
const environment = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * The same settings and projects as this checkout in a temporary folder, with next to nothing in them: a place to plant
 * violations without touching anybody's work.
 */
export class CopiedWorkspace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'wayleave-planted-'));

  constructor() {
    const projects = globSync('{*,libs/*,libs/*/*}/project.json', {
      cwd: root,
      exclude: ['node_modules/**', 'dist/**'],
    });
    const files = [...globSync(settings, { cwd: root }), ...projects];
    for (const file of files) cpSync(join(root, file), join(this.folder, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    this.plant('.gitignore', 'node_modules\n.nx\n');
  }

  plant(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs a program of node_modules/.bin in the copy. */
  async run(program: string, ...args: string[]): Promise<{ code: number; output: string }> {
    const script = join(this.folder, 'node_modules/.bin', program);
    const options = { cwd: this.folder, env: environment as NodeJS.ProcessEnv, maxBuffer: 50_000_000 };
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], options);
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    }
  }

  /** Runs the linter over some files, or over all. */
  async lint(...files: string[]): Promise<{ code: number; output: string; findings: Finding[] }> {
    const report = join(this.folder, '.nx', 'lint.json');
    const args = ['--format=json', `--output-file=${report}`, ...(files.length > 0 ? files : ['.'])];
    const { code, output } = await this.run('eslint', ...args);
    const linted = JSON.parse(readFileSync(report, 'utf8')) as LintedFile[];
    const findings = linted.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, messageId, message }) => ({
        file: filePath.slice(this.folder.length + 1),
        rule: ruleId === '@nx/enforce-module-boundaries' ? (messageId ?? '') : (ruleId ?? 'parse'),
        message,
      })),
    );
    return { code, output, findings };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
