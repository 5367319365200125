import { accepted, refusal, refused, type LocalDate, type Outcome } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { faultsOfWords } from '../agreement/words.ts';
import type { GivePermission, PermissionCommand } from './commands.ts';
import type { PermissionEvent } from './events.ts';
import { againstPermissionStep, notYetEnded } from './guards.ts';
import { currentDelivery, dueReminder, type Permission } from './permission.ts';

export interface PermissionFacts {
  readonly today: LocalDate;
}

type Decision = Outcome<readonly PermissionEvent[]>;

const notThatDelivery = refusal('sharing.delivery-unknown', 'This permission has no such delivery now.', 'delivery');

/** A permission and its first delivery: a worker's, where a file of the dataset is stored here; else the provider's by hand. */
function give({ type: _, stored, delivery, ...facts }: GivePermission, on: LocalDate): Decision {
  return accepted([
    { type: 'permission-given', facts: { ...facts, on } },
    { type: 'delivery-begun', facts: { delivery, state: stored ? 'pending' : 'by-hand', on } },
  ]);
}

/** Decides one command to a permission; states and standings have been checked against `permissionRights` before. */
export function decidePermission(
  command: PermissionCommand,
  permission: Permission | undefined,
  circumstances: Circumstances<PermissionFacts>,
): Decision {
  const on = circumstances.facts.today;
  if (command.type === 'give-permission') return give(command, on);
  if (!permission) throw new Error(`${command.type} reached a permission that is not there`);
  const against = againstPermissionStep(command.type, permission, circumstances);
  if (against) return refused(against);
  if ('delivery' in command && currentDelivery(permission)?.id !== command.delivery) return refused(notThatDelivery);
  return decided(command, permission, circumstances);
}

function decided(
  command: Exclude<PermissionCommand, GivePermission>,
  permission: Permission,
  { actor, facts: { today: on } }: Circumstances<PermissionFacts>,
): Decision {
  const person = actor.kind === 'person' ? actor.person : '';
  switch (command.type) {
    case 'suspend-permission':
      return accepted([{ type: 'permission-suspended', facts: { on } }]);
    case 'resume-permission':
      return accepted([{ type: 'permission-resumed', facts: { on } }]);
    case 'end-permission':
      if (command.how === 'expired' && on <= permission.end) return refused(notYetEnded);
      return accepted([{ type: 'permission-ended', facts: { how: command.how, on } }]);
    case 'remind-of-end': {
      const days = dueReminder(permission, on);
      return accepted(days === undefined ? [] : [{ type: 'permission-end-reminded', facts: { days, on } }]);
    }
    case 'give-up-permission':
      return accepted([{ type: 'permission-ended', facts: { how: 'given-up', on } }]);
    case 'accept-terms':
      return accepted([{ type: 'permission-terms-accepted', facts: { person, on } }]);
    default:
      return delivered(command, permission, { person, on });
  }
}

type DeliveryCommand = Extract<PermissionCommand, { readonly delivery: string }>;

function delivered(
  command: Exclude<DeliveryCommand, GivePermission>,
  permission: Permission,
  { person, on }: { readonly person: string; readonly on: LocalDate },
): Decision {
  const { delivery } = command;
  switch (command.type) {
    case 'record-file':
      // A job that ran twice made the same bytes: the first to say so is believed.
      if (currentDelivery(permission)?.state !== 'pending') return accepted([]);
      return accepted([{ type: 'delivery-file-made', facts: { delivery, file: command.file, on } }]);
    case 'record-failure':
      if (currentDelivery(permission)?.state !== 'pending') return accepted([]);
      return accepted([
        {
          type: 'delivery-failed',
          facts: { delivery, code: command.code, on },
          content: { [`failure:${delivery}`]: command.message },
        },
      ]);
    case 'make-again':
      return accepted([{ type: 'delivery-begun', facts: { delivery, state: 'pending', on } }]);
    case 'record-hand-over': {
      const faults = faultsOfWords(command.how, 'how', 'Say how it was handed over: the recipient reads it.');
      if (faults.length > 0) return refused(...faults);
      return accepted([
        {
          type: 'delivery-handed-over',
          facts: { delivery, on },
          content: { [`hand-over:${delivery}`]: command.how.trim() },
        },
      ]);
    }
    case 'acknowledge-delivery':
      return accepted([{ type: 'delivery-acknowledged', facts: { delivery, on } }]);
    case 'download-file':
      return accepted([{ type: 'delivery-downloaded', facts: { delivery, person, on } }]);
  }
}
