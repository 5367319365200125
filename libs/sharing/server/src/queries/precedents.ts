import type { Queries } from '#platform/database';
import type { CaseView } from '#sharing/contracts';
import type { Case, CaseContent } from '#sharing/domain';
import { labelOfOutcome } from './decision-view.ts';

interface Row {
  readonly id: string;
  readonly request: string;
  readonly reference: string;
  readonly title: string;
  readonly requester: string | null;
  readonly state: Case;
  readonly content: CaseContent;
  readonly decided_on: string;
  readonly alike: boolean;
}

type Precedent = CaseView['precedents'][number];

const most = 10;

const reasonsIn = ({ state, content }: Row): string => {
  const parts = state.decisions.map(({ task }) => content[`decision:${task}`] as { reasons?: string } | undefined);
  const whole = content['outcome'] as { reasons?: string } | undefined;
  return [...parts.map((part) => part?.reasons), whole?.reasons].filter((text) => text !== undefined).join('\n\n');
};

/**
 * Decided cases of the same organisation about the same datasets, then about the same class of purpose, the newest first:
 * comparable uses are treated alike (2015 Regulations, reg. 13).
 */
export async function precedentsOf(
  queries: Queries,
  { id, state }: { readonly id: string; readonly state: Case },
  purposeClass: string | undefined,
): Promise<Precedent[]> {
  const rows = await queries.rows<Row>(
    precedentsSql,
    [state.organisation, state.datasets.map(({ dataset }) => dataset), id, purposeClass ?? null],
    'precedents',
  );
  return rows.map((row) => ({
    case: row.id,
    request: row.request,
    reference: row.reference,
    title: row.title,
    requester: row.requester ?? 'An individual',
    outcome: {
      code: row.state.outcome?.code ?? 'refused',
      label: row.state.outcome ? labelOfOutcome(row.state.outcome) : '',
    },
    on: row.decided_on,
    why: row.alike ? 'The same data' : 'The same class of purpose',
    reasons: reasonsIn(row),
  }));
}

const others = `organisation = $1 and status = 'decided' and outcome <> 'redirected' and id <> $3`;

/** The newest of each kind are found by an index of their own, and only those that are shown are read. */
const precedentsSql = `
  with chosen as (
    (select id, true as alike, decided_on from sharing_case
     where ${others} and datasets && $2::uuid[] order by decided_on desc, id limit ${most})
    union all
    (select id, false, decided_on from sharing_case
     where ${others} and purpose_class = $4 and not datasets && $2::uuid[] order by decided_on desc, id limit ${most})
    order by alike desc, decided_on desc, id limit ${most}
  )
  select found.id, found.request, request.reference, request.title, organisation.name as requester, found.state,
    found.content, to_char(found.decided_on, 'YYYY-MM-DD') as decided_on, chosen.alike
  from chosen join sharing_case found on found.id = chosen.id
  join sharing_request request on request.id = found.request
  left join organisation on organisation.id = request.organisation
  order by chosen.alike desc, found.decided_on desc, found.id`;
