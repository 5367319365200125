import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { actingIn } from '../organisation/rights.ts';
import type { StandInCommandName } from './commands.ts';
import type { StandInRecord } from './stand-in.ts';

export const standInStates = ['absent', 'named', 'ended'] as const;
export type StandInState = (typeof standInStates)[number];

/** What an actor is to cover: the one covered, the one who covers, the organisation's administrator, a colleague, a machine. */
export const standingsToStandIn = ['machine', 'covered', 'stand-in', 'administrator', 'colleague'] as const;
export type StandingToStandIn = (typeof standingsToStandIn)[number];

/**
 * Who may do what about cover. Everybody may name their own stand-in, an administrator anybody's; either side may end it.
 * Nobody takes another's roles: only the one covered, or an administrator, gives them.
 */
export const standInRights: Rights<StandInCommandName, StandInState, StandingToStandIn> = {
  'name-stand-in': { states: ['absent'], standings: ['covered', 'administrator', 'machine'] },
  'end-stand-in': { states: ['named'], standings: ['covered', 'stand-in', 'administrator', 'machine'] },
};

export const stateOfStandIn = (record: { readonly ended: boolean } | undefined): StandInState => {
  if (record === undefined) return 'absent';
  return record.ended ? 'ended' : 'named';
};

/** What the actor is to cover of this person in this organisation; empty for those outside it, and for who acts elsewhere. */
export function standingsToCover(
  actor: Actor,
  cover: { readonly organisation: string; readonly person: string; readonly standIn?: string },
): readonly StandingToStandIn[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone' || actor.actingFor !== cover.organisation) return [];
  const acting = membershipIn(actor, cover.organisation);
  if (acting === undefined) return [];
  return [
    ...(actor.person === cover.person ? (['covered'] as const) : []),
    ...(actor.person === cover.standIn ? (['stand-in'] as const) : []),
    ...(acting.roles.includes('administrator') ? (['administrator'] as const) : []),
    'colleague',
  ];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function standInRight(
  command: StandInCommandName,
  record: StandInRecord | undefined,
  standings: readonly string[],
): StandingToStandIn | undefined {
  const right = standInRights[command];
  if (!right.states.includes(stateOfStandIn(record))) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

/** The commands that this actor could give now by acting for the organisation of this cover. */
export function allowedStandInCommands(actor: Actor, record: StandInRecord): StandInCommandName[] {
  const standings = standingsToCover(actingIn(actor, record.organisation), record);
  return (Object.keys(standInRights) as StandInCommandName[]).filter(
    (command) => standInRight(command, record, standings) !== undefined,
  );
}

/** Whether this actor could name a stand-in for this person by acting for the organisation. */
export const mayNameStandIn = (actor: Actor, organisation: string, person: string): boolean =>
  standInRight(
    'name-stand-in',
    undefined,
    standingsToCover(actingIn(actor, organisation), { organisation, person }),
  ) !== undefined;
