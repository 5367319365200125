import type { Rights } from '#ledger/domain';
import { caseStates, type Case, type CaseState } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import { officeStandings, type CaseStanding } from './standings.ts';

/** `none` is the state of a case that is not there yet. */
export type CaseRightState = 'none' | CaseState;

const live: readonly CaseState[] = ['open', 'returned', 'on-hold'];

/**
 * Who may do what to a case, and when; of several standings the one named first is put on record. A standing opens the door;
 * whose task it is, and what speaks against it, is asked behind it (`guards.ts`).
 */
export const caseRights: Rights<CaseCommandName, CaseRightState, CaseStanding> = {
  'open-case': { states: ['none'], standings: ['requester'] },
  'validate-case': { states: ['open'], standings: ['steward', 'owner', 'siro', 'administrator', 'assignee'] },
  'raise-lane': { states: ['open', 'on-hold'], standings: ['adviser', 'steward', 'owner', 'siro', 'assignee'] },
  'lower-lane': { states: ['open'], standings: ['adviser'] },
  'ask-advice': { states: ['open'], standings: ['steward', 'owner', 'siro', 'assignee'] },
  'give-advice': { states: ['open'], standings: ['adviser', 'assignee'] },
  'go-on-without-advice': { states: ['open'], standings: ['owner', 'siro', 'assignee'] },
  'accept-risk': { states: ['open'], standings: ['siro', 'signatory', 'owner', 'assignee'] },
  'decide-case': { states: ['open'], standings: ['owner', 'siro', 'assignee'] },
  'refuse-case': { states: live, standings: ['owner', 'siro', 'assignee'] },
  'redirect-case': { states: live, standings: ['owner', 'steward', 'siro', 'assignee'] },
  'note-redirect-followed': { states: ['decided'], standings: ['requester'] },
  'return-case': { states: ['open'], standings: officeStandings },
  'answer-case': { states: ['returned'], standings: ['requester'] },
  'hand-over-submission': { states: ['open', 'on-hold'], standings: ['requester'] },
  'hold-case': { states: ['open'], standings: ['owner', 'steward', 'siro', 'assignee'] },
  'resume-case': {
    states: ['on-hold'],
    standings: ['owner', 'steward', 'siro', 'assignee', 'administrator', 'machine'],
  },
  'withdraw-case': { states: [...live, 'under-review'], standings: ['requester'] },
  'lapse-case': { states: ['returned'], standings: ['machine'] },
  'reopen-case': { states: ['lapsed'], standings: ['requester'] },
  'rescind-decision': { states: ['decided'], standings: ['owner', 'siro', 'assignee'] },
  'extend-deadline': { states: live, standings: ['steward', 'owner', 'siro', 'assignee'] },
  'assign-task': {
    states: ['open', 'on-hold', 'under-review'],
    standings: ['administrator', 'owner', 'steward', 'siro'],
  },
  'declare-conflict': { states: [...live, 'under-review'], standings: officeStandings },
  'ask-review': { states: ['decided', 'open'], standings: ['requester'] },
  'conclude-review': { states: ['under-review'], standings: ['siro', 'owner', 'assignee'] },
  'note-asker': { states: caseStates, standings: ['requester'] },
  // Boards read decisions and advice; answers and evidence they open one case at a time, saying why.
  'open-sample': { states: caseStates, standings: ['board'] },
  'review-holders': { states: [...live, 'under-review'], standings: ['machine'] },
  'accept-forms': { states: ['decided'], standings: ['requester'] },
  'decline-forms': { states: ['decided'], standings: ['requester'] },
  'note-not-taken-up': { states: ['decided'], standings: ['requester', 'owner', 'siro', 'machine'] },
  'escalate-tasks': { states: ['open', 'under-review'], standings: ['machine'] },
  'remind-requester': { states: ['returned'], standings: ['machine'] },
};

export const caseRightStates: readonly CaseRightState[] = ['none', ...caseStates];

/** Which standing gives the right to a command in this state; undefined where none does. */
export function caseRight(
  command: CaseCommandName,
  state: CaseRightState,
  standings: readonly string[],
): CaseStanding | undefined {
  const right = caseRights[command];
  return right.states.includes(state) ? right.standings.find((standing) => standings.includes(standing)) : undefined;
}

export const rightStateOf = (subject: Case | undefined): CaseRightState => subject?.state ?? 'none';
