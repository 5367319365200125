import { addDays, type LocalDate } from '#kernel';
import type { AgreedDataset } from '../agreement/agreed-data.ts';
import type { Between } from '../agreement/standings.ts';

/** `given` is in use from its first day to its last; what a day makes of it is computed, never stored. */
export const permissionStates = ['given', 'suspended', 'ended'] as const;
export type PermissionState = (typeof permissionStates)[number];

export const permissionEndings = ['expired', 'revoked', 'terminated', 'given-up'] as const;
export type PermissionEnding = (typeof permissionEndings)[number];

/** What people read of a permission on a day. */
export const permissionStatuses = ['scheduled', 'active', 'suspended', 'ended'] as const;
export type PermissionStatus = (typeof permissionStatuses)[number];

export const permissionStatusLabels: Record<PermissionStatus, string> = {
  scheduled: 'Begins later',
  active: 'In use',
  suspended: 'Suspended',
  ended: 'Ended',
};

export const permissionEndingLabels: Record<PermissionEnding, string> = {
  expired: 'Ended on its date',
  revoked: 'Ended by the owner',
  terminated: 'Ended by agreement',
  'given-up': 'Given up by the recipient',
};

/** `pending` waits for a worker, `by-hand` for the steward: nothing of the dataset is stored here. */
export const deliveryStates = [
  'pending',
  'by-hand',
  'delivered',
  'failed',
  'acknowledged',
  'recalled',
  'recall-confirmed',
  'recall-unanswered',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateLabels: Record<DeliveryState, string> = {
  pending: 'Being made',
  'by-hand': 'To be handed over by the provider',
  delivered: 'Ready',
  failed: 'Could not be made',
  acknowledged: 'Received',
  recalled: 'Recalled: deletion not confirmed yet',
  'recall-confirmed': 'Recalled, and deleted',
  'recall-unanswered': 'Recalled: nobody answered',
};

/** The file that was made for a permission; its hash is what both sides can check. */
export interface MadeFile {
  readonly id: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
}

/** One hand-over of data under a permission. */
export interface Delivery {
  readonly id: string;
  readonly state: DeliveryState;
  readonly on: LocalDate;
  readonly file?: MadeFile;
  readonly downloads: number;
}

/** What opens the stable address of a refreshed permission without a session: a person's own, and only as long as they may. */
export interface PermissionKey {
  readonly id: string;
  /** SHA-256 of the key, hexadecimal; the key itself is 256 random bits, shown once and kept nowhere. */
  readonly hash: string;
  readonly person: string;
  readonly on: LocalDate;
  readonly used?: LocalDate;
  readonly revoked?: LocalDate;
}

/** Keys of one permission that work at once. */
export const mostKeys = 5;

/** What those who received data are told about it afterwards. */
export const recipientNoticeKinds = ['correct', 'erase', 'stop', 'recalled'] as const;
export type RecipientNoticeKind = (typeof recipientNoticeKinds)[number];

export const recipientNoticeLabels: Record<RecipientNoticeKind, string> = {
  correct: 'Correct it',
  erase: 'Erase parts of it',
  stop: 'Stop using it',
  recalled: 'Recalled: delete all of it',
};

/** A notice to whoever received something under a permission, with what became of it. */
export interface RecipientNotice {
  readonly id: string;
  readonly kind: RecipientNoticeKind;
  readonly on: LocalDate;
  readonly answerBy: LocalDate;
  /** What it speaks of: versions that had been handed over. */
  readonly deliveries: readonly string[];
  readonly confirmed?: { readonly person: string; readonly on: LocalDate };
  /** The day on which nobody had answered in time; a confirmation may still come. */
  readonly silent?: LocalDate;
}

/** Working days in which a notice is to be answered. */
export const daysToConfirm = 10;

/** What an agreement gives of one dataset: to whom, which columns and rows, from when until when. */
export interface Permission extends Between, AgreedDataset {
  readonly id: string;
  readonly agreement: string;
  readonly reference: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly state: PermissionState;
  readonly ended?: { readonly how: PermissionEnding; readonly on: LocalDate };
  /** Each person accepts the terms before their own first use. */
  readonly acceptedBy: readonly string[];
  /** How many days before its end both sides were last told of it. */
  readonly reminded?: EndReminder;
  /** The newest last. */
  readonly deliveries: readonly Delivery[];
  /** Given again and again: its file is made anew whenever that of the dataset changes, at an address that stays. */
  readonly refreshed?: true;
  /** Absent before the first. */
  readonly keys?: readonly PermissionKey[];
  /** Absent before the first. */
  readonly notices?: readonly RecipientNotice[];
}

/** Words of a permission: why a file failed, how something was handed over, what a notice says and what was answered. */
export interface PermissionContent {
  readonly [part: string]: unknown;
}

export const currentDelivery = ({ deliveries }: Pick<Permission, 'deliveries'>): Delivery | undefined =>
  deliveries.at(-1);

const handedOver: readonly DeliveryState[] = ['delivered', 'acknowledged'];

/** What somebody has, or can have: versions that were handed over and not recalled. */
export const deliveriesInUse = ({ deliveries }: Pick<Permission, 'deliveries'>): readonly Delivery[] =>
  deliveries.filter(({ state }) => handedOver.includes(state));

const recallStates: readonly DeliveryState[] = ['recalled', 'recall-confirmed', 'recall-unanswered'];
export const isRecalled = ({ state }: Pick<Delivery, 'state'>): boolean => recallStates.includes(state);

/** Every version that left the provider, recalled or not. */
export const handedOverDeliveries = ({ deliveries }: Pick<Permission, 'deliveries'>): readonly Delivery[] =>
  deliveries.filter((one) => handedOver.includes(one.state) || isRecalled(one));

/** What a download gives: the newest file that is made and not recalled. One that is being made anew does not take it away. */
export const servedDelivery = ({ deliveries }: Pick<Permission, 'deliveries'>): Delivery | undefined =>
  deliveries.findLast(({ state, file }) => file !== undefined && handedOver.includes(state));

export const liveKeys = ({ keys = [] }: Pick<Permission, 'keys'>): readonly PermissionKey[] =>
  keys.filter(({ revoked }) => revoked === undefined);

export const openNotices = ({ notices = [] }: Pick<Permission, 'notices'>): readonly RecipientNotice[] =>
  notices.filter(({ confirmed }) => confirmed === undefined);

/** Days before the end of a permission on which both sides are told that it ends. */
export const endReminders = [30, 7, 1] as const;
export type EndReminder = (typeof endReminders)[number];

/** The reminder that is due by the days that are left; undefined where there is none, or it was given. */
export function dueReminder(
  { end, reminded }: Pick<Permission, 'end' | 'reminded'>,
  today: LocalDate,
): EndReminder | undefined {
  if (today > end) return undefined;
  const due = endReminders.findLast((days) => end <= addDays(today, days));
  return due === undefined || (reminded !== undefined && reminded <= due) ? undefined : due;
}

/** What the permission is today: it ends by itself after its last day, whether a schedule has come by or not. */
export function statusOf(
  { state, start, end }: Pick<Permission, 'state' | 'start' | 'end'>,
  today: LocalDate,
): PermissionStatus {
  if (state === 'ended' || today > end) return 'ended';
  if (state === 'suspended') return 'suspended';
  return today < start ? 'scheduled' : 'active';
}
