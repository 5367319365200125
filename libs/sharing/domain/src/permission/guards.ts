import { refusal, type Actor, type LocalDate, type Refusal } from '#kernel';
import type { PermissionCommandName } from './commands.ts';
import {
  currentDelivery,
  deliveriesInUse,
  isRecalled,
  liveKeys,
  mostKeys,
  openNotices,
  servedDelivery,
  statusOf,
  type Delivery,
  type DeliveryState,
  type Permission,
} from './permission.ts';

export interface SeenPermission {
  readonly actor: Actor;
  readonly facts: { readonly today: LocalDate };
}

export const notYetBegun = refusal('sharing.permission-scheduled', 'The permission has not begun yet.');
export const over = refusal('sharing.permission-over', 'The permission has ended: its last day has passed.');
export const termsNotAccepted = refusal(
  'sharing.terms-not-accepted',
  'Read the terms and accept them first: each person does so once, before their own first use.',
);
export const acceptedAlready = refusal('sharing.terms-accepted-already', 'You have accepted the terms already.');
export const noFile = refusal(
  'sharing.file-not-ready',
  'There is no file to download: it is not made yet, or held elsewhere.',
);
export const nothingToRepeat = refusal(
  'sharing.nothing-to-make',
  'The file of this permission is being made, or is not made here.',
);
export const nothingToHandOver = refusal('sharing.nothing-to-hand-over', 'Nothing waits to be handed over by hand.');
export const nothingToAcknowledge = refusal(
  'sharing.nothing-to-acknowledge',
  'Nothing was handed over that you have not acknowledged.',
);
export const recalled = refusal(
  'sharing.delivery-recalled',
  'The provider has recalled what was handed over: it can no longer be downloaded.',
);
export const givenOnce = refusal(
  'sharing.given-once',
  'The data is given once, not again and again: there is nothing to fetch with a key.',
);
export const tooManyKeys = refusal(
  'sharing.keys-too-many',
  `A permission has ${mostKeys} keys at once. Revoke one that is no longer used.`,
);
export const noKeys = refusal(
  'sharing.key-unknown',
  'This permission has no such key, or it is revoked already.',
  'key',
);
export const nothingReceived = refusal(
  'sharing.nothing-received',
  'Nothing was handed over under this permission that is not recalled already.',
);
export const noticeUnknown = refusal(
  'sharing.recipient-notice-unknown',
  'There is no such notice, or it is confirmed already.',
  'notice',
);
export const notYetEnded = refusal('sharing.permission-not-over', 'Its last day has not passed yet.');

type Guard = (permission: Permission, seen: SeenPermission) => Refusal | undefined;

/** Nothing is delivered before the first day or after the last. */
const onItsDays: Guard = (permission, { facts }) => {
  const status = statusOf(permission, facts.today);
  if (status === 'scheduled') return notYetBegun;
  return status === 'ended' ? over : undefined;
};

const accepted = ({ acceptedBy }: Permission, { actor }: SeenPermission): boolean =>
  actor.kind === 'person' && acceptedBy.includes(actor.person);

const inState =
  (states: readonly DeliveryState[], otherwise: Refusal): Guard =>
  (permission) => {
    const state = currentDelivery(permission)?.state;
    return state !== undefined && states.includes(state) ? undefined : otherwise;
  };

const hasAccepted: Guard = (permission, seen) => (accepted(permission, seen) ? undefined : termsNotAccepted);

const isServed: Guard = (permission) => {
  if (servedDelivery(permission)) return undefined;
  const current = currentDelivery(permission);
  return current && isRecalled(current) ? recalled : noFile;
};

/** What was made here or could not be, and whatever was recalled; a hand-over by hand is not repeated by itself. */
const canBeRepeated = (delivery: Delivery | undefined): boolean => {
  if (!delivery) return false;
  const made = delivery.file !== undefined && (delivery.state === 'delivered' || delivery.state === 'acknowledged');
  return made || delivery.state === 'failed' || isRecalled(delivery);
};

const somethingReceived: Guard = (permission) =>
  deliveriesInUse(permission).length === 0 ? nothingReceived : undefined;

const against: Partial<Record<PermissionCommandName, readonly Guard[]>> = {
  'accept-terms': [(permission, seen) => (accepted(permission, seen) ? acceptedAlready : undefined)],
  'make-again': [(permission) => (canBeRepeated(currentDelivery(permission)) ? undefined : nothingToRepeat)],
  'record-hand-over': [onItsDays, inState(['by-hand', 'failed'], nothingToHandOver)],
  'acknowledge-delivery': [inState(['delivered'], nothingToAcknowledge)],
  'download-file': [onItsDays, hasAccepted, isServed],
  'make-key': [
    (permission) => (permission.refreshed ? undefined : givenOnce),
    onItsDays,
    hasAccepted,
    (permission) => (liveKeys(permission).length < mostKeys ? undefined : tooManyKeys),
  ],
  'revoke-key': [(permission) => (liveKeys(permission).length > 0 ? undefined : noKeys)],
  'send-notice': [somethingReceived],
  'recall-deliveries': [somethingReceived],
  'confirm-notice': [(permission) => (openNotices(permission).length > 0 ? undefined : noticeUnknown)],
};

/** What speaks against a step that needs no input to be seen; the same for the door and for the list of what is allowed. */
export function againstPermissionStep(
  command: PermissionCommandName,
  permission: Permission,
  seen: SeenPermission,
): Refusal | undefined {
  for (const guard of against[command] ?? []) {
    const no = guard(permission, seen);
    if (no) return no;
  }
  return undefined;
}
