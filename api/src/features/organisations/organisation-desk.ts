import type { Actor, Outcome } from '#kernel';
import type { OrganisationList, OrganisationView } from '#organisations/contracts';
import { listOrganisations, viewOrganisation, type CountDatasets } from '#organisations/server';
import type { Database } from '#platform/database';
import { found, problemOf } from '../../http/problems/index.ts';

/** Organisations as HTTP has them. */
export class OrganisationDesk {
  constructor(
    private readonly database: Database,
    private readonly countDatasets: CountDatasets,
  ) {}

  list(actor: Actor): Promise<OrganisationList> {
    return listOrganisations(this.database, actor, this.countDatasets);
  }

  async view(actor: Actor, reference: string): Promise<OrganisationView> {
    return found(await viewOrganisation(this.database, actor, reference, this.countDatasets));
  }

  /** The result of a command, or its refusal; a stale one brings the organisation as it is now. */
  async settle<Value>(actor: Actor, reference: string | undefined, outcome: Promise<Outcome<Value>>): Promise<Value> {
    const result = await outcome;
    if (result.ok) return result.value;
    const stale = result.refusals.some(({ code }) => code === 'ledger.stale');
    const current =
      stale && reference !== undefined
        ? await viewOrganisation(this.database, actor, reference, this.countDatasets)
        : undefined;
    throw problemOf(result.refusals, { current });
  }
}
