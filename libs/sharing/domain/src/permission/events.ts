import type { LocalDate } from '#kernel';
import type { DomainEvent } from '#ledger/domain';
import type {
  DeliveryState,
  EndReminder,
  MadeFile,
  Permission,
  PermissionEnding,
  PermissionKey,
  RecipientNotice,
} from './permission.ts';

type Dated = { readonly on: LocalDate };
type Patch = Readonly<Record<string, unknown>>;

export type PermissionGiven = DomainEvent<
  'permission-given',
  Dated & Omit<Permission, 'state' | 'ended' | 'acceptedBy' | 'reminded' | 'deliveries' | 'keys' | 'notices'>
>;
export type PermissionSuspended = DomainEvent<'permission-suspended', Dated>;
export type PermissionResumed = DomainEvent<'permission-resumed', Dated>;
export type PermissionEnded = DomainEvent<'permission-ended', Dated & { readonly how: PermissionEnding }>;
export type EndReminded = DomainEvent<'permission-end-reminded', Dated & { readonly days: EndReminder }>;
/** One person accepted the terms before their own first use. */
export type TermsAccepted = DomainEvent<'permission-terms-accepted', Dated & { readonly person: string }>;
export type DeliveryBegun = DomainEvent<
  'delivery-begun',
  Dated & { readonly delivery: string; readonly state: Extract<DeliveryState, 'pending' | 'by-hand'> }
>;
export type FileMade = DomainEvent<
  'delivery-file-made',
  Dated & { readonly delivery: string; readonly file: MadeFile }
>;
export type DeliveryFailed = DomainEvent<
  'delivery-failed',
  Dated & { readonly delivery: string; readonly code: string },
  Patch
>;
export type HandedOver = DomainEvent<'delivery-handed-over', Dated & { readonly delivery: string }, Patch>;
export type DeliveryAcknowledged = DomainEvent<'delivery-acknowledged', Dated & { readonly delivery: string }>;
export type FileDownloaded = DomainEvent<
  'delivery-downloaded',
  Dated & { readonly delivery: string; readonly person: string; readonly key?: string }
>;
export type KeyMade = DomainEvent<
  'permission-key-made',
  Dated & { readonly key: Pick<PermissionKey, 'id' | 'hash' | 'person'> },
  Patch
>;
export type KeyRevoked = DomainEvent<'permission-key-revoked', Dated & { readonly key: string }>;
export type RecipientNoticeSent = DomainEvent<
  'recipient-notice-sent',
  Dated & { readonly notice: Pick<RecipientNotice, 'id' | 'kind' | 'answerBy' | 'deliveries'> },
  Patch
>;
export type RecipientNoticeConfirmed = DomainEvent<
  'recipient-notice-confirmed',
  Dated & { readonly notice: string; readonly person: string },
  Patch
>;
export type RecipientNoticeUnanswered = DomainEvent<'recipient-notice-unanswered', Dated & { readonly notice: string }>;

export type PermissionEvent =
  | PermissionGiven
  | PermissionSuspended
  | PermissionResumed
  | PermissionEnded
  | EndReminded
  | TermsAccepted
  | DeliveryBegun
  | FileMade
  | DeliveryFailed
  | HandedOver
  | DeliveryAcknowledged
  | FileDownloaded
  | KeyMade
  | KeyRevoked
  | RecipientNoticeSent
  | RecipientNoticeConfirmed
  | RecipientNoticeUnanswered;
