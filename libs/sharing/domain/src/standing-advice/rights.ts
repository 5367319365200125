import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { adviceLabels, type AdviceLabel } from '../case/route.ts';
import { rolesHeld } from '../case/standings.ts';
import type { StandingAdviceCommandName } from './commands.ts';
import type { StandingAdviceRecord } from './standing-advice.ts';

export const standingAdviceStates = ['absent', 'given', 'ended'] as const;
export type StandingAdviceState = (typeof standingAdviceStates)[number];

/** What somebody is to standing advice: an adviser of its label, an administrator, or a colleague in its organisation. */
export const standingsToStandingAdvice = ['adviser', 'administrator', 'colleague'] as const;
export type StandingToStandingAdvice = (typeof standingsToStandingAdvice)[number];

/**
 * Advice is its adviser's to give. An administrator may end it, so that none goes on when its post stands empty: from then on
 * each case is asked about again.
 */
export const standingAdviceRights: Rights<StandingAdviceCommandName, StandingAdviceState, StandingToStandingAdvice> = {
  'give-standing-advice': { states: ['absent'], standings: ['adviser'] },
  'end-standing-advice': { states: ['given'], standings: ['adviser', 'administrator'] },
};

const stateOf = (advice: StandingAdviceRecord | undefined): StandingAdviceState => {
  if (!advice) return 'absent';
  return advice.ended ? 'ended' : 'given';
};

/** What the actor is to advice of this label in this organisation; empty for those outside it, and for who acts elsewhere. */
export function standingsInAdvice(
  actor: Actor,
  { organisation, label }: Pick<StandingAdviceRecord, 'organisation' | 'label'>,
): readonly StandingToStandingAdvice[] {
  if (actor.kind !== 'person' || actor.actingFor !== organisation) return [];
  const membership = membershipIn(actor, organisation);
  if (!membership) return [];
  return [
    ...(rolesHeld(membership).has(`adviser:${label}`) ? (['adviser'] as const) : []),
    ...(membership.roles.includes('administrator') ? (['administrator'] as const) : []),
    'colleague',
  ];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function standingAdviceRight(
  command: StandingAdviceCommandName,
  advice: StandingAdviceRecord | undefined,
  standings: readonly string[],
): StandingToStandingAdvice | undefined {
  const right = standingAdviceRights[command];
  if (!right.states.includes(stateOf(advice))) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

const acting = (actor: Actor, organisation: string): Actor =>
  actor.kind === 'person' ? { ...actor, actingFor: organisation } : actor;

/** What the actor could do to this advice by acting for its organisation. */
export function allowedStandingAdviceCommands(actor: Actor, advice: StandingAdviceRecord): StandingAdviceCommandName[] {
  const standings = standingsInAdvice(acting(actor, advice.organisation), advice);
  return (Object.keys(standingAdviceRights) as StandingAdviceCommandName[]).filter(
    (command) => standingAdviceRight(command, advice, standings) !== undefined,
  );
}

/** The labels for which the actor could give standing advice by acting for the organisation. */
export const labelsToGive = (actor: Actor, organisation: string): readonly AdviceLabel[] =>
  adviceLabels.filter((label) => {
    const standings = standingsInAdvice(acting(actor, organisation), { organisation, label });
    return standingAdviceRight('give-standing-advice', undefined, standings) !== undefined;
  });
