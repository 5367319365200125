import { setTimeout } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { TypeOverrides, type Pool } from 'pg';
import type { Queries, Transaction } from './queries.ts';
import { RunningTransaction } from './running-transaction.ts';
import { statementOf } from './statement-of.ts';
import { isTransient } from './transient.ts';
import type { MigrationClass } from './sql-migration.ts';

/** The role under which the application works: it owns no table and may change only what the migrations grant it. */
export const applicationRole = 'wayleave_app';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** The owner migrates and makes roles; the application serves people. */
  readonly as: 'application' | 'owner';
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly name?: string;
  readonly migrations?: readonly MigrationClass[];
}

const attempts = 4;

/** PostgreSQL: the one pool of MikroORM, which migrates; statements and transactions are the driver's. No other code opens a connection. */
export class Database implements Queries {
  private constructor(
    readonly orm: MikroORM,
    private readonly url: string,
  ) {}

  static async connect(options: DatabaseOptions): Promise<Database> {
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      pool: { min: 0, max: options.poolSize ?? 10, idleTimeoutMillis: 30_000 },
      driverOptions: {
        types: new TypeOverrides(),
        application_name: options.name ?? 'wayleave',
        options: options.as === 'application' ? `-c role=${applicationRole} -c jit=off` : '-c jit=off',
      },
      extensions: [Migrator],
      migrations: {
        migrationsList: [...(options.migrations ?? [])],
        snapshot: false,
        tableName: 'migration',
        silent: true,
      },
    });
    return new Database(orm, options.url);
  }

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = [], prepared?: string): Promise<Row[]> {
    const pool = await this.pool();
    const result = await pool.query(statementOf(sql, prepared), parameters as unknown[]);
    return result.rows as Row[];
  }

  /** As `rows`, by a statement that each connection plans once: for the few reads that everybody makes. */
  prepared<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.rows(text, values, name);
  }

  /**
   * Runs `work` in one transaction; a throw rolls it back. After a deadlock or a serialisation failure it is tried again,
   * three times at most.
   */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= attempts || !isTransient(error)) throw error;
        // Whoever won has the rows first: at once it would be the same race again.
        await setTimeout(attempt * 20);
      }
    }
  }

  /** On a connection of the pool itself: every command waits for each layer in between. */
  private async once<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const connection = await (await this.pool()).connect();
    let broken: Error | undefined;
    const breaks = (error: Error): void => void (broken = error);
    connection.on('error', breaks);
    const transaction = new RunningTransaction(connection);
    try {
      await connection.query('begin');
      const result = await work(transaction);
      await transaction.end();
      await connection.query('commit');
      return result;
    } catch (error) {
      await transaction.end();
      await connection.query('rollback').catch(breaks);
      throw error;
    } finally {
      connection.off('error', breaks);
      connection.release(broken);
    }
  }

  /** The pool of the `pg` driver, for what needs a connection to itself: LISTEN, COPY. Its life belongs to this object. */
  async pool(): Promise<Pool> {
    return (await (this.orm.em.getConnection() as { getNativeClient(): Promise<unknown> }).getNativeClient()) as Pool;
  }

  /** The address this database was opened by; holds a password: never log it. */
  get address(): string {
    return this.url;
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }
}
