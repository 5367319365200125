import { appendFileSync } from 'node:fs';

/** Writes a line into the diary that a spec reads: who did what, in order. */
export const note = (...words) => process.env.DIARY && appendFileSync(process.env.DIARY, `${words.join(' ')}\n`);
