import { localDate, workingDaysBetween, type PersonActor } from '#kernel';
import type { Queries } from '#platform/database';
import type { RequestList, RequestListQuery, RequestSummary } from '#sharing/contracts';
import {
  awaitsForms,
  caseStateLabels,
  outcomeLabels,
  requestStateLabels,
  stageLabels,
  targetClock,
  type Calendars,
  type Case,
  type RequestState,
} from '#sharing/domain';
import { statusOf } from './case-summary.ts';
import { Names } from './names.ts';
import type { SharingSources } from './sharing-sources.ts';

interface Row {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string | null;
  readonly state: RequestState;
  readonly organisation: string | null;
  readonly by: string;
  readonly changed_at: Date;
  readonly datasets: number;
}

interface CaseRow {
  readonly id: string;
  readonly request: string;
  readonly state: Case;
}

/** Everything that the person asks, and that their organisations ask, with its computed state. */
const mine = `
  select draft.id, null as reference, draft.answers->>'title' as title, 'draft' as state, draft.organisation,
    draft.author as by, draft.saved_at as changed_at, jsonb_array_length(draft.basket) as datasets, false as waits
  from request_draft draft
  where draft.people @> array[$1::uuid] and (draft.organisation is null or draft.organisation = any($2::uuid[]))
    and not exists (select from sharing_request submitted where submitted.id = draft.id)
  union all
  select request.id, request.reference, request.title,
    case when request.withdrawn then 'withdrawn' when cases.open then 'submitted' else 'settled' end,
    request.organisation, (request.state->>'holder')::uuid, greatest(request.changed_at, cases.changed_at),
    coalesce(cases.datasets, 0), coalesce(cases.waits, false)
  from (select distinct id from audience where kind = 'request' and reader = any($3::text[])) seen
  join sharing_request request on request.id = seen.id
  cross join lateral (
    select bool_or(status in ('open', 'returned', 'on-hold', 'under-review')) as open, max(found.changed_at) as changed_at,
      sum(cardinality(found.datasets))::integer as datasets, bool_or(exists (select from case_work work
        where work.case_id = found.id and work.kind in ('answer', 'forms'))) as waits
    from sharing_case found where found.request = request.id
  ) cases`;

/** What I ask, and what my organisations ask; what waits for an answer first, then the newest. */
export async function listRequests(
  queries: Queries,
  sources: SharingSources,
  actor: PersonActor,
  query: RequestListQuery,
): Promise<RequestList> {
  const organisations = actor.memberships.map(({ organisation }) => organisation);
  const readers = [...organisations, `person:${actor.person}`];
  const parameters = [actor.person, organisations, readers];
  const [counts, rows] = await Promise.all([
    queries.rows<{ state: RequestState; count: number }>(
      `select state, count(*)::integer as count from (${mine}) found group by state`,
      parameters,
      'request-counts',
    ),
    queries.rows<Row>(
      `select * from (${mine}) found where $4::text is null or state = $4
       order by waits desc, changed_at desc, id limit $5 offset $6`,
      [...parameters, query.state ?? null, query.size, (query.page - 1) * query.size],
      'request-list',
    ),
  ]);
  const count = (state: RequestState): number => counts.find((row) => row.state === state)?.count ?? 0;
  const all = {
    draft: count('draft'),
    submitted: count('submitted'),
    settled: count('settled'),
    withdrawn: count('withdrawn'),
  };
  return {
    items: await summariesOf(queries, sources, rows),
    total: query.state ? all[query.state] : Object.values(all).reduce((sum, number) => sum + number, 0),
    page: query.page,
    size: query.size,
    counts: all,
  };
}

async function summariesOf(queries: Queries, sources: SharingSources, rows: readonly Row[]): Promise<RequestSummary[]> {
  const cases = await queries.rows<CaseRow>(
    'select id, request, state from sharing_case where request = any($1::uuid[]) order by id',
    [rows.map(({ id }) => id)],
  );
  const calendars = await sources.calendars(queries);
  const names = await Names.of(
    queries,
    rows.map(({ by }) => by),
    [...rows.map(({ organisation }) => organisation ?? undefined), ...cases.map(({ state }) => state.organisation)],
  );
  const today = localDate(sources.clock.now().toISOString());
  return rows.map((row) => {
    const theirs = cases.filter(({ request }) => request === row.id);
    const waits = theirs.filter(({ state }) => waitsForRequester(state));
    return {
      id: row.id,
      ...(row.reference === null ? {} : { reference: row.reference }),
      title: row.title?.trim() || 'Request without a title yet',
      state: { code: row.state, label: requestStateLabels[row.state] },
      ...(row.organisation === null ? {} : { organisation: names.organisation(row.organisation) }),
      by: names.person(row.by),
      changedAt: row.changed_at.toISOString(),
      datasets: row.datasets,
      status: statusWords(row, theirs, names),
      waitsForYou: row.state === 'draft' || waits.length > 0,
      cases: theirs.map(({ id, state }) => caseLine(id, state, names, { calendars, today })),
    };
  });
}

const waitsForRequester = (state: Case): boolean =>
  state.state === 'returned' || (state.state === 'decided' && state.outcome?.code !== 'refused' && awaitsForms(state));

function statusWords({ state }: Row, cases: readonly CaseRow[], names: Names): string {
  if (state === 'draft') return 'Not submitted yet.';
  if (state === 'withdrawn') return 'Withdrawn.';
  return cases.map((one) => statusOf(one.state, names.organisation(one.state.organisation).name)).join(' ');
}

function caseLine(
  id: string,
  subject: Case,
  names: Names,
  { calendars, today }: { readonly calendars: Calendars; readonly today: string },
): RequestSummary['cases'][number] {
  const open = subject.state === 'open';
  const clock = targetClock({
    workingDays: subject.target,
    startedOn: subject.arrivedOn,
    pauses: subject.pauses,
    holidays: calendars.england,
    today,
  });
  return {
    id,
    organisation: names.organisation(subject.organisation),
    state: { code: subject.state, label: caseStateLabels[subject.state] },
    ...(open ? { stage: { code: subject.stage, label: stageLabels[subject.stage] } } : {}),
    ...(subject.outcome ? { outcome: { code: subject.outcome.code, label: outcomeLabels[subject.outcome.code] } } : {}),
    ...(open ? { due: clock.due, left: workingDaysBetween(today, clock.due, calendars.england) } : {}),
  };
}
