import type { Moment } from './loading.ts';

/** Something that happened once in what is told. */
export interface Happening {
  readonly moment: Moment;
  happen(): Promise<void>;
}
