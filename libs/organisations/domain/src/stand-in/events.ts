import type { Role } from '#kernel';
import type { DomainEvent } from '#ledger/domain';

export type StandInNamed = DomainEvent<
  'stand-in-named',
  {
    readonly id: string;
    readonly organisation: string;
    readonly person: string;
    readonly standIn: string;
    readonly roles: readonly Role[];
    readonly from: string;
    readonly until: string;
  }
>;

export type StandInEnded = DomainEvent<'stand-in-ended', Record<never, never>>;

export type StandInEvent = StandInNamed | StandInEnded;
