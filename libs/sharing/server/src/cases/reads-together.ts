import type { Queries } from '#platform/database';

type Reads = readonly (() => Promise<unknown>)[];
type Answers<Given extends Reads> = { -readonly [Index in keyof Given]: Awaited<ReturnType<Given[Index]>> };

/** Reads that need nothing of each other: at once, but inside a transaction one after another, for it has one connection. */
export async function together<const Given extends Reads>(queries: Queries, reads: Given): Promise<Answers<Given>> {
  if (!('isTransaction' in queries)) return (await Promise.all(reads.map((read) => read()))) as Answers<Given>;
  const answers: unknown[] = [];
  for (const read of reads) answers.push(await read());
  return answers as Answers<Given>;
}
