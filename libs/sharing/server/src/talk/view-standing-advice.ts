import { isUuid, membershipIn, type Actor, type LocalDate } from '#kernel';
import type { Queries } from '#platform/database';
import type { StandingAdviceList, StandingAdviceView } from '#sharing/contracts';
import {
  adviceLabelWords,
  allowedStandingAdviceCommands,
  isCurrentAdvice,
  labelsToGive,
  laneLabels,
  lanes,
  purposeClasses,
  verdictLabels,
  verdicts,
  yearAfter,
  type StandingAdviceContent,
  type StandingAdviceRecord,
} from '#sharing/domain';
import { Names } from '../queries/names.ts';
import { giverIsThereSql } from './standing-advice-of.ts';

interface AdviceRow {
  readonly revision: number;
  readonly state: StandingAdviceRecord;
  readonly content: StandingAdviceContent;
  readonly giver_there: boolean;
}

type NamedDataset = NonNullable<StandingAdviceView['datasets']>[number];

const stateWords: Record<StandingAdviceView['state']['code'], string> = {
  used: 'Used now',
  ended: 'Ended',
  past: 'Its last day is over',
  left: 'Not used: its adviser has left',
};

const mostUnused = 50;

const rowsSql = `
  with advice as (
    select *, ${giverIsThereSql} as giver_there from standing_advice where organisation = $1
  ), sorted as (
    select *, not ended and until_day >= $2::date and giver_there as used from advice
  ), unused as (
    select * from sorted where not used order by id desc limit ${mostUnused}
  )
  select revision, state, content, giver_there
  from (select * from sorted where used union all select * from unused) shown order by used desc, id desc`;

/** The organisation named by id or slug, where the actor is a member of it. */
function ownOrganisation(actor: Actor, reference: string): string | undefined {
  if (actor.kind !== 'person') return undefined;
  if (isUuid(reference)) return membershipIn(actor, reference.toLowerCase())?.organisation;
  return actor.memberships.find(({ organisationSlug }) => organisationSlug === reference)?.organisation;
}

/** Standing advice of an organisation for one of its members; undefined for everybody else. */
export async function viewStandingAdvice(
  queries: Queries,
  { actor, today }: { readonly actor: Actor; readonly today: LocalDate },
  reference: string,
): Promise<StandingAdviceList | undefined> {
  const organisation = ownOrganisation(actor, reference);
  if (organisation === undefined) return undefined;
  const rows = await queries.rows<AdviceRow>(rowsSql, [organisation, today]);
  const names = await Names.of(
    queries,
    rows.map(({ state }) => state.by),
    [],
  );
  const named = [...new Set(rows.flatMap(({ state }) => state.datasets ?? []))];
  const datasets = await datasetsNamed(queries, organisation, named);
  const labels = labelsToGive(actor, organisation);
  return {
    items: rows.map((row) => viewOf(row, { actor, today, names, datasets })),
    mayGive: labels.map((code) => ({ code, label: adviceLabelWords[code] })),
    ...{ today, latest: yearAfter(today) },
    verdicts: verdicts.map((code) => ({ code, label: verdictLabels[code] })),
    lanes: lanes.map((code) => ({ code, label: laneLabels[code] })),
    purposeClasses: purposeClasses.map(({ code, label }) => ({ code, label })),
    datasets: labels.length === 0 ? [] : await datasetsOf(queries, organisation),
  };
}

interface Viewing {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly names: Names;
  readonly datasets: ReadonlyMap<string, NamedDataset>;
}

function stateOf({ state, giver_there: there }: AdviceRow, today: LocalDate): StandingAdviceView['state'] {
  const code = isCurrentAdvice(state, today) ? (there ? 'used' : 'left') : state.ended ? 'ended' : 'past';
  return { code, label: stateWords[code] };
}

function viewOf(row: AdviceRow, { actor, today, names, datasets }: Viewing): StandingAdviceView {
  const { revision, state: advice, content } = row;
  const allowed = isCurrentAdvice(advice, today) ? allowedStandingAdviceCommands(actor, advice) : [];
  return {
    ...{ id: advice.id, revision, from: advice.from, until: advice.until, text: content.text ?? '' },
    label: { code: advice.label, label: adviceLabelWords[advice.label] },
    verdict: { code: advice.verdict, label: verdictLabels[advice.verdict] },
    lane: { code: advice.lane, label: laneLabels[advice.lane] },
    ...(advice.datasets && { datasets: advice.datasets.flatMap((id) => datasets.get(id) ?? []) }),
    ...(advice.purposeClasses && {
      purposeClasses: advice.purposeClasses.map((code) => ({
        code,
        label: purposeClasses.find((one) => one.code === code)?.label ?? code,
      })),
    }),
    by: { id: advice.by, name: names.person(advice.by) },
    state: stateOf(row, today),
    allowedCommands: allowed.map((command) => command.replace(/-standing-advice$/, '')),
  };
}

/** One that has another owner now is left out: its title may be none of this organisation's business any more. */
async function datasetsNamed(
  queries: Queries,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedDataset>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.rows<NamedDataset>(
    `select id, slug, content->>'title' as title from dataset where id = any($1::uuid[]) and organisation = $2`,
    [ids, organisation],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const datasetsOf = (queries: Queries, organisation: string): Promise<{ id: string; title: string }[]> =>
  queries.rows(
    `select id, content->>'title' as title from dataset where organisation = $1 and lifecycle <> 'withdrawn'
     order by lower(content->>'title'), id limit 5000`,
    [organisation],
  );
