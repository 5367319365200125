import { accepted, addWorkingDays, refusal, refused, type LocalDate, type Outcome } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { faultsOfWords } from '../agreement/words.ts';
import type {
  ConfirmNotice,
  GivePermission,
  MakeKey,
  PermissionCommand,
  RecallDeliveries,
  SendNotice,
} from './commands.ts';
import type { PermissionEvent } from './events.ts';
import { againstPermissionStep, noKeys, noticeUnknown, notYetEnded } from './guards.ts';
import {
  currentDelivery,
  daysToConfirm,
  deliveriesInUse,
  dueReminder,
  liveKeys,
  openNotices,
  servedDelivery,
  type Permission,
} from './permission.ts';

export interface PermissionFacts {
  readonly today: LocalDate;
  /** Of the provider's nation. */
  readonly holidays: ReadonlySet<LocalDate>;
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
  if ('delivery' in command && deliveryMeant(command.type, permission) !== command.delivery) {
    return refused(notThatDelivery);
  }
  return decided(command, permission, circumstances);
}

const deliveryMeant = (command: PermissionCommand['type'], permission: Permission): string | undefined =>
  (command === 'download-file' ? servedDelivery : currentDelivery)(permission)?.id;

function decided(
  command: Exclude<PermissionCommand, GivePermission>,
  permission: Permission,
  circumstances: Circumstances<PermissionFacts>,
): Decision {
  const { actor, facts } = circumstances;
  const { today: on } = facts;
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
    case 'refresh-file':
      return accepted(
        permission.refreshed
          ? [{ type: 'delivery-begun', facts: { delivery: command.next, state: 'pending', on } }]
          : [],
      );
    case 'make-key':
      return keyMade(command, { person, on });
    case 'revoke-key':
      if (!liveKeys(permission).some(({ id }) => id === command.key)) return refused(noKeys);
      return accepted([{ type: 'permission-key-revoked', facts: { key: command.key, on } }]);
    case 'send-notice':
    case 'recall-deliveries':
      return noticeSent(command, permission, facts);
    case 'confirm-notice':
      return noticeConfirmed(command, permission, { person, on });
    case 'note-silence':
      return accepted(
        openNotices(permission)
          .filter(({ answerBy, silent }) => on > answerBy && silent === undefined)
          .map(({ id }) => ({ type: 'recipient-notice-unanswered', facts: { notice: id, on } })),
      );
    default:
      return delivered(command, permission, { person, on });
  }
}

interface By {
  readonly person: string;
  readonly on: LocalDate;
}

const longestLabel = 100;

function keyMade({ key, hash, label = '' }: MakeKey, { person, on }: By): Decision {
  const words = label.trim();
  if (words.length > longestLabel) {
    return refused(refusal('sharing.text-too-long', `Shorten this to ${longestLabel} characters.`, 'label'));
  }
  return accepted([
    {
      type: 'permission-key-made',
      facts: { key: { id: key, hash, person }, on },
      ...(words === '' ? {} : { content: { [`key:${key}`]: words } }),
    },
  ]);
}

function noticeSent(
  command: SendNotice | RecallDeliveries,
  permission: Permission,
  { today: on, holidays }: PermissionFacts,
): Decision {
  const { notice: id, text } = command;
  const faults = faultsOfWords(
    text,
    'text',
    'Say what is wrong and what is to be done: those who have the data read it.',
  );
  if (faults.length > 0) return refused(...faults);
  const kind = command.type === 'recall-deliveries' ? 'recalled' : command.kind;
  const deliveries = deliveriesInUse(permission).map((one) => one.id);
  const answerBy = addWorkingDays(on, daysToConfirm, holidays);
  return accepted([
    {
      type: 'recipient-notice-sent',
      facts: { notice: { id, kind, answerBy, deliveries }, on },
      content: { [`notice:${id}`]: text.trim() },
    },
  ]);
}

function noticeConfirmed({ notice, statement }: ConfirmNotice, permission: Permission, { person, on }: By): Decision {
  if (!openNotices(permission).some(({ id }) => id === notice)) return refused(noticeUnknown);
  const faults = faultsOfWords(statement, 'statement', 'Say what was done: the provider reads it.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'recipient-notice-confirmed',
      facts: { notice, person, on },
      content: { [`confirmed:${notice}`]: statement.trim() },
    },
  ]);
}

type DeliveryCommand = Extract<PermissionCommand, { readonly delivery: string }>;

function delivered(
  command: Exclude<DeliveryCommand, GivePermission>,
  permission: Permission,
  { person, on }: By,
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
    case 'make-again': {
      // What was handed over by hand and recalled is handed over by hand again.
      const { state, file } = currentDelivery(permission) ?? {};
      const again = file === undefined && state !== 'failed' ? 'by-hand' : 'pending';
      return accepted([{ type: 'delivery-begun', facts: { delivery: command.next, state: again, on } }]);
    }
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
      return accepted([
        {
          type: 'delivery-downloaded',
          facts: { delivery, person, ...(command.key === undefined ? {} : { key: command.key }), on },
        },
      ]);
  }
}
