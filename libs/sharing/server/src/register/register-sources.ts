import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import { publicReader } from '#ledger/server';
import type { Queries } from '#platform/database';
import type {
  Agreement,
  AgreementContent,
  Permission,
  QuestionSet,
  RequestContent,
  SharingRequest,
} from '#sharing/domain';
import { Names } from '../queries/names.ts';
import type { SharingSources } from '../queries/sharing-sources.ts';

/** An agreement that is or was in force, with the rows that its row of the register is made from. */
export interface Registered {
  readonly id: string;
  readonly state: Agreement;
  readonly content: AgreementContent;
  readonly request: SharingRequest;
  readonly words: RequestContent;
  readonly submission: number;
  readonly requested_on: string;
  readonly decided_on: string | null;
  readonly days_taken: number | null;
  readonly recipient_kind: string | null;
  readonly permissions: readonly Permission[] | null;
  readonly changed_at: Date;
}

export const registeredColumns = `agreement.id, agreement.state, agreement.content, request.state as request,
  request.content as words, (decided.state->>'submission')::integer as submission,
  decided.arrived_on::text as requested_on, decided.decided_on::text as decided_on, decided.days_taken,
  recipient.kind as recipient_kind, agreement.changed_at,
  (select jsonb_agg(permission.state order by permission.id) from permission
    where permission.agreement = agreement.id) as permissions`;

/** In force once, whatever became of it: those stand in the register. */
export const registeredFrom = `from agreement join sharing_case decided on decided.id = agreement.case_id
  join sharing_request request on request.id = agreement.request
  left join organisation recipient on recipient.id = agreement.recipient
  where agreement.state->>'inForceOn' is not null`;

/** What rows say of other rows, read once for all of them. */
export interface RegisterReading {
  readonly names: Names;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
  /** Datasets that everybody may know of. */
  readonly listed: ReadonlySet<string>;
  questionSets(request: SharingRequest): readonly QuestionSet[];
}

export async function readRegister(
  queries: Queries,
  sources: SharingSources,
  rows: readonly Registered[],
): Promise<RegisterReading> {
  const ids = [...new Set(rows.flatMap(({ state }) => state.datasets.map(({ dataset }) => dataset)))];
  const named = rows.flatMap(({ request }) => request.questionSets);
  const [names, datasets, listed, sets] = await Promise.all([
    Names.of(
      queries,
      [],
      rows.flatMap(({ state }) => [state.provider, state.recipient.organisation]),
    ),
    sharedDatasets(queries, ids),
    sharedDatasets(queries, ids, [publicReader]),
    sources.questionSets(queries, [...new Map(named.map((one) => [`${one.id} ${one.version}`, one])).values()]),
  ]);
  return {
    names,
    datasets,
    listed: new Set(listed.keys()),
    questionSets: ({ questionSets }) =>
      sets.filter((set) => questionSets.some(({ id, version }) => set.id === id && set.version === version)),
  };
}
