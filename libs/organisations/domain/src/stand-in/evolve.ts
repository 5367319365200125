import type { StandInEvent } from './events.ts';
import type { StandInRecord } from './stand-in.ts';

/** Folds the facts of one event into what the rules know of cover. */
export function evolveStandIn(state: StandInRecord | undefined, event: StandInEvent): StandInRecord {
  if (event.type === 'stand-in-named') return { ...event.facts, ended: false };
  if (state === undefined) throw new Error(`${event.type} cannot begin the history of a stand-in`);
  return { ...state, ended: true };
}
