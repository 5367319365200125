import { localDate, workingDaysBetween, type PersonActor } from '#kernel';
import type { Queries } from '#platform/database';
import { inboxKinds, type Inbox, type InboxItem, type InboxQuery } from '#sharing/contracts';
import { adviceLabelWords, caseRoles, laneLabels, rolesHeld, type Lane } from '#sharing/domain';
import { agreementPath, casePath, permissionsPath, requestPath } from '../addresses.ts';
import { termsTask } from '../agreements/terms-task.ts';
import { workKeysOf } from '../readers.ts';
import type { SharingSources } from './sharing-sources.ts';

type Kind = (typeof inboxKinds)[number];

const kindLabels: Record<Kind, string> = {
  validate: 'Check it is complete',
  advise: 'Give advice',
  accept: 'Accept the risk',
  decide: 'Decide',
  review: 'Review the decision',
  answer: 'Answer what is asked',
  forms: 'Say whether you take the coarser form',
  offer: 'Send the terms',
  'answer-terms': 'Answer a proposed change',
  freeze: 'Ask for signatures',
  sign: 'Sign',
  dispose: 'Confirm that the data is deleted',
  'hand-over': 'Hand the data over',
  'confirm-notice': 'Answer a notice about data that you have',
};

interface Row {
  readonly request: string;
  readonly case_id: string;
  readonly revision: number;
  readonly task: string;
  readonly kind: Kind;
  readonly label: keyof typeof adviceLabelWords | null;
  readonly reference: string;
  readonly title: string;
  readonly from: string;
  readonly organisation: Inbox['organisations'][number];
  readonly lane: Lane;
  readonly due: string;
  readonly assignee: InboxItem['assignee'] | null;
  readonly escalated: boolean;
  readonly gap: boolean;
  readonly agreement: string | null;
}

interface Counts {
  readonly mine: number;
  readonly covering: number;
  readonly team: number;
  readonly overdue: number;
  readonly organisations: Inbox['organisations'];
}

/**
 * Work that can be done now, by whose it is: `mine` by one of my keys, `covering` by a key that I have only as a stand-in,
 * `team` of an organisation in which I work on cases, by neither.
 */
const visible = `
  select work.*, work.holders && $1::text[] as own, work.holders && $2::text[] as covered
  from case_work work
  where (work.holders && ($1::text[] || $2::text[]) or work.organisation = any($3::uuid[]))
    and not $4::uuid = any(work.barred)`;

const whoseWork: Record<InboxQuery['whose'], string> = {
  mine: 'own',
  'standing-in': 'covered and not own',
  team: "not own and not covered and kind not in ('answer', 'forms')",
};

/** Organisations whose cases the person works on by some role, so that open work of colleagues is theirs to see. */
const officesOf = (actor: PersonActor): string[] =>
  actor.memberships
    .filter((membership) => caseRoles.some((role) => rolesHeld(membership).has(role)))
    .map(({ organisation }) => organisation);

/** What waits for a person, worst first: fewest days left, and then the oldest. */
export async function readInbox(
  queries: Queries,
  sources: SharingSources,
  actor: PersonActor,
  query: InboxQuery,
): Promise<Inbox> {
  const { own, covering } = workKeysOf(actor);
  const today = localDate(sources.clock.now().toISOString());
  const keys = [own, covering, officesOf(actor), actor.person];
  const [rows, counts] = await Promise.all([itemsOf(queries, keys, query, today), countsOf(queries, keys, today)]);
  const shown = rows.slice(0, query.size);
  const last = shown.at(-1);
  const calendars = await sources.calendars(queries);
  return {
    items: shown.map((row) => itemOf(row, workingDaysBetween(today, row.due, calendars.england))),
    ...(rows.length > query.size && last ? { next: cursorOf(last) } : {}),
    counts: { mine: counts.mine, standingIn: counts.covering, team: counts.team, overdue: counts.overdue },
    organisations: counts.organisations,
  };
}

/** Columns of the work itself that narrow it down, in the order in which it is listed. */
const narrowed = ({ whose }: InboxQuery): string => `
  select * from (${visible}) seen
  where ${whoseWork[whose]} and ($5::text[] is null or kind = any($5))
    and ($6::date is null or (due, case_id, task) > ($6::date, $7::uuid, $8::text))
    and (not $9 or due < $10::date)`;

const inOrder = 'order by due, case_id, task limit $14';

