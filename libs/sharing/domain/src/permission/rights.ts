import type { Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { standingsBetween, type AgreementStanding } from '../agreement/standings.ts';
import type { PermissionCommand, PermissionCommandName } from './commands.ts';
import { permissionStates, type Permission, type PermissionState } from './permission.ts';

export type PermissionRightState = 'none' | PermissionState;
export const permissionRightStates: readonly PermissionRightState[] = ['none', ...permissionStates];

/** Standings by which somebody ends or stops an agreement: its permissions follow in the same decision. */
const withAgreement: readonly AgreementStanding[] = [
  'owner',
  'siro',
  'signatory',
  'adviser',
  'recipient-signatory',
  'machine',
];
/** Standings by which the last signature comes into the record: of signatories, of a page sent by mail, of a scanned copy. */
const withLastSignature: readonly AgreementStanding[] = [
  'owner',
  'signatory',
  'steward',
  'administrator',
  'recipient-signatory',
  'recipient',
  'machine',
];
const recipients: readonly AgreementStanding[] = ['recipient-signatory', 'recipient'];

/** Who may do what to a permission, and when. */
export const permissionRights: Rights<PermissionCommandName, PermissionRightState, AgreementStanding> = {
  'give-permission': { states: ['none'], standings: withLastSignature },
  'suspend-permission': { states: ['given'], standings: withAgreement },
  'resume-permission': { states: ['suspended'], standings: ['owner', 'siro'] },
  'end-permission': { states: ['given', 'suspended'], standings: withAgreement },
  'remind-of-end': { states: ['given'], standings: ['machine'] },
  'give-up-permission': { states: ['given', 'suspended'], standings: recipients },
  'accept-terms': { states: ['given'], standings: recipients },
  'record-file': { states: ['given', 'suspended'], standings: ['machine'] },
  'record-failure': { states: ['given', 'suspended'], standings: ['machine'] },
  'make-again': { states: ['given', 'suspended'], standings: ['owner', 'steward'] },
  'refresh-file': { states: ['given', 'suspended'], standings: ['machine'] },
  'record-hand-over': { states: ['given'], standings: ['steward', 'owner'] },
  'acknowledge-delivery': { states: ['given', 'suspended'], standings: recipients },
  'download-file': { states: ['given'], standings: recipients },
  'make-key': { states: ['given'], standings: recipients },
  'revoke-key': { states: ['given', 'suspended'], standings: [...recipients, 'owner', 'steward'] },
  // What was received outlives the permission: so do notices about it.
  'send-notice': { states: permissionStates, standings: ['owner', 'siro', 'steward', 'adviser'] },
  'recall-deliveries': { states: permissionStates, standings: ['owner', 'siro'] },
  'confirm-notice': { states: permissionStates, standings: recipients },
  'note-silence': { states: permissionStates, standings: ['machine'] },
};

export const permissionStateOf = (permission: Permission | undefined): PermissionRightState =>
  permission?.state ?? 'none';

export function permissionStandingsOf(
  actor: Actor,
  permission: Permission | undefined,
  command?: PermissionCommand,
): AgreementStanding[] {
  const between = permission ?? (command?.type === 'give-permission' ? command : undefined);
  return between ? standingsBetween(actor, between) : [];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function permissionRight(
  command: PermissionCommandName,
  state: PermissionRightState,
  standings: readonly string[],
): AgreementStanding | undefined {
  const right = permissionRights[command];
  return right.states.includes(state) ? right.standings.find((standing) => standings.includes(standing)) : undefined;
}
