import type { LocalDate, Outcome } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { Agreement, AgreementContent } from './agreement.ts';
import type { AgreementCommand } from './commands.ts';
import type { AgreementEvent } from './events.ts';

/** A dataset with the names of its columns by id. */
export interface NamedColumns {
  readonly title: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** What a decision about an agreement must know of other rows and of what a hash is. */
export interface AgreementFacts {
  readonly today: LocalDate;
  /** Holidays in the provider's calendar. */
  readonly holidays: ReadonlySet<LocalDate>;
  /** Its datasets as they are today, with the names of their columns by id: rows can be chosen by any of them. */
  readonly datasets: ReadonlyMap<string, NamedColumns>;
  /** Whether the case is decided and nobody reviews it: terms of a decision that may fall are not signed. */
  readonly decisionStands: boolean;
  /** Whether the decision was taken back, or falls by a review: its terms fall with it. */
  readonly decisionFell: boolean;
  /** For a copy that is put on record: the day on which its terms were frozen. */
  readonly askedOn?: LocalDate;
  /** For signatures: the terms as they stand and the SHA-256 of their canonical form (RFC 8785). */
  readonly canonical?: { readonly terms: object; readonly hash: string };
}

export type AgreementDecision = Outcome<readonly AgreementEvent[]>;

export interface AgreementDeciding<Command extends AgreementCommand = AgreementCommand> {
  readonly command: Command;
  readonly agreement: Agreement;
  readonly content: AgreementContent;
  readonly circumstances: Circumstances<AgreementFacts>;
}
