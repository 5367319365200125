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
export const deliveryStates = ['pending', 'by-hand', 'delivered', 'failed', 'acknowledged'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateLabels: Record<DeliveryState, string> = {
  pending: 'Being made',
  'by-hand': 'To be handed over by the provider',
  delivered: 'Ready',
  failed: 'Could not be made',
  acknowledged: 'Received',
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
}

/** Words of a permission: why a file failed, how something was handed over. */
export interface PermissionContent {
  readonly [part: string]: unknown;
}

export const currentDelivery = ({ deliveries }: Pick<Permission, 'deliveries'>): Delivery | undefined =>
  deliveries.at(-1);

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
