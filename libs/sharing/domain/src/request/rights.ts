import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { isAsking } from '../case/standings.ts';
import type { RequestCommand, RequestCommandName } from './commands.ts';
import type { SharingRequest } from './request.ts';

/** `none` is the state of a request that is still a draft: the ledger does not know it. */
export const requestRightStates = ['none', 'submitted', 'withdrawn'] as const;
export type RequestRightState = (typeof requestRightStates)[number];

/** What somebody is to a request: one who asks, one who works on a case of it, or a board's member. */
export const requestStandings = ['requester', 'office', 'board', 'machine'] as const;
export type RequestStanding = (typeof requestStandings)[number];

/** Who may do what to a request. What becomes of its cases is decided by their own rights. */
export const requestRights: Rights<RequestCommandName, RequestRightState, RequestStanding> = {
  'submit-request': { states: ['none'], standings: ['requester'] },
  'resubmit-request': { states: ['submitted'], standings: ['requester'] },
  'withdraw-request': { states: ['submitted'], standings: ['requester'] },
  'take-over-request': { states: ['submitted'], standings: ['requester'] },
  'add-case': { states: ['submitted'], standings: ['requester'] },
};

export const requestStateOf = (request: SharingRequest | undefined): RequestRightState => {
  if (!request) return 'none';
  return request.withdrawn ? 'withdrawn' : 'submitted';
};

const askerOf = ({ holder, people, organisation }: SharingRequest) => ({
  person: holder,
  people,
  ...(organisation === undefined ? {} : { organisation }),
});

/** What the actor is to the request, or to the one that the command would begin. */
export function requestStandingsOf(
  actor: Actor,
  request: SharingRequest | undefined,
  command?: RequestCommand,
): RequestStanding[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return [];
  if (!request) {
    if (command?.type !== 'submit-request') return [];
    const { people, organisation } = command;
    const asker = { person: actor.person, people, ...(organisation === undefined ? {} : { organisation }) };
    return people.includes(actor.person) && isAsking(actor, asker) ? ['requester'] : [];
  }
  return isAsking(actor, askerOf(request)) ? ['requester'] : [];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function requestRight(
  command: RequestCommandName,
  state: RequestRightState,
  standings: readonly string[],
): RequestStanding | undefined {
  const right = requestRights[command];
  return right.states.includes(state) ? right.standings.find((standing) => standings.includes(standing)) : undefined;
}

/** Commands to the request itself that the actor may give now. */
export function allowedRequestCommands(actor: Actor, request: SharingRequest): RequestCommandName[] {
  const standings = requestStandingsOf(actor, request);
  return (Object.keys(requestRights) as RequestCommandName[]).filter((command) => {
    if (command === 'take-over-request' && actor.kind === 'person' && request.holder === actor.person) return false;
    return requestRight(command, requestStateOf(request), standings) !== undefined;
  });
}

/** Whether the actor asks; those who work on its cases see it through them. */
export const mayAskWith = (actor: Actor, request: SharingRequest): boolean =>
  actor.kind === 'machine' || requestStandingsOf(actor, request).includes('requester');

export const isMemberOf = (actor: Actor, organisation: string): boolean =>
  membershipIn(actor, organisation) !== undefined;
