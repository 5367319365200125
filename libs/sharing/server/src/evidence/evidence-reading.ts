import type { Actor, LocalDate } from '#kernel';

/** Who wants to read evidence, and on which day: what a sample opens ends by date. */
export interface EvidenceReading {
  readonly actor: Actor;
  readonly today: LocalDate;
}
