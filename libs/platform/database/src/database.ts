import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { CompiledQuery, type Transaction as KyselyTransaction } from 'kysely';
import { TypeOverrides, type Pool } from 'pg';
import { takeBackDead } from './dead-connections.ts';
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

const attempts = 4;

/** PostgreSQL through MikroORM: one pool, transactions, migrations. No other code opens a connection. */
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
        onPoolCreated: takeBackDead,
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
        return await this.orm.em.fork().transactional((em) => work(transactionOf(em as EntityManager)));
      } catch (error) {
        if (attempt >= attempts || !isTransient(error)) throw error;
      }
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

function transactionOf(em: EntityManager): Transaction {
  const trx = em.getTransactionContext<KyselyTransaction<unknown>>();
  if (!trx) throw new Error('A transaction was asked for outside one');
  return {
    isTransaction: true,
    rows: async <Row extends object>(
      sql: string,
      parameters: readonly unknown[] = [],
      prepared?: string,
    ): Promise<Row[]> => {
      // The query builder hands its text to the driver as it is, which takes a named statement in its place.
      const statement = statementOf(sql, prepared) as string;
      const result = await trx.executeQuery(CompiledQuery.raw(statement, [...parameters]));
      return result.rows as Row[];
    },
  };
}

/** What the driver takes: a text, or one that it sends once to each connection under a name. */
const statementOf = (text: string, name: string | undefined): string | { name: string; text: string } =>
  name === undefined ? text : { name, text };
