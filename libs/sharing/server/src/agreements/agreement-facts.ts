import { createHash } from 'node:crypto';
import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import { localDate } from '#kernel';
import { canonicalBytes, type Loaded } from '#ledger/server';
import type { Queries } from '#platform/database';
import {
  canonicalTerms,
  type Agreement,
  type AgreementCommand,
  type AgreementContent,
  type AgreementFacts,
  type Asker,
  type NamedColumns,
} from '#sharing/domain';
import type { CaseFactSources } from '../cases/case-facts.ts';
import { caseOrganisations } from '../cases/case-organisations.ts';
import { Names } from '../queries/names.ts';

export type LoadedAgreement = Loaded<Agreement, AgreementContent, AgreementCommand>;

/** Datasets with the names of their columns by id. */
export const namedColumns = (datasets: ReadonlyMap<string, SharedDataset>): ReadonlyMap<string, NamedColumns> =>
  new Map(
    [...datasets].map(([id, { title, columns }]) => [
      id,
      { title, columns: new Map(columns.map((column) => [column.id, column.name])) },
    ]),
  );

/** Who receives, by name: the organisation, or the person who asks for themself. */
export const recipientName = (names: Names, { organisation, person }: Asker): string =>
  organisation === undefined ? names.person(person) : names.organisation(organisation).name;

/** The terms as they stand now, and what is signed of them. */
function canonicalOf(
  { state, content }: { readonly state: Agreement; readonly content: AgreementContent },
  names: Names,
  datasets: ReadonlyMap<string, NamedColumns>,
) {
  const terms = canonicalTerms(state, content, {
    provider: names.organisation(state.provider).name,
    recipient: recipientName(names, state.recipient),
    datasets,
  });
  return { terms, hash: createHash('sha256').update(canonicalBytes(terms)).digest('hex') };
}

/** States of the cases: locked, so that no decision is reviewed or taken back while its terms are signed. */
async function statusOfCases(transaction: Queries, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const lock = 'isTransaction' in transaction ? 'for share' : '';
  const rows = await transaction.rows<{ id: string; status: string }>(
    `select id, status from sharing_case where id = any($1::uuid[]) order by id ${lock}`,
    [cases],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Days on which the terms that are being signed were frozen. */
async function askedOn(queries: Queries, agreements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (agreements.length === 0) return new Map();
  const rows = await queries.rows<{ stream: string; on: string }>(
    `select distinct on (stream) stream, facts->>'on' as on from ledger_entry
     where stream = any($1::uuid[]) and type = 'agreement-signatures-asked' order by stream, revision desc`,
    [agreements],
  );
  return new Map(rows.map(({ stream, on }) => [stream, on]));
}

/** What decisions about these agreements must know of other rows. */
export async function agreementFacts(
  sources: CaseFactSources,
  queries: Queries,
  items: readonly Pick<LoadedAgreement, 'id' | 'stored' | 'command'>[],
): Promise<readonly AgreementFacts[]> {
  const today = localDate(sources.clock.now().toISOString());
  const subjects = items.map(({ stored, command }) => {
    const subject = stored?.state ?? (command.type === 'draft-agreement' ? command : undefined);
    if (!subject) throw new Error('A decision was asked for about an agreement that is not there');
    return subject;
  });
  const providers = subjects.map(({ provider }) => provider);
  const onPaper = items.flatMap(({ id, command }) => (command.type === 'record-signed-copy' ? [id] : []));
  const [calendars, offices, shared, statuses, names, asked] = await Promise.all([
    sources.calendars(queries),
    caseOrganisations(queries, [...new Set(providers)]),
    sharedDatasets(queries, [...new Set(subjects.flatMap((one) => one.datasets.map(({ dataset }) => dataset)))]),
    statusOfCases(
      queries,
      subjects.map((one) => one.case),
    ),
    Names.of(
      queries,
      subjects.map(({ recipient }) => recipient.person),
      [...providers, ...subjects.map(({ recipient }) => recipient.organisation)],
    ),
    askedOn(queries, onPaper),
  ]);
  const datasets = namedColumns(shared);
  return items.map(({ id, stored, command }, index) => {
    const subject = subjects[index];
    const status = statuses.get(subject?.case ?? '');
    const nation = offices.get(subject?.provider ?? '')?.nation ?? 'england';
    return {
      today,
      holidays: calendars[nation],
      datasets,
      decisionStands: status === 'decided',
      decisionFell: status !== 'decided' && status !== 'under-review' && status !== 'not-taken-up',
      ...(asked.has(id) ? { askedOn: asked.get(id) ?? today } : {}),
      ...(stored && command.type === 'ask-signatures' ? { canonical: canonicalOf(stored, names, datasets) } : {}),
    };
  });
}
