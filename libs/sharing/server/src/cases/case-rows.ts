import { workingDaysBetween, type LocalDate } from '#kernel';
import { writeAudience, type AudienceRow, type Change } from '#ledger/server';
import { fewIds, type Transaction } from '#platform/database';
import {
  audienceOfCase,
  awaitsForms,
  decidedBy,
  lapseOn,
  openTasks,
  type Calendars,
  type Case,
  type CaseContent,
  type CaseEvent,
  type Task,
} from '#sharing/domain';
import { keyOfReader, personReader, roleReader } from '../readers.ts';
import { termsTask } from '../agreements/terms-task.ts';
import { caseOrganisations } from './case-organisations.ts';

export type CaseChange = Change<Case, CaseContent, CaseEvent>;

/** Who may see a case, as rows of `audience`: one row a key, by the side on which it is seen. */
export function caseAudience(id: string, subject: Case): AudienceRow[] {
  const rows = audienceOfCase(subject).map((reader) => ({
    id,
    reader: keyOfReader(reader),
    standing: reader.standing,
  }));
  // Who is on both sides under one key (an organisation's own person asked by name) is listed once, as one who asks.
  return [...new Map(rows.reverse().map((row) => [row.reader, row])).values()];
}

/** One piece of work that somebody can do now. */
export interface WorkRow {
  readonly case_id: string;
  readonly task: string;
  readonly kind: string;
  readonly label: string | null;
  readonly organisation: string | null;
  readonly holders: readonly string[];
  readonly barred: readonly string[];
  readonly assignee: string | null;
  readonly due: LocalDate;
  readonly escalated: boolean;
  readonly gap: boolean;
}

/** Owners named on every dataset of a task; undefined where nobody is named on some, and the role alone counts. */
function namedOwners(subject: Case, task: Task): readonly string[] | undefined {
  const datasets = subject.datasets.filter(({ dataset }) => task.datasets?.includes(dataset));
  const named = datasets.filter(({ owners }) => owners.length > 0).map(({ owners }) => owners);
  const [first, ...more] = named;
  return first?.filter((owner) => more.every((owners) => owners.includes(owner)));
}

function holdersOf(subject: Case, task: Task): string[] {
  const { organisation } = subject;
  const keys = task.roles.flatMap((role) => {
    const owners = role === 'owner' && task.kind === 'decide' ? namedOwners(subject, task) : undefined;
    return owners ? owners.map((owner) => `${organisation}/owner:${owner}`) : [roleReader(organisation, role)];
  });
  // What nobody can do is the administrator's to assign.
  if (task.gap) keys.push(roleReader(organisation, 'administrator'));
  return task.assignee === undefined ? keys : [...keys, personReader(task.assignee)];
}

const barredFrom = (subject: Case, task: Task): string[] => [
  ...new Set([
    ...subject.asker.people,
    ...subject.conflicts,
    ...(task.kind === 'decide' || task.kind === 'review' || task.kind === 'advise' ? subject.deciders : []),
    ...(task.kind === 'review' || task.kind === 'advise' ? decidedBy(subject) : []),
  ]),
];

const workOf = (id: string, subject: Case, task: Task): WorkRow => ({
  case_id: id,
  task: task.id,
  kind: task.kind,
  label: task.label ?? null,
  organisation: subject.organisation,
  holders: holdersOf(subject, task),
  barred: barredFrom(subject, task),
  assignee: task.assignee ?? null,
  due: task.due,
  escalated: task.escalated ?? false,
  gap: task.gap ?? false,
});

/** What waits for those who ask: an answer, or a word on columns in a coarser form. */
const asksRequester = (id: string, subject: Case, kind: 'answer' | 'forms', due: LocalDate): WorkRow => ({
  case_id: id,
  task: kind,
  kind,
  label: null,
  organisation: subject.asker.organisation ?? null,
  holders:
    subject.asker.organisation === undefined ? subject.asker.people.map(personReader) : [subject.asker.organisation],
  barred: [],
  assignee: subject.asker.person,
  due,
  escalated: false,
  gap: false,
});

/** The work of a case that can be done now, by whom and until when. */
export function workRows(id: string, subject: Case, holidays: ReadonlySet<LocalDate>): WorkRow[] {
  if (subject.state === 'open') {
    return (
      openTasks(subject)
        // Who decides waits until the stages before are done.
        .filter((task) => task.kind !== 'review' && (task.kind !== 'decide' || subject.stage === 'decide'))
        .map((task) => workOf(id, subject, task))
    );
  }
  if (subject.state === 'under-review') {
    return openTasks(subject)
      .filter(({ kind }) => kind === 'review')
      .map((task) => workOf(id, subject, task));
  }
  if (subject.state === 'returned' && subject.returned) {
    return [asksRequester(id, subject, 'answer', lapseOn(subject.returned.on, holidays))];
  }
  const { outcome, decidedOn } = subject;
  const gives = outcome?.code === 'approved' || outcome?.code === 'partly-approved';
  if (subject.state !== 'decided' || !gives || !decidedOn || !awaitsForms(subject)) return [];
  return [asksRequester(id, subject, 'forms', lapseOn(decidedOn, holidays))];
}

