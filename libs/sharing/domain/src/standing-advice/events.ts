import type { DomainEvent } from '#ledger/domain';
import type { StandingAdviceContent, StandingAdviceRecord } from './standing-advice.ts';

export type StandingAdviceGiven = DomainEvent<
  'standing-advice-given',
  Omit<StandingAdviceRecord, 'ended'>,
  StandingAdviceContent
>;
export type StandingAdviceEnded = DomainEvent<'standing-advice-ended', Record<never, never>>;

export type StandingAdviceEvent = StandingAdviceGiven | StandingAdviceEnded;

/** Folds the facts of one event into what the rules know of standing advice. */
export function evolveStandingAdvice(
  advice: StandingAdviceRecord | undefined,
  event: StandingAdviceEvent,
): StandingAdviceRecord {
  if (event.type === 'standing-advice-given') return { ...event.facts, ended: false };
  if (!advice) throw new Error(`${event.type} cannot begin the history of standing advice`);
  return { ...advice, ended: true };
}
