import type { Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { agreementStates, beforeForce, type Agreement, type AgreementState } from './agreement.ts';
import type { AgreementCommand, AgreementCommandName } from './commands.ts';
import { standingsBetween, type AgreementStanding } from './standings.ts';

/** `none` is the state of an agreement that is not there yet. */
export type AgreementRightState = 'none' | AgreementState;
export const agreementRightStates: readonly AgreementRightState[] = ['none', ...agreementStates];

const running: readonly AgreementState[] = ['in-force', 'suspended'];

/** People of either side who see to it that somebody signs for it: no signature waits for a role that nobody holds. */
const asksToSign: readonly AgreementStanding[] = [
  'owner',
  'signatory',
  'steward',
  'administrator',
  'recipient-signatory',
  'recipient',
];

/** Who may do what to an agreement, and when; of several standings the one named first is put on record. */
export const agreementRights: Rights<AgreementCommandName, AgreementRightState, AgreementStanding> = {
  'draft-agreement': { states: ['none'], standings: ['machine'] },
  'set-data': { states: ['drafting'], standings: ['owner', 'steward'] },
  'set-term': { states: ['drafting'], standings: ['owner', 'steward'] },
  'offer-terms': { states: ['drafting'], standings: ['owner', 'steward', 'signatory'] },
  'take-back-terms': { states: ['negotiating', 'awaiting-signatures'], standings: ['owner', 'steward', 'signatory'] },
  'propose-clause': {
    states: beforeForce,
    standings: ['owner', 'steward', 'signatory', 'recipient-signatory', 'recipient'],
  },
  'answer-proposal': {
    states: ['negotiating'],
    standings: ['owner', 'steward', 'signatory', 'recipient-signatory', 'recipient'],
  },
  'withdraw-proposal': {
    states: ['negotiating'],
    standings: ['owner', 'steward', 'signatory', 'recipient-signatory', 'recipient'],
  },
  'ask-signatures': { states: ['negotiating'], standings: ['owner', 'steward', 'signatory'] },
  'sign-agreement': { states: ['awaiting-signatures'], standings: ['signatory', 'recipient-signatory'] },
  'invite-signatory': { states: ['awaiting-signatures'], standings: asksToSign },
  'withdraw-invitation': { states: ['awaiting-signatures'], standings: asksToSign },
  'sign-by-invitation': { states: ['awaiting-signatures'], standings: ['machine'] },
  'decline-invitation': { states: ['awaiting-signatures'], standings: ['machine'] },
  'record-signed-copy': { states: ['awaiting-signatures'], standings: asksToSign },
  'suspend-agreement': { states: ['in-force'], standings: ['owner', 'siro', 'adviser'] },
  'resume-agreement': { states: ['suspended'], standings: ['owner', 'siro'] },
  'revoke-agreement': { states: running, standings: ['owner', 'siro'] },
  'terminate-agreement': { states: running, standings: ['signatory', 'recipient-signatory'] },
  'expire-agreement': { states: running, standings: ['machine'] },
  'abandon-agreement': {
    states: beforeForce,
    standings: ['owner', 'siro', 'recipient-signatory', 'recipient', 'machine'],
  },
  'note-delivery': { states: running, standings: ['machine'] },
  'confirm-disposal': { states: ['disposal-due'], standings: ['recipient-signatory', 'recipient'] },
  'close-unconfirmed': { states: ['disposal-due'], standings: ['machine'] },
};

export const agreementStateOf = (agreement: Agreement | undefined): AgreementRightState => agreement?.state ?? 'none';

/** What the actor is to this agreement, or to the one that the command would begin. */
export function agreementStandingsOf(
  actor: Actor,
  agreement: Agreement | undefined,
  command?: AgreementCommand,
): AgreementStanding[] {
  const between = agreement ?? (command?.type === 'draft-agreement' ? command : undefined);
  return between ? standingsBetween(actor, between) : [];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function agreementRight(
  command: AgreementCommandName,
  state: AgreementRightState,
  standings: readonly string[],
): AgreementStanding | undefined {
  const right = agreementRights[command];
  return right.states.includes(state) ? right.standings.find((standing) => standings.includes(standing)) : undefined;
}
