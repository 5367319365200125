/** A JSON value, as RFC 8259 has it: what an entry may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * What a command's decision yields. `facts` hold what rules need (ids, codes, dates, hashes): no names, no free text.
 * `content` holds words written by people; it stands apart from the entry, bound by a salted hash, and can be erased.
 */
export interface DomainEvent<Type extends string = string, Facts = object, Content = object> {
  readonly type: Type;
  readonly facts: Facts;
  readonly content?: Content;
}

/** A stream is the history of one aggregate: its kind and its id. */
export interface StreamName {
  readonly kind: string;
  readonly id: string;
}

/** One row of the ledger as read back for replay and for history. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly at: string;
  readonly actor: EntryActor;
  readonly facts: { readonly [key: string]: Json | undefined };
  readonly privateHash: string | null;
  readonly content: { readonly [key: string]: Json | undefined } | null;
  readonly erased: boolean;
}

/** Who acted, as the ledger keeps it: ids and codes only, so that erasing a person's name leaves the entry whole. */
export interface EntryActor {
  readonly kind: 'person' | 'machine' | 'anyone';
  readonly person: string | null;
  readonly machine: string | null;
  readonly organisation: string | null;
  /** The standing used, such as `steward`. */
  readonly standing: string;
}
