export { aboutInside, aboutOutside, type About } from './about.ts';
export type { Circumstances, Decide, Evolve, Rights } from './aggregate.ts';
export { evolveContent } from './aggregate.ts';
export type { DomainEvent, EntryActor, Json, LedgerEntry, StreamName } from './entry.ts';
