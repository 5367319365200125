import type { Actor, LocalDate } from '#kernel';
import { refusal, type Refusal } from '#kernel';
import { partyOf } from '../agreement/standings.ts';
import type { PermissionCommandName } from './commands.ts';
import { againstPermissionStep } from './guards.ts';
import { permissionStatusLabels, statusOf, type Permission } from './permission.ts';
import { permissionRight, permissionRights, permissionStandingsOf, permissionStateOf } from './rights.ts';

/** Commands that people give to a permission itself; the others follow from its agreement or are a machine's. */
const given: readonly PermissionCommandName[] = [
  'download-file',
  'accept-terms',
  'acknowledge-delivery',
  'give-up-permission',
  'make-again',
  'record-hand-over',
  'make-key',
  'revoke-key',
  'send-notice',
  'recall-deliveries',
  'confirm-notice',
];

/** What a person may do to a permission now, and why not the rest, by the table and guards that the door asks. */
export function permissionPossibilities(permission: Permission, actor: Actor, today: LocalDate) {
  const standings = permissionStandingsOf(actor, permission);
  const parties = new Set(standings.map(partyOf));
  const ofSide = (command: PermissionCommandName): boolean =>
    permissionRights[command].standings.some((one) => parties.has(partyOf(one)));
  const against = (command: PermissionCommandName): Refusal | undefined => {
    if (permissionRight(command, permissionStateOf(permission), standings) !== undefined) {
      return againstPermissionStep(command, permission, { actor, facts: { today } });
    }
    const held = standings.some((one) => permissionRights[command].standings.includes(one));
    const status = permissionStatusLabels[statusOf(permission, today)].toLowerCase();
    return held
      ? refusal('sharing.not-in-this-state', `Not while the permission is: ${status}.`)
      : refusal('ledger.not-allowed', 'This is for a data owner or a steward of the provider.');
  };
  const judged = given.filter(ofSide).map((command) => ({ command, no: against(command) }));
  return {
    allowed: judged.filter(({ no }) => no === undefined).map(({ command }) => command),
    refused: judged.flatMap(({ command, no }) => (no === undefined ? [] : [{ command, ...no }])),
  };
}
