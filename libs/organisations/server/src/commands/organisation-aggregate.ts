import { aboutInside, lockRows, pageOfRows, type Aggregate, type Loaded } from '#ledger/server';
import { organisationEvents } from '#organisations/contracts';
import {
  decideOrganisation,
  evolveOrganisation,
  organisationRight,
  standingsInOrganisation,
  type Organisation,
  type OrganisationCommand,
  type OrganisationContent,
  type OrganisationEvent,
  type OrganisationFacts,
  type OrganisationKind,
} from '#organisations/domain';
import type { Transaction } from '#platform/database';
import { saveOrganisations } from '../persistence/organisation.repository.ts';

type LoadedOrganisation = Loaded<Organisation, OrganisationContent, OrganisationCommand>;

const slugOf = ({ command }: LoadedOrganisation) => (command.type === 'register-organisation' ? command.slug : null);
const unitOf = ({ command }: LoadedOrganisation) => (command.type === 'close-unit' ? command.unit : null);
const boardOf = ({ command }: LoadedOrganisation) => (command.type === 'join-board' ? command.board : null);

async function facts(transaction: Transaction, items: readonly LoadedOrganisation[]): Promise<OrganisationFacts[]> {
  const taken = await transaction.rows<{ slug: string }>('select slug from organisation where slug = any($1::text[])', [
    items.map(slugOf).filter((slug) => slug !== null),
  ]);
  const people = await transaction.rows<{ unit: string; count: number }>(
    `select unit, count(*)::integer as count from membership where unit = any($1::uuid[]) and not ended group by unit`,
    [items.map(unitOf).filter((unit) => unit !== null)],
  );
  const joined = await transaction.rows<{ id: string; kind: OrganisationKind }>(
    `select id, kind from organisation where id = any($1::uuid[]) and standing <> 'unclaimed'`,
    [items.map(boardOf).filter((board) => board !== null)],
  );
  const kinds = new Map(joined.map(({ id, kind }) => [id, kind]));
  const slugs = new Set(taken.map(({ slug }) => slug));
  const counts = new Map(people.map(({ unit, count }) => [unit, count]));
  return items.map((item) => ({
    slugTaken: slugs.has(slugOf(item) ?? ''),
    peopleInUnit: counts.get(unitOf(item) ?? '') ?? 0,
    boardKind: kinds.get(boardOf(item) ?? ''),
  }));
}

/** Organisations, as the door handles them. */
export const organisationAggregate: Aggregate<
  Organisation,
  OrganisationContent,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationFacts
> = {
  kind: 'organisation',
  events: organisationEvents,
  load: (transaction, ids) => lockRows(transaction, 'organisation', ids),
  page: (queries, after, size) => pageOfRows(queries, 'organisation', after, size),
  standings: (actor, state) => standingsInOrganisation(actor, state?.id),
  visible: () => true,
  right: (command, state, standings) => organisationRight(command.type, state, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decideOrganisation,
  evolve: evolveOrganisation,
  about: ({ id }) => aboutInside(id),
  save: saveOrganisations,
};
