import type { Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import type { Case } from '../case/case.ts';
import { caseStandingsOf, officeStandings, type CaseStanding } from '../case/standings.ts';
import { sideOf, type Side } from '../case/visibility.ts';
import type { CaseMessageCommandName } from './commands.ts';
import type { CaseMessage, MessageKind } from './message.ts';

/** A message is written once and never changed: once it is there, no command is for it. */
export const caseMessageStates = ['absent', 'posted'] as const;
export type CaseMessageState = (typeof caseMessageStates)[number];

/** Who may write about a case, whatever its state: both sides may need to speak after it is closed. Boards read elsewhere. */
export const caseMessageRights: Rights<CaseMessageCommandName, CaseMessageState, CaseStanding> = {
  'post-message': { states: ['absent'], standings: ['requester', ...officeStandings] },
  'post-note': { states: ['absent'], standings: officeStandings },
};

/** What the actor is to the case on the side where they stand; empty for those who may not know of it. */
export function caseMessageStandingsOf(actor: Actor, subject: Case): readonly CaseStanding[] {
  const standings = caseStandingsOf(actor, subject);
  const side = sideOf(standings);
  if (side === 'owner') return standings.filter((standing) => officeStandings.includes(standing));
  return side === undefined ? [] : [side];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function caseMessageRight(
  command: CaseMessageCommandName,
  state: CaseMessage | undefined,
  standings: readonly string[],
): CaseStanding | undefined {
  const right = caseMessageRights[command];
  if (!right.states.includes(state === undefined ? 'absent' : 'posted')) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

/** What this actor may write about the case: for the forms of its page. */
export const postableKinds = (actor: Actor, subject: Case): readonly MessageKind[] => {
  const standings = caseMessageStandingsOf(actor, subject);
  return (['message', 'note'] as const).filter(
    (kind) => caseMessageRight(`post-${kind}`, undefined, standings) !== undefined,
  );
};

/** Whether somebody who looks from this side reads it: notes are the office's, messages those of both sides, no board's. */
export const isShownTo = (side: Side, { kind }: Pick<CaseMessage, 'kind'>): boolean =>
  side === 'owner' || (side === 'requester' && kind === 'message');