/** Where nothing else narrows it down, only the work that is shown is looked up: the rest of a long list costs nothing. */
function itemsSql(query: InboxQuery): { readonly name: string; readonly sql: string } {
  const searched = query.q !== '' || query.organisation !== undefined;
  const work = searched ? narrowed(query) : `${narrowed(query)} ${inOrder}`;
  return {
    name: `inbox-${query.whose}-${searched ? 'searched' : 'plain'}`,
    sql: `select found.request, work.case_id, found.revision, work.task, work.kind, work.label, request.reference,
       request.title, coalesce(asker.name, 'An individual') as from,
       jsonb_build_object('id', office.id, 'slug', office.slug, 'name', office.name) as organisation, found.lane,
       to_char(work.due, 'YYYY-MM-DD') as due, work.escalated, work.gap, agreement.id as agreement,
       case when person.id is null then null else jsonb_build_object('id', person.id, 'name', person.name) end as assignee
     from (${work}) work
     join sharing_case found on found.id = work.case_id
     join sharing_request request on request.id = found.request
     join organisation office on office.id = found.organisation
     left join organisation asker on asker.id = request.organisation
     left join person on person.id = work.assignee
     left join agreement on work.task like '${termsTask}%' and agreement.case_id = work.case_id
       and agreement.status <> 'abandoned'
     where ($11::uuid is null or found.organisation = $11)
       and ($12 = '' or request.title ilike $13 or request.reference ilike $13 or asker.name ilike $13)
     order by work.due, work.case_id, work.task limit $14`,
  };
}

function itemsOf(queries: Queries, keys: readonly unknown[], query: InboxQuery, today: string): Promise<Row[]> {
  const [due, id, task] = (query.after ?? '').split('~');
  const { name, sql } = itemsSql(query);
  return queries.rows<Row>(
    sql,
    [
      ...keys,
      query.kind.length === 0 ? null : query.kind,
      isDay(due) ? due : null,
      id ?? null,
      task ?? null,
      query.overdue ?? false,
      today,
      query.organisation ?? null,
      query.q,
      `%${query.q.replace(/[\\%_]/g, (character) => `\\${character}`)}%`,
      query.size + 1,
    ],
    name,
  );
}

const isDay = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

const cursorOf = ({ due, case_id: id, task }: Row): string => [due, id, task].join('~');

async function countsOf(queries: Queries, keys: readonly unknown[], today: string): Promise<Counts> {
  const [row] = await queries.rows<Counts>(
    `with seen as materialized (select organisation, kind, due, own, covered from (${visible}) work)
     select (count(*) filter (where ${whoseWork.mine}))::integer as mine,
       (count(*) filter (where ${whoseWork['standing-in']}))::integer as covering,
       (count(*) filter (where ${whoseWork.team}))::integer as team,
       (count(*) filter (where ${whoseWork.mine} and due < $5::date))::integer as overdue,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'slug', slug, 'name', name) order by lower(name)), '[]')
         from organisation where id in (select organisation from seen)) as organisations
     from seen`,
    [...keys, today],
    'inbox-counts',
  );
  return row ?? { mine: 0, covering: 0, team: 0, overdue: 0, organisations: [] };
}

const isRequesters = (kind: Kind): boolean => kind === 'answer' || kind === 'forms';

function placeOf({ kind, request, case_id: id, agreement }: Row): string {
  if (kind === 'hand-over') return `${permissionsPath}?side=given`;
  if (kind === 'confirm-notice') return permissionsPath;
  if (agreement !== null) return agreementPath(agreement);
  return isRequesters(kind) ? requestPath(request) : casePath(request, id);
}

function itemOf(row: Row, left: number): InboxItem {
  const { request, case_id: id, kind, label, lane, assignee } = row;
  return {
    request,
    case: id,
    ...(row.agreement === null ? {} : { agreement: row.agreement }),
    revision: row.revision,
    task: row.task,
    kind: { code: kind, label: kindLabels[kind] },
    ...(label === null ? {} : { label: { code: label, label: adviceLabelWords[label] } }),
    reference: row.reference,
    title: row.title,
    from: row.from,
    organisation: row.organisation,
    lane: { code: lane, label: laneLabels[lane] },
    due: row.due,
    left,
    ...(assignee ? { assignee } : {}),
    escalated: row.escalated,
    gap: row.gap,
    href: placeOf(row),
  };
}
