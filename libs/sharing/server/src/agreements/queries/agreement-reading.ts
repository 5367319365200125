import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import type { Actor } from '#kernel';
import type { Queries } from '#platform/database';
import {
  peopleOfSigning,
  type Agreement,
  type AgreementContent,
  type AgreementFacts,
  type Permission,
  type PermissionContent,
} from '#sharing/domain';
import type { CaseFactSources } from '../../cases/case-facts.ts';
import { Names } from '../../queries/names.ts';
import { agreementFacts } from '../agreement-facts.ts';

export interface StoredAgreement {
  readonly id: string;
  readonly revision: number;
  readonly state: Agreement;
  readonly content: AgreementContent;
}

export interface StoredPermission {
  readonly id: string;
  readonly revision: number;
  readonly state: Permission;
  readonly content: PermissionContent;
  /** Title of the agreement. */
  readonly title: string;
}

export interface AgreementReader {
  readonly queries: Queries;
  readonly sources: CaseFactSources;
  readonly actor: Actor;
}

/** Agreements with all that their views say of other rows, read once for all of them. */
export interface AgreementReading {
  readonly actor: Actor;
  factsOf(id: string): AgreementFacts;
  readonly names: Names;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
}

export async function readAgreements(
  { queries, sources, actor }: AgreementReader,
  agreements: readonly StoredAgreement[],
): Promise<AgreementReading> {
  const items = agreements.map((stored) => ({ id: stored.id, stored, command: { type: 'offer-terms' } as const }));
  const [facts, names, datasets] = await Promise.all([
    agreementFacts(sources, queries, items),
    Names.of(
      queries,
      agreements.flatMap(({ state }) => [state.recipient.person, ...peopleOfSigning(state)]),
      agreements.flatMap(({ state }) => [state.provider, state.recipient.organisation]),
    ),
    sharedDatasets(
      queries,
      agreements.flatMap(({ state }) => state.datasets.map(({ dataset }) => dataset)),
    ),
  ]);
  const byId = new Map(agreements.map(({ id }, index) => [id, facts[index]]));
  return {
    actor,
    names,
    datasets,
    factsOf: (id) => {
      const known = byId.get(id);
      if (!known) throw new Error('Facts were asked for of an agreement that was not read');
      return known;
    },
  };
}

export async function agreementById(queries: Queries, id: string): Promise<StoredAgreement | undefined> {
  const [row] = await queries.rows<StoredAgreement>(
    'select id, revision, state, content from agreement where id = $1',
    [id],
    'agreement-by-id',
  );
  return row;
}

export const permissionsOf = (queries: Queries, agreement: string): Promise<StoredPermission[]> =>
  queries.rows<StoredPermission>(
    `select permission.id, permission.revision, permission.state, permission.content, agreement.content->>'title' as title
     from permission join agreement on agreement.id = permission.agreement
     where permission.agreement = $1 order by permission.id`,
    [agreement],
    'permissions-of-agreement',
  );
