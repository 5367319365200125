import type { WorkerParts } from '../worker-parts.ts';

/** Each line runs one schedule at a time: what is slow or waits for others has a line to itself, and holds nobody up. */
export const scheduleLines = ['schedules', 'files', 'mail'] as const;
export type ScheduleLine = (typeof scheduleLines)[number];

/** Work that comes round by itself. It is safe to run twice. */
export interface Schedule {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  /** `schedules` where none is named. */
  readonly line?: ScheduleLine;
  run(parts: WorkerParts): Promise<void>;
}
