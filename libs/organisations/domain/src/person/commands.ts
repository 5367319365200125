/** Makes an account. The address counts as confirmed only once the person has used a link sent to it. */
export interface RegisterPerson {
  readonly type: 'register-person';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly operator: boolean;
}

export interface ConfirmAddress {
  readonly type: 'confirm-address';
}

export interface RenamePerson {
  readonly type: 'rename-person';
  readonly name: string;
}

/** Gives the account another e-mail address, which is then to be confirmed. */
export interface ChangeAddress {
  readonly type: 'change-address';
  readonly email: string;
}

export interface AppointOperator {
  readonly type: 'appoint-operator';
}

export interface DismissOperator {
  readonly type: 'dismiss-operator';
}

export interface CloseAccount {
  readonly type: 'close-account';
}

export interface ReopenAccount {
  readonly type: 'reopen-account';
}

export type PersonCommand =
  | RegisterPerson
  | ConfirmAddress
  | RenamePerson
  | ChangeAddress
  | AppointOperator
  | DismissOperator
  | CloseAccount
  | ReopenAccount;

export type PersonCommandName = PersonCommand['type'];
