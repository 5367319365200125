import type { Actor, Outcome } from '#kernel';
import type { OrganisationList, OrganisationView } from '#organisations/contracts';
import { listOrganisations, todayOf, viewOrganisation, type CountDatasets } from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { found, problemOf } from '../../http/problems/index.ts';

/** Organisations as HTTP has them. */
export class OrganisationDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly countDatasets: CountDatasets,
  ) {}

  list(actor: Actor): Promise<OrganisationList> {
    return listOrganisations(this.database, actor, this.countDatasets);
  }

  async view(actor: Actor, reference: string): Promise<OrganisationView> {
    return found(await this.current(actor, reference));
  }

  /** The result of a command, or its refusal; a stale one brings the organisation as it is now. */
  async settle<Value>(actor: Actor, reference: string | undefined, outcome: Promise<Outcome<Value>>): Promise<Value> {
    const result = await outcome;
    if (result.ok) return result.value;
    const stale = result.refusals.some(({ code }) => code === 'ledger.stale');
    const current = stale && reference !== undefined ? await this.current(actor, reference) : undefined;
    throw problemOf(result.refusals, { current });
  }

  private current(actor: Actor, reference: string): Promise<OrganisationView | undefined> {
    const reader = { actor, today: todayOf(this.clock) };
    return viewOrganisation(this.database, reader, reference, this.countDatasets);
  }
}
