import { accepted, refusal, refused, type LocalDate, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { AgreementDeciding, AgreementDecision, AgreementFacts } from './deciding.ts';
import { faultsOfData } from './agreed-data.ts';
import { clauseKey, clauseOf, type Agreement, type AgreementContent } from './agreement.ts';
import type {
  AbandonAgreement,
  AgreementCommand,
  ConfirmDisposal,
  DraftAgreement,
  RevokeAgreement,
  SetData,
  SetTerm,
  SuspendAgreement,
  TerminateAgreement,
} from './commands.ts';
import { dataInWords, namedData, termInWords } from './draft-clauses.ts';
import { againstAgreementStep } from './guards.ts';
import { decideSigning, isOfSigning } from './decide-signing.ts';
import { answerProposal, askSignatures, proposeClause, withdrawProposal } from './negotiate.ts';
import { invitationsClosed, signingWordsEmptied } from './signing.ts';
import { partyOf } from './standings.ts';
import { faultsOfWords } from './words.ts';

function faultsOfTerm({ term }: SetTerm, today: LocalDate): readonly Refusal[] {
  const fault = (code: string, message: string, field: string) => [refusal(code, message, `term.${field}`)];
  return [
    ...(term.end < term.start ? fault('sharing.term-backwards', 'The last day lies before the first.', 'end') : []),
    ...(term.end < today ? fault('sharing.term-over', 'The last day lies in the past.', 'end') : []),
    ...(term.review < term.start || term.review > term.end
      ? fault('sharing.review-outside', 'Review it on a day between the first and the last.', 'review')
      : []),
  ];
}

function draft(command: DraftAgreement, on: LocalDate): AgreementDecision {
  const { type: _, title, clauses, ...facts } = command;
  const words = clauses.map(({ id, heading, text }) => [clauseKey(id), { heading, text }] as const);
  return accepted([
    {
      type: 'agreement-drafted',
      facts: { ...facts, clauses: clauses.map(({ id }) => id), on },
      content: { title, ...Object.fromEntries(words) },
    },
  ]);
}

/** The clause on the data follows what is set: whoever reads the terms reads what the file will hold. */
function setData({
  command,
  agreement,
  content,
  circumstances: { facts },
}: AgreementDeciding<SetData>): AgreementDecision {
  const approved = agreement.datasets.find(({ dataset }) => dataset === command.dataset);
  if (!approved) {
    return refused(refusal('sharing.dataset-not-agreed', 'This agreement gives no such dataset.', 'dataset'));
  }
  const known = new Set(facts.datasets.get(command.dataset)?.columns.keys());
  const faults = faultsOfData(command, approved, known);
  if (faults.length > 0) return refused(...faults);
  const { columns, rows } = command;
  const dataset = { ...approved, columns, rows };
  const datasets = agreement.datasets.map((one) => (one.dataset === dataset.dataset ? dataset : one));
  return accepted([
    {
      type: 'agreement-data-set',
      facts: { dataset, on: facts.today },
      content: rewritten(content, 'data', dataInWords(namedData(datasets, facts.datasets))),
    },
  ]);
}

function setTerm({ command, content, circumstances }: AgreementDeciding<SetTerm>): AgreementDecision {
  const { today: on } = circumstances.facts;
  const faults = faultsOfTerm(command, on);
  if (faults.length > 0) return refused(...faults);
  const { term } = command;
  return accepted([
    { type: 'agreement-term-set', facts: { term, on }, content: rewritten(content, 'term', termInWords(term)) },
  ]);
}

const rewritten = (content: AgreementContent, clause: string, text: string): Readonly<Record<string, unknown>> => {
  const now = clauseOf(content, clause);
  return now ? { [clauseKey(clause)]: { ...now, text } } : {};
};

function suspend({ command, circumstances }: AgreementDeciding<SuspendAgreement>): AgreementDecision {
  const faults = faultsOfWords(command.reason, 'reason', 'Say why: the recipient reads it.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'agreement-suspended',
      facts: { on: circumstances.facts.today },
      content: { suspension: { reason: command.reason.trim() } },
    },
  ]);
}

