import { refusal, type Actor, type LocalDate, type Refusal } from '#kernel';
import type { PermissionCommandName } from './commands.ts';
import { currentDelivery, statusOf, type DeliveryState, type Permission } from './permission.ts';

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

const against: Partial<Record<PermissionCommandName, readonly Guard[]>> = {
  'accept-terms': [(permission, seen) => (accepted(permission, seen) ? acceptedAlready : undefined)],
  'make-again': [
    inState(['failed', 'delivered', 'acknowledged'], nothingToRepeat),
    (permission) =>
      currentDelivery(permission)?.state !== 'failed' && !currentDelivery(permission)?.file
        ? nothingToRepeat
        : undefined,
  ],
  'record-hand-over': [onItsDays, inState(['by-hand', 'failed'], nothingToHandOver)],
  'acknowledge-delivery': [inState(['delivered'], nothingToAcknowledge)],
  'download-file': [
    onItsDays,
    (permission, seen) => (accepted(permission, seen) ? undefined : termsNotAccepted),
    inState(['delivered', 'acknowledged'], noFile),
    (permission) => (currentDelivery(permission)?.file ? undefined : noFile),
  ],
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
