import type { OfferedDatasets, SharedDataset } from '#catalogue/server';
import type { Actor } from '#kernel';
import type { Queries } from '#platform/database';
import type { AgreementState, Case, CaseContent, CaseFacts, RequestContent, SharingRequest } from '#sharing/domain';
import { surroundingsOf } from '../cases/case-facts.ts';
import { daysTakenOf } from './days-taken.ts';
import { Names } from './names.ts';
import type { SharingSources } from './sharing-sources.ts';

export interface StoredCase {
  readonly id: string;
  readonly revision: number;
  readonly state: Case;
  readonly content: CaseContent;
}

export interface StoredRequest {
  readonly id: string;
  readonly revision: number;
  readonly state: SharingRequest;
  readonly content: RequestContent;
  readonly submitted_at: Date;
}

/** Who reads, and from where. */
export interface Reader {
  readonly queries: Queries;
  readonly sources: SharingSources;
  /** What could be asked for instead of what a case is about. */
  readonly offered: OfferedDatasets;
  readonly actor: Actor;
}

export interface AgreementOfCase {
  readonly id: string;
  readonly status: AgreementState;
}

/** Cases with all that their views say of other rows, read once for all of them. */
export interface CaseReading {
  readonly actor: Actor;
  readonly cases: readonly StoredCase[];
  factsOf(id: string): CaseFacts;
  daysTaken(organisation: string): readonly number[];
  /** The newest agreement that a decision led to. */
  agreementOf(id: string): AgreementOfCase | undefined;
  readonly names: Names;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
}

export async function requestById(queries: Queries, id: string): Promise<StoredRequest | undefined> {
  const [row] = await queries.rows<StoredRequest>(
    'select id, revision, state, content, submitted_at from sharing_request where id = $1',
    [id],
    'request-by-id',
  );
  return row;
}

export const casesOfRequest = (queries: Queries, request: string): Promise<StoredCase[]> =>
  queries.rows<StoredCase>(
    'select id, revision, state, content from sharing_case where request = $1 order by id',
    [request],
    'cases-of-request',
  );

const peopleIn = ({ state }: StoredCase): string[] => [
  ...state.asker.people,
  ...state.advice.map(({ by }) => by),
  ...state.decisions.map(({ by }) => by),
  ...state.tasks.flatMap(({ assignee }) => assignee ?? []),
  ...state.datasets.flatMap(({ owners }) => owners),
  ...(state.acceptedBy === undefined ? [] : [state.acceptedBy]),
];

/** Agreements by case: only decided cases have any. */
async function agreementsOf(
  queries: Queries,
  cases: readonly StoredCase[],
): Promise<ReadonlyMap<string, AgreementOfCase>> {
  const decided = cases.flatMap(({ id, state }) => (state.outcome === undefined ? [] : [id]));
  if (decided.length === 0) return new Map();
  const rows = await queries.rows<AgreementOfCase & { readonly of: string }>(
    'select id, status, case_id as of from agreement where case_id = any($1::uuid[]) order by drafted_at',
    [decided],
    'agreements-of-cases',
  );
  return new Map(rows.map(({ of: subject, id, status }) => [subject, { id, status }]));
}

/** Reads what the views of these cases need. */
export async function readCases(
  { queries, sources, actor }: Reader,
  cases: readonly StoredCase[],
  request?: SharingRequest,
): Promise<CaseReading> {
  const items = cases.map((stored) => ({ stored, command: { type: 'resume-case' } as const }));
  const offices = cases.flatMap(({ state }) => [state.organisation, state.redirect?.organisation]);
  const redirected = cases.flatMap(({ state }) => state.redirect?.datasets ?? []);
  const [{ facts, people, datasets }, taken, names, agreements] = await Promise.all([
    surroundingsOf(sources, queries, items, redirected),
    daysTakenOf(
      queries,
      cases.map(({ state }) => state.organisation),
    ),
    Names.of(
      queries,
      [...cases.flatMap(peopleIn), ...(request?.people ?? [])],
      [
        ...offices,
        ...cases.flatMap(({ state }) => [state.asker.organisation, ...(state.samples ?? []).map(({ board }) => board)]),
        request?.organisation,
      ],
    ),
    agreementsOf(queries, cases),
  ]);
  const byId = new Map(cases.map(({ id }, index) => [id, facts[index]]));
  return {
    actor,
    cases,
    factsOf: (id) => {
      const known = byId.get(id);
      if (!known) throw new Error('Facts were asked for of a case that was not read');
      return known;
    },
    agreementOf: (id) => agreements.get(id),
    daysTaken: (organisation) => taken.get(organisation) ?? [],
    names: names.with([...people.values()].flat()),
    datasets,
  };
}
