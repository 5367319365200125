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
  readonly shared: number;
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
    `select found.id, found.request, request.reference, request.title, organisation.name as requester, found.state,
       found.content, to_char(found.decided_on, 'YYYY-MM-DD') as decided_on,
       cardinality(array(select unnest(found.datasets) intersect select unnest($2::uuid[]))) as shared
     from sharing_case found
     join sharing_request request on request.id = found.request
     left join organisation on organisation.id = request.organisation
     where found.organisation = $1 and found.status = 'decided' and found.outcome <> 'redirected' and found.id <> $3
       and (found.datasets && $2::uuid[] or ($4::text is not null
         and request.content->('submission:' || (found.state->>'submission'))->'answers'->>'purpose-class' = $4))
     order by (found.datasets && $2::uuid[]) desc, found.decided_on desc, found.id limit ${most}`,
    [state.organisation, state.datasets.map(({ dataset }) => dataset), id, purposeClass ?? null],
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
    why: row.shared > 0 ? 'The same data' : 'The same class of purpose',
    reasons: reasonsIn(row),
  }));
}