/** Working days from arrival to decision, without those in which the target clock stood. */
function daysTaken(subject: Case, holidays: ReadonlySet<LocalDate>): number | null {
  if (subject.decidedOn === undefined || subject.outcome?.code === 'redirected') return null;
  const all = workingDaysBetween(subject.arrivedOn, subject.decidedOn, holidays);
  const rested = subject.pauses.map(({ from, until }) =>
    Math.max(0, workingDaysBetween(from, until ?? subject.decidedOn ?? from, holidays)),
  );
  return Math.max(
    0,
    rested.reduce((left, days) => left - days, all),
  );
}

/** Writes cases, who may see them, and the work that they hold, with set-based SQL. */
export async function saveCases(
  transaction: Transaction,
  changes: readonly CaseChange[],
  calendars: Calendars,
): Promise<void> {
  const offices = [...new Set(changes.map(({ state }) => state.organisation))];
  const organisations = await caseOrganisations(transaction, offices);
  const holidaysFor = ({ organisation }: Case) => calendars[organisations.get(organisation)?.nation ?? 'england'];
  const rows = changes.map(({ id, revision, state, content, at }) => ({
    ...{ id, revision, state, content, at },
    days: daysTaken(state, holidaysFor(state)),
    datasets: state.datasets.map(({ dataset }) => dataset),
  }));
  const work = changes.flatMap(({ id, state }) => workRows(id, state, holidaysFor(state)));
  const ids = fewIds(
    changes.map(({ id }) => id),
    3,
    1,
  );
  await transaction.rows(
    saveCasesWithWork(ids.sql),
    [JSON.stringify(rows), JSON.stringify(work), ...ids.values],
    ids.few ? 'save-case' : undefined,
  );
  await saveAudience(transaction, changes);
}

/** Who may see a case changes seldom: when it begins, when somebody is asked by name, when others come to ask. */
async function saveAudience(transaction: Transaction, changes: readonly CaseChange[]): Promise<void> {
  const changed = changes.flatMap(({ id, state, before }) => {
    const rows = caseAudience(id, state);
    const same = before && JSON.stringify(caseAudience(id, before.state)) === JSON.stringify(rows);
    return same ? [] : [{ id, rows }];
  });
  if (changed.length === 0) return;
  await writeAudience(
    transaction,
    'case',
    changed.map(({ id }) => id),
    changed.flatMap(({ rows }) => rows),
  );
}

const insertCases = `
  insert into sharing_case (id, request, organisation, revision, status, lane, stage, arrived_on, decided_on, outcome,
    days_taken, returned_on, held_until, datasets, purpose_class, state, content, opened_at, changed_at)
  select id, (state->>'request')::uuid, (state->>'organisation')::uuid, revision, state->>'state', state->>'lane',
    state->>'stage', (state->>'arrivedOn')::date, (state->>'decidedOn')::date, state->'outcome'->>'code', days,
    (state->'returned'->>'on')::date, (state->>'heldUntil')::date,
    array(select jsonb_array_elements_text(datasets)::uuid), (
      select request.content->('submission:' || (row.state->>'submission'))->'answers'->>'purpose-class'
      from sharing_request request where request.id = (row.state->>'request')::uuid
    ), state, coalesce(content, '{}'), at, at
  from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz,
    days integer, datasets jsonb)
  on conflict (id) do update set revision = excluded.revision, status = excluded.status, lane = excluded.lane,
    stage = excluded.stage, arrived_on = excluded.arrived_on, decided_on = excluded.decided_on,
    outcome = excluded.outcome, days_taken = excluded.days_taken, returned_on = excluded.returned_on,
    held_until = excluded.held_until, datasets = excluded.datasets, purpose_class = excluded.purpose_class,
    state = excluded.state, content = excluded.content, changed_at = excluded.changed_at`;

/** Cases with their work: what is done goes, what is still to do is written over. @param cases SQL of an array of their ids */
const saveCasesWithWork = (cases: string): string => `
  with saved as (${insertCases}), wanted as materialized (
    select * from jsonb_to_recordset($2::jsonb) as row (case_id uuid, task text, kind text, label text,
      organisation uuid, holders jsonb, barred jsonb, assignee uuid, due date, escalated boolean, gap boolean)
  ), gone as (
    delete from case_work where case_id = any(${cases}) and task not like '${termsTask}%' and not exists (select from wanted
      where wanted.case_id = case_work.case_id and wanted.task = case_work.task)
  )
  insert into case_work (case_id, task, kind, label, organisation, holders, barred, assignee, due, escalated, gap)
  select case_id, task, kind, label, organisation, array(select jsonb_array_elements_text(holders)),
    array(select jsonb_array_elements_text(barred)::uuid), assignee, due, escalated, gap
  from wanted
  on conflict (case_id, task) do update set kind = excluded.kind, label = excluded.label,
    organisation = excluded.organisation, holders = excluded.holders, barred = excluded.barred,
    assignee = excluded.assignee, due = excluded.due, escalated = excluded.escalated, gap = excluded.gap`;
