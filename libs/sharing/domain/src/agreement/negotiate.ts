import { accepted, refusal, refused } from '#kernel';
import { clauseKey, clauseOf, otherParty, proposalKey, proposalOf } from './agreement.ts';
import type { AnswerProposal, ProposeClause, WithdrawProposal } from './commands.ts';
import type { AgreementDecision, AgreementDeciding } from './deciding.ts';
import type { AgreementEvent } from './events.ts';
import * as no from './refusals.ts';
import { invitationsClosed, signingWordsEmptied } from './signing.ts';
import { partyOf } from './standings.ts';
import { faultsOfWords } from './words.ts';

/** Clauses without which nobody could tell between whom, what and for how long. */
export const standingClauses: readonly string[] = ['parties', 'purpose', 'data', 'term'];

const clauseUnknown = refusal('sharing.clause-unknown', 'These terms have no such clause.', 'clause');

/** Another text for a clause: at once while it is drafted, else as a proposal that waits for the other side. */
export function proposeClause({
  command,
  agreement,
  content,
  circumstances,
}: AgreementDeciding<ProposeClause>): AgreementDecision {
  const { clause, text } = command;
  const party = partyOf(circumstances.standing) ?? 'provider';
  const now = clauseOf(content, clause);
  if (!now || !agreement.clauses.includes(clause)) return refused(clauseUnknown);
  const faults = [
    ...(text === undefined && standingClauses.includes(clause)
      ? [refusal('sharing.clause-needed', 'This clause says between whom, what and for how long: it stays.', 'clause')]
      : []),
    ...(text === undefined ? [] : faultsOfWords(text, 'text', 'Write the clause, or propose to take it out.')),
    ...(text?.trim() === now.text
      ? [refusal('sharing.clause-same', 'That is what the clause says already.', 'text')]
      : []),
    ...(agreement.state === 'drafting'
      ? []
      : faultsOfWords(command.reason, 'reason', 'Say why: the other side reads it.')),
  ];
  if (faults.length > 0) return refused(...faults);
  const on = circumstances.facts.today;
  if (agreement.state === 'drafting') {
    return accepted([changed(clause, on, text === undefined ? undefined : { ...now, text: text.trim() })]);
  }
  const reason = command.reason?.trim() ?? '';
  return accepted([
    ...invitationsClosed(agreement, 'terms-changed', on),
    {
      type: 'agreement-clause-proposed',
      facts: { proposal: { clause, by: party, strikes: text === undefined }, on },
      content: {
        ...signingWordsEmptied(content),
        terms: null,
        [proposalKey(clause)]: text === undefined ? { reason } : { text: text.trim(), reason },
      },
    },
  ]);
}

const changed = (clause: string, on: string, words: object | undefined): AgreementEvent => ({
  type: 'agreement-clause-changed',
  facts: { clause, struck: words === undefined, on },
  content: { [clauseKey(clause)]: words ?? null, [proposalKey(clause)]: null },
});

/** The other side's word: the clause changes, or stays as it is with a reason. */
export function answerProposal({
  command,
  agreement,
  content,
  circumstances,
}: AgreementDeciding<AnswerProposal>): AgreementDecision {
  const { clause } = command;
  const on = circumstances.facts.today;
  const mine = otherParty(partyOf(circumstances.standing) ?? 'provider');
  const proposal = agreement.proposals.find((one) => one.clause === clause && one.by === mine);
  const now = clauseOf(content, clause);
  if (!proposal || !now) return refused({ ...no.nothingProposed, field: 'clause' });
  if (command.accept) {
    const text = proposalOf(content, clause)?.text;
    return accepted([changed(clause, on, proposal.strikes ? undefined : { ...now, text: text ?? now.text })]);
  }
  const faults = faultsOfWords(command.reason, 'reason', 'Say why not: the other side reads it.');
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'agreement-proposal-closed',
      facts: { clause, result: 'declined', on },
      content: { [proposalKey(clause)]: null, [`declined:${clause}`]: { reason: command.reason?.trim() } },
    },
  ]);
}

export function withdrawProposal({
  command,
  agreement,
  circumstances,
}: AgreementDeciding<WithdrawProposal>): AgreementDecision {
  const { clause } = command;
  const party = partyOf(circumstances.standing);
  if (!agreement.proposals.some((one) => one.clause === clause && one.by === party)) {
    return refused({ ...no.nothingProposed, field: 'clause' });
  }
  return accepted([
    {
      type: 'agreement-proposal-closed',
      facts: { clause, result: 'withdrawn', on: circumstances.facts.today },
      content: { [proposalKey(clause)]: null },
    },
  ]);
}

/** Freezes what both sides read: the terms stand in the record word for word, and their hash is what is signed. */
export function askSignatures({ circumstances }: AgreementDeciding): AgreementDecision {
  const { canonical, today } = circumstances.facts;
  if (!canonical) throw new Error('Nobody made the terms that are to be signed');
  return accepted([
    {
      type: 'agreement-signatures-asked',
      facts: { hash: canonical.hash, on: today },
      content: { terms: canonical.terms },
    },
  ]);
}
