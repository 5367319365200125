import { uuidv7, type MachineActor } from '#kernel';
import { lifted } from '#ledger/contracts';
import type { Announcement, Reaction } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { caseEvents } from '#sharing/contracts';
import { awaitsForms, type CaseEvent, type RecordCodes } from '#sharing/domain';
import type { SharingSources } from '../queries/sharing-sources.ts';
import type { AgreementAggregate } from '../agreements/agreement-aggregate.ts';
import { draftFromDecision, type DecidedCase } from '../agreements/draft-from-decision.ts';

export const drafter: MachineActor = { kind: 'machine', name: 'drafting' };

type Row = Omit<DecidedCase, 'codes'>;

/** Cases of the announcement that give data and have no agreement yet, locked before any is drafted. */
async function withoutTerms(transaction: Transaction, { streams }: Announcement): Promise<Row[]> {
  const rows = await transaction.rows<Row>(
    `select decided.id, decided.state, decided.content, request.state as request, request.content as words
     from sharing_case decided join sharing_request request on request.id = decided.request
     where decided.id = any($1::uuid[]) and decided.status = 'decided'
       and decided.outcome in ('approved', 'partly-approved')
       and not exists (select from agreement where agreement.case_id = decided.id and agreement.status <> 'abandoned')
     order by decided.id for update of decided`,
    [streams],
  );
  return rows.filter(({ state }) => !awaitsForms(state));
}

type TaskDecided = Extract<CaseEvent, { readonly type: 'case-task-decided' }>['facts'];

/** The codes that stand in the ledger for the decisions that hold now, one for each task. */
async function codesOf(transaction: Transaction, { id, state }: Row): Promise<RecordCodes[]> {
  const entries = await transaction.rows<{ schema_version: number; facts: unknown }>(
    `select schema_version, facts from ledger_entry where stream = $1 and type = 'case-task-decided' order by revision`,
    [id],
  );
  const facts = entries.map(
    (entry) => lifted(caseEvents['case-task-decided'], entry.schema_version, entry.facts) as TaskDecided,
  );
  const last = new Map(facts.map((one) => [one.decision.task, one.codes]));
  return state.decisions.flatMap(({ task }) => last.get(task) ?? []);
}

/** When a case is decided and gives data, or the requester takes a coarser form, its terms are drafted. */
export const whenCaseGivesDataDraftItsAgreement = (
  agreements: AgreementAggregate,
  sources: SharingSources,
): Reaction => ({
  name: 'when-case-gives-data-draft-its-agreement',
  hears: ['case-decided', 'case-forms-accepted', 'case-review-concluded'],
  react: async (transaction, announcement, { door, at }) => {
    for (const row of await withoutTerms(transaction, announcement)) {
      const decided = { ...row, codes: await codesOf(transaction, row) };
      const command = await draftFromDecision(transaction, sources, decided, uuidv7(at.getTime()));
      const [outcome] = await door.perform(transaction, agreements, drafter, [{ id: command.id, command }]);
      if (!outcome?.ok) throw new Error(`Terms could not be drafted: ${JSON.stringify(outcome)}`);
    }
  },
});
