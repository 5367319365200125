import { createHash } from 'node:crypto';
import { termsEvents } from '#catalogue/contracts';
import {
  acceptTerms,
  evolveAcceptance,
  isGivenForTerms,
  maySeeDataset,
  standingsToTerms,
  termsOf,
  type AcceptDatasetTerms,
  type Dataset,
  type DatasetContent,
  type DatasetTermsAccepted,
  type TermsAcceptance,
  type TermsFacts,
} from '#catalogue/domain';
import type { Actor } from '#kernel';
import {
  aboutInside,
  aboutOutside,
  lockRows,
  pageOfRows,
  type Aggregate,
  type Change,
  type Loaded,
} from '#ledger/server';
import type { Queries, Transaction } from '#platform/database';

type LoadedAcceptance = Loaded<TermsAcceptance, object, AcceptDatasetTerms>;

/** SHA-256 of the terms, line by line, in hexadecimal. */
export const hashOfTerms = (dataset: Pick<Dataset, 'licence'>, content: DatasetContent): string =>
  createHash('sha256').update(termsOf(dataset, content).join('\n')).digest('hex');

/** Whether a person has accepted these terms of a dataset. */
export async function hasAcceptedTerms(
  queries: Queries,
  person: string,
  dataset: string,
  terms: string,
): Promise<boolean> {
  const rows = await queries.rows(
    'select id from terms_acceptance where person = $1 and dataset = $2 and terms = $3 limit 1',
    [person, dataset, terms],
    'terms-accepted',
  );
  return rows.length > 0;
}

async function facts(
  transaction: Transaction,
  actor: Actor,
  items: readonly LoadedAcceptance[],
): Promise<TermsFacts[]> {
  const rows = await transaction.rows<{ id: string; state: Dataset; content: DatasetContent }>(
    'select id, state, content from dataset where id = any($1::uuid[]) for share',
    [items.map(({ command }) => command.dataset)],
  );
  return items.map(({ command }) => {
    const row = rows.find(({ id }) => id === command.dataset);
    if (!row || !maySeeDataset(actor, row.state)) return { offered: false, terms: '' };
    return {
      publisher: row.state.organisation,
      offered: isGivenForTerms(row.state),
      terms: hashOfTerms(row.state, row.content),
    };
  });
}

async function save(
  transaction: Transaction,
  changes: readonly Change<TermsAcceptance, object, DatasetTermsAccepted>[],
): Promise<void> {
  await transaction.rows(
    `insert into terms_acceptance (id, revision, dataset, person, terms, state, content, accepted_at)
     select id, revision, (state->>'dataset')::uuid, (state->>'person')::uuid, state->>'terms', state, '{}', at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, at timestamptz)`,
    [JSON.stringify(changes.map(({ id, revision, state, at }) => ({ id, revision, state, at })))],
  );
}

/** Acceptances of terms, as the door handles them: each is a history of one event. */
export const termsAggregate: Aggregate<TermsAcceptance, object, AcceptDatasetTerms, DatasetTermsAccepted, TermsFacts> =
  {
    kind: 'terms-acceptance',
    events: termsEvents,
    load: (transaction, ids) => lockRows(transaction, 'terms_acceptance', ids),
    page: (queries, after, size) => pageOfRows(queries, 'terms_acceptance', after, size),
    standings: (actor) => standingsToTerms(actor),
    // No command is for one that is there.
    visible: () => false,
    right: (_command, acceptance, standings) =>
      acceptance === undefined ? standings.find((standing) => standing === 'reader') : undefined,
    facts,
    decide: acceptTerms,
    evolve: evolveAcceptance,
    about: ({ publisher, dataset, organisation }) => [
      ...aboutInside(publisher, dataset),
      ...aboutOutside(organisation),
    ],
    save,
  };
