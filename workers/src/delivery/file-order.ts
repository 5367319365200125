import type { FormRule } from '#sharing/domain';

/** A column by the name that stands in the heading of the source. */
export interface OrderedColumn {
  readonly name: string;
  readonly rule?: FormRule;
}

export type OrderedRows =
  | { readonly column: string; readonly is: readonly string[] }
  | { readonly column: string; readonly from?: string; readonly until?: string };

/** What a permission gives of a file: these columns in this order, of the rows that meet every filter. */
export interface FileOrder {
  readonly columns: readonly OrderedColumn[];
  /** All columns as they are; none is named then. */
  readonly whole: boolean;
  readonly rows: readonly OrderedRows[];
}

/** Why no file can be made: said to the provider, who can mend it. */
export class FileFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FileFault';
  }
}
