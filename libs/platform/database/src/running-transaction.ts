import type { PoolClient, QueryResult } from 'pg';
import type { Transaction } from './queries.ts';
import { statementOf } from './statement-of.ts';

/** A transaction on the connection that it holds: what is asked at once is done one after another. */
export class RunningTransaction implements Transaction {
  readonly isTransaction = true;
  private before: Promise<unknown> = Promise.resolve();
  private ended = false;

  constructor(private readonly connection: PoolClient) {}

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = [], prepared?: string): Promise<Row[]> {
    const asked = this.before.then(() => this.ask(statementOf(sql, prepared), parameters));
    this.before = asked.catch(() => undefined);
    return (await asked).rows as Row[];
  }

  /** From now on nothing is sent; what was sent is done when this is. Else a statement left behind would run on its own. */
  async end(): Promise<void> {
    this.ended = true;
    await this.before;
  }

  private ask(statement: ReturnType<typeof statementOf>, parameters: readonly unknown[]): Promise<QueryResult> {
    if (this.ended) throw new Error('The transaction in which this was asked has ended');
    return this.connection.query(statement, parameters as unknown[]);
  }
}
