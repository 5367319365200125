import type { Database, Transaction } from '#platform/database';

/**
 * A transaction that is open already, in the shape of the database: whoever opens one in it goes on in the same, so that the
 * commands of people, each of which has a transaction of its own elsewhere, are kept together or not at all. It has no
 * connections to give, and nothing here asks for any.
 */
export const databaseWithin = (transaction: Transaction): Database => {
  const within: Pick<Database, 'rows' | 'transaction'> = {
    rows: (sql, parameters) => transaction.rows(sql, parameters),
    transaction: (work) => work(transaction),
  };
  return within as Database;
};
