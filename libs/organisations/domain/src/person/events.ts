import type { DomainEvent } from '#ledger/domain';

type Nothing = Record<never, never>;

export type PersonRegistered = DomainEvent<
  'person-registered',
  { readonly id: string; readonly operator: boolean },
  { readonly name: string; readonly email: string }
>;
export type AddressConfirmed = DomainEvent<'person-address-confirmed', Nothing>;
export type PersonRenamed = DomainEvent<'person-renamed', Nothing, { readonly name: string }>;
export type AddressChanged = DomainEvent<'person-address-changed', Nothing, { readonly email: string }>;
export type OperatorAppointed = DomainEvent<'person-appointed-operator', Nothing>;
export type OperatorDismissed = DomainEvent<'person-dismissed-as-operator', Nothing>;
export type AccountClosed = DomainEvent<'person-account-closed', Nothing>;
export type AccountReopened = DomainEvent<'person-account-reopened', Nothing>;

export type PersonEvent =
  | PersonRegistered
  | AddressConfirmed
  | PersonRenamed
  | AddressChanged
  | OperatorAppointed
  | OperatorDismissed
  | AccountClosed
  | AccountReopened;
