import { stringify, type Stringifier } from 'csv-stringify';
import { isUuid, localDate } from '#kernel';
import type { Database } from '#platform/database';
import type { Register, RegisterEntry, RegisterQuery, RegisterRow } from '#sharing/contracts';
import { refusalGrounds } from '#sharing/domain';
import type { SharingSources } from '../queries/sharing-sources.ts';
import { readRegister, registeredColumns, registeredFrom, type Registered } from './register-sources.ts';
import { csvColumns, csvRow } from './register-csv.ts';
import { registerRowOf } from './register-row.ts';
import { registerUpdates } from './register-updates.ts';

/** As many rows as one statement reads of an export. */
const portion = 200;

/** The status of a row on the day $1, as `registerStatus` has it. */
const statusSql = `case when agreement.status = 'suspended' then 'suspended'
  when agreement.status <> 'in-force' or agreement.ends_on < $1::date then 'ended'
  when agreement.starts_on > $1::date then 'upcoming'
  when (agreement.state->'term'->>'review')::date < $1::date then 'review-overdue' else 'active' end`;

/** What everybody may read of sharing: agreements in force and past, and counts of what was refused. */
export class SharingRegister {
  constructor(
    private readonly database: Database,
    private readonly sources: SharingSources,
  ) {}

  private get today(): string {
    return localDate(this.sources.clock.now().toISOString());
  }

  async page({ provider, status, page, size }: RegisterQuery): Promise<Register> {
    const filters = `and ($2::text is null or exists (select from organisation
      where organisation.id = agreement.provider and organisation.slug = $2)) and ($3::text is null or ${statusSql} = $3)`;
    const [rows, [count], providers, refusals] = await Promise.all([
      this.database.rows<Registered>(
        `select ${registeredColumns} ${registeredFrom} ${filters}
         order by agreement.state->>'inForceOn' desc, agreement.id desc limit $4 offset $5`,
        [this.today, provider ?? null, status ?? null, size, (page - 1) * size],
      ),
      this.database.rows<{ total: number }>(`select count(*)::integer as total ${registeredFrom} ${filters}`, [
        this.today,
        provider ?? null,
        status ?? null,
      ]),
      this.providers(),
      this.refusals(),
    ]);
    const reading = await readRegister(this.database, this.sources, rows);
    return {
      items: rows.map((row) => registerRowOf(row, reading, this.today)),
      total: count?.total ?? 0,
      page,
      size,
      providers,
      refusals,
    };
  }

  async entry(id: string): Promise<RegisterEntry | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.database.rows<Registered>(
      `select ${registeredColumns} ${registeredFrom} and agreement.id = $1`,
      [id],
    );
    if (!row) return undefined;
    const reading = await readRegister(this.database, this.sources, [row]);
    return { ...registerRowOf(row, reading, this.today), updates: await registerUpdates(this.database, id) };
  }

  /** Every row, the newest first, a portion at a time. */
  async *all(): AsyncIterable<RegisterRow> {
    for (let after: { on: string; id: string } | undefined; ;) {
      const rows: Registered[] = await this.database.rows<Registered>(
        `select ${registeredColumns} ${registeredFrom}
           and ($1::text is null or (agreement.state->>'inForceOn', agreement.id) < ($1, $2::uuid))
         order by agreement.state->>'inForceOn' desc, agreement.id desc limit ${portion}`,
        [after?.on ?? null, after?.id ?? null],
      );
      const reading = await readRegister(this.database, this.sources, rows);
      for (const row of rows) yield registerRowOf(row, reading, this.today);
      const last = rows.at(-1);
      if (rows.length < portion || !last) return;
      after = { on: last.state.inForceOn ?? '', id: last.id };
    }
  }

  /** The register as CSV (RFC 4180); what a spreadsheet would run as a formula is kept from it by a quote. */
  csv(): Stringifier {
    const csv = stringify({
      header: true,
      columns: [...csvColumns],
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    void this.fill(csv);
    return csv;
  }

  private async fill(csv: Stringifier): Promise<void> {
    try {
      for await (const row of this.all()) {
        if (!csv.write(csvRow(row))) await new Promise((resolve) => csv.once('drain', resolve));
      }
      csv.end();
    } catch (error) {
      csv.destroy(error as Error);
    }
  }

  private providers(): Promise<Register['providers']> {
    return this.database.rows(
      `select organisation.id, organisation.slug, organisation.name, count(*)::integer as count
       from agreement join organisation on organisation.id = agreement.provider
       where agreement.state->>'inForceOn' is not null
       group by organisation.id, organisation.slug, organisation.name order by organisation.name`,
    );
  }

  /** How often each ground was given for refusing a case, or a dataset of one. */
  private async refusals(): Promise<Register['refusals']> {
    const rows = await this.database.rows<{ code: string; count: number }>(
      `select code, count(*)::integer as count from (
         select entry.facts->>'ground' as code from sharing_case refused
         join ledger_entry entry on entry.stream = refused.id and entry.type = 'case-decided'
         where refused.status in ('decided', 'under-review') and refused.outcome = 'refused'
         union all
         select decision->>'ground' from sharing_case decided, jsonb_array_elements(decided.state->'decisions') as decision
         where decided.outcome is not null
       ) as refusal where code is not null group by code order by count(*) desc, code`,
    );
    return rows.flatMap(({ code, count }) => {
      const ground = refusalGrounds.find((term) => term.code === code);
      return ground ? [{ ground: { code, label: ground.label }, count }] : [];
    });
  }
}
