import type { Role } from '#kernel';

/** Names who covers whom, for which roles, on which days: both given as YYYY-MM-DD, both included. */
export interface NameStandIn {
  readonly type: 'name-stand-in';
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly standIn: string;
  /** `requester` is every member's and is left out. */
  readonly roles: readonly Role[];
  readonly from: string;
  readonly until: string;
}

/** Ends cover at once, whatever its last day was to be. */
export interface EndStandIn {
  readonly type: 'end-stand-in';
}

export type StandInCommand = NameStandIn | EndStandIn;
export type StandInCommandName = StandInCommand['type'];
