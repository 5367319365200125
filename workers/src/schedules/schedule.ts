import type { WorkerParts } from '../worker-parts.ts';

/** Work that comes round by itself. It is safe to run twice. */
export interface Schedule {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  run(parts: WorkerParts): Promise<void>;
}
