import type { Queries } from '#platform/database';

interface Kept<Value> {
  readonly made: Promise<Value>;
  readonly until: number;
}

/**
 * Keeps what was counted of the whole catalogue until the catalogue changes. Every transaction that changes what may be
 * found raises `catalogue_edition`, so an answer under the present edition is exact. Names of organisations have no
 * edition: for their sake nothing is kept longer than `maxAge`.
 */
export class EditionCache<Value> {
  private edition = '';
  private readonly kept = new Map<string, Kept<Value>>();

  constructor(
    private readonly queries: Queries,
    private readonly limits: { readonly entries: number; readonly maxAge: number },
  ) {}

  /** The value under `key`, made at most once for an edition. @param key names everything that the value depends on */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const [row] = await this.queries.rows<{ edition: string }>('select edition::text from catalogue_edition');
    const edition = row?.edition ?? '';
    if (edition !== this.edition) this.kept.clear();
    this.edition = edition;
    const found = this.kept.get(key);
    if (found && found.until > performance.now()) return found.made;
    const made = make();
    this.keep(key, made);
    return made;
  }

  private keep(key: string, made: Promise<Value>): void {
    this.kept.delete(key);
    this.kept.set(key, { made, until: performance.now() + this.limits.maxAge });
    // What failed is asked again by the next.
    made.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.limits.entries && oldest !== undefined) this.kept.delete(oldest);
  }
}
