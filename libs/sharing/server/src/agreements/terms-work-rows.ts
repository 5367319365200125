import { addWorkingDays, type LocalDate } from '#kernel';
import type { Transaction } from '#platform/database';
import { currentDelivery, openNotices, termsWork, type Calendars, type Party } from '#sharing/domain';
import { caseOrganisations } from '../cases/case-organisations.ts';
import { personReader, roleReader } from '../readers.ts';
import type { AgreementChange, PermissionChange } from './agreement-rows.ts';
import { termsTask } from './terms-task.ts';

interface TermsRow {
  /** The agreement whose case it stands with. */
  readonly agreement: string;
  readonly task: string;
  readonly kind: string;
  readonly organisation: string | null;
  readonly holders: readonly string[];
  readonly due: LocalDate;
}

/** Working days in which what is held elsewhere should be handed over. */
const daysForHandOver = 5;

async function holidaysOf(transaction: Transaction, providers: readonly string[], calendars: Calendars) {
  const organisations = await caseOrganisations(transaction, [...new Set(providers)]);
  return (provider: string): ReadonlySet<LocalDate> => calendars[organisations.get(provider)?.nation ?? 'england'];
}

/** Of these organisations, the ones that have a signatory. */
async function withSignatory(transaction: Transaction, organisations: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.rows<{ organisation: string }>(
    `select distinct organisation from membership
     where organisation = any($1::uuid[]) and not ended and 'signatory' = any(roles)`,
    [organisations],
  );
  return new Set(rows.map(({ organisation }) => organisation));
}

/** Where nobody is a signatory, those see the work who ask somebody by mail or put a signed copy on record. */
const insteadOfSignatory = (party: Party, organisation: string): readonly string[] =>
  party === 'recipient'
    ? [organisation]
    : ['owner', 'steward', 'administrator'].map((role) => roleReader(organisation, role));

interface AgreementWork {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly withSignatory: ReadonlySet<string>;
}

function rowsOfAgreement({ id, state }: AgreementChange, known: AgreementWork): TermsRow[] {
  const { holidays } = known;
  return termsWork(state, holidays).map(({ kind, party, roles, due }) => {
    const organisation = party === 'provider' ? state.provider : state.recipient.organisation;
    const holders =
      organisation === undefined
        ? state.recipient.people.map(personReader)
        : roles.length === 0
          ? [organisation]
          : [
              ...roles.map((role) => roleReader(organisation, role)),
              ...(kind === 'sign' && !known.withSignatory.has(organisation)
                ? insteadOfSignatory(party, organisation)
                : []),
            ];
    return {
      agreement: id,
      task: `${termsTask}${kind}:${party}`,
      kind,
      organisation: organisation ?? null,
      holders,
      due,
    };
  });
}

/** Writes what waits on either side of agreements, in place of what waited before. */
export async function saveTermsWork(
  transaction: Transaction,
  changes: readonly AgreementChange[],
  calendars: Calendars,
): Promise<void> {
  const holidays = await holidaysOf(
    transaction,
    changes.map(({ state }) => state.provider),
    calendars,
  );
  const ids = changes.map(({ id }) => id);
  const signed = changes.filter(({ state }) => state.state === 'awaiting-signatures');
  const sides = signed.flatMap(({ state }) => [state.provider, state.recipient.organisation ?? state.provider]);
  const signatories = sides.length === 0 ? new Set<string>() : await withSignatory(transaction, sides);
  const rows = changes.flatMap((change) =>
    rowsOfAgreement(change, { holidays: holidays(change.state.provider), withSignatory: signatories }),
  );
  await replaceWork(transaction, ids, { rows, tasks: `^${termsTask}(?!hand-over|confirm)` });
}

/** Writes what is to be handed over by hand, and the notices that those who received something have to answer. */
export async function savePermissionWork(
  transaction: Transaction,
  changes: readonly PermissionChange[],
  calendars: Calendars,
): Promise<void> {
  const holidays = await holidaysOf(
    transaction,
    changes.map(({ state }) => state.provider),
    calendars,
  );
  for (const change of changes) {
    const { id, state } = change;
    const rows = [...handOverOf(change, holidays(state.provider)), ...noticesOf(change)];
    await replaceWork(transaction, [state.agreement], { rows, tasks: `^${termsTask}(hand-over|confirm):${id}` });
  }
}

function handOverOf({ id, state }: PermissionChange, holidays: ReadonlySet<LocalDate>): TermsRow[] {
  const delivery = currentDelivery(state);
  if (state.state !== 'given' || delivery?.state !== 'by-hand') return [];
  const begins = delivery.on > state.start ? delivery.on : state.start;
  return [
    {
      ...{ agreement: state.agreement, task: `${termsTask}hand-over:${id}`, kind: 'hand-over' },
      organisation: state.provider,
      holders: [roleReader(state.provider, 'steward')],
      due: addWorkingDays(begins, daysForHandOver, holidays),
    },
  ];
}

const noticesOf = ({ id, state }: PermissionChange): TermsRow[] =>
  openNotices(state).map((notice) => ({
    ...{ agreement: state.agreement, task: `${termsTask}confirm:${id}:${notice.id}`, kind: 'confirm-notice' },
    organisation: state.recipient.organisation ?? null,
    holders:
      state.recipient.organisation === undefined
        ? state.recipient.people.map(personReader)
        : [state.recipient.organisation],
    due: notice.answerBy,
  }));

async function replaceWork(
  transaction: Transaction,
  agreements: readonly string[],
  { rows, tasks }: { readonly rows: readonly TermsRow[]; readonly tasks: string },
): Promise<void> {
  await transaction.rows(
    `with wanted as materialized (
       select agreement.case_id, row.* from jsonb_to_recordset($2::jsonb) as row (agreement uuid, task text, kind text,
         organisation uuid, holders jsonb, due date)
       join agreement on agreement.id = row.agreement
     ), gone as (
       delete from case_work using agreement
       where agreement.id = any($1::uuid[]) and case_work.case_id = agreement.case_id and case_work.task ~ $3
         and not exists (select from wanted where wanted.case_id = case_work.case_id and wanted.task = case_work.task)
     )
     insert into case_work (case_id, task, kind, label, organisation, holders, barred, assignee, due, escalated, gap)
     select case_id, task, kind, null, organisation, array(select jsonb_array_elements_text(holders)), '{}', null, due,
       false, false
     from wanted
     on conflict (case_id, task) do update set kind = excluded.kind, organisation = excluded.organisation,
       holders = excluded.holders, due = excluded.due`,
    [agreements, JSON.stringify(rows), tasks],
  );
}