/** Ends what was in force; what was never delivered needs no disposal. */
function end(
  { agreement, circumstances }: AgreementDeciding,
  how: 'expired' | 'terminated' | 'revoked',
  reason?: string,
): AgreementDecision {
  const by = partyOf(circumstances.standing);
  const faults = how === 'expired' ? [] : faultsOfWords(reason, 'reason', 'Say why: the other side reads it.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'agreement-ended',
      facts: {
        how,
        ...(by === undefined ? {} : { by }),
        on: circumstances.facts.today,
        disposalDue: agreement.delivered,
      },
      content: reason === undefined ? {} : { ending: { reason: reason.trim() } },
    },
  ]);
}

function takeBack({ agreement, content, circumstances }: AgreementDeciding): AgreementDecision {
  const on = circumstances.facts.today;
  const words = signingWordsEmptied(content);
  return accepted([
    ...invitationsClosed(agreement, 'terms-changed', on),
    { type: 'agreement-taken-back', facts: { on }, ...(Object.keys(words).length > 0 ? { content: words } : {}) },
  ]);
}

function abandon({ command, agreement, circumstances }: AgreementDeciding<AbandonAgreement>): AgreementDecision {
  const by = partyOf(circumstances.standing);
  const faults = by === undefined ? [] : faultsOfWords(command.reason, 'reason', 'Say why: the other side reads it.');
  if (faults.length > 0) return refused(...faults);
  const reason = command.reason?.trim();
  const on = circumstances.facts.today;
  return accepted([
    ...invitationsClosed(agreement, 'withdrawn', on),
    {
      type: 'agreement-abandoned',
      facts: { ...(by === undefined ? {} : { by }), on },
      content: reason === undefined ? {} : { ending: { reason } },
    },
  ]);
}

function confirmDisposal({ command, circumstances }: AgreementDeciding<ConfirmDisposal>): AgreementDecision {
  const faults = faultsOfWords(command.statement, 'statement', 'Say what was deleted, how and when.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'agreement-disposal-confirmed',
      facts: { on: circumstances.facts.today },
      content: { disposal: { statement: command.statement.trim() } },
    },
  ]);
}

/** Decides one command to an agreement; states and standings have been checked against `agreementRights` before. */
export function decideAgreement(
  command: AgreementCommand,
  agreement: Agreement | undefined,
  circumstances: Circumstances<AgreementFacts>,
  content: AgreementContent | undefined,
): AgreementDecision {
  const on = circumstances.facts.today;
  if (command.type === 'draft-agreement') return draft(command, on);
  if (!agreement || !content) throw new Error(`${command.type} reached an agreement that is not there`);
  const against = againstAgreementStep(command.type, agreement, circumstances);
  if (against) return refused(against);
  return decided({ command, agreement, content, circumstances });
}

function decided(deciding: AgreementDeciding): AgreementDecision {
  const { command, agreement, circumstances } = deciding;
  if (isOfSigning(command)) return decideSigning({ ...deciding, command });
  const on = circumstances.facts.today;
  switch (command.type) {
    case 'draft-agreement':
      return draft(command, on);
    case 'set-data':
      return setData({ ...deciding, command });
    case 'set-term':
      return setTerm({ ...deciding, command });
    case 'offer-terms':
      return accepted([{ type: 'agreement-offered', facts: { on } }]);
    case 'take-back-terms':
      return takeBack(deciding);
    case 'propose-clause':
      return proposeClause({ ...deciding, command });
    case 'answer-proposal':
      return answerProposal({ ...deciding, command });
    case 'withdraw-proposal':
      return withdrawProposal({ ...deciding, command });
    case 'ask-signatures':
      return askSignatures(deciding);
    case 'suspend-agreement':
      return suspend({ ...deciding, command });
    case 'resume-agreement':
      return accepted([{ type: 'agreement-resumed', facts: { on } }]);
    case 'revoke-agreement':
      return end(deciding, 'revoked', (command satisfies RevokeAgreement).reason);
    case 'terminate-agreement':
      return end(deciding, 'terminated', (command satisfies TerminateAgreement).reason);
    case 'expire-agreement':
      return end(deciding, 'expired');
    case 'abandon-agreement':
      return abandon({ ...deciding, command });
    case 'note-delivery':
      return accepted(agreement.delivered ? [] : [{ type: 'agreement-delivered', facts: { on } }]);
    case 'confirm-disposal':
      return confirmDisposal({ ...deciding, command });
    case 'close-unconfirmed':
      return accepted([{ type: 'agreement-closed-unconfirmed', facts: { on } }]);
  }
}
