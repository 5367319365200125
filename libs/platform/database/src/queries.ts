/** Something that runs SQL: the database itself, or a transaction in it. */
export interface Queries {
  /**
   * Runs one statement with parameters `$1 …`, never written into its text.
   * Objects and arrays of objects are sent as JSON; arrays of plain values as PostgreSQL arrays.
   * @param prepared name of the statement, where each connection is to plan it once: for what every command or every page
   * asks. One name, one text.
   */
  rows<Row extends object>(sql: string, parameters?: readonly unknown[], prepared?: string): Promise<Row[]>;
}

/** What runs inside one transaction: a type of its own, so that no write is given the bare database by mistake. */
export interface Transaction extends Queries {
  readonly isTransaction: true;
}
