import { refusal, type Refusal } from '#kernel';
import {
  dpiaOutcomes,
  dpiaScreenings,
  hasCode,
  lawfulBases,
  specialConditions,
  type ReferenceTerm,
} from '../decision/reference.ts';
import { laneAtLeast } from '../lane.ts';
import { blank } from '../wording.ts';
import type { Case } from './case.ts';
import type { DecideCase } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import { regulatorFirst } from './refusals.ts';

/** A choice of the record that must be made to approve, from the list it is made from. */
function chosen(field: string, code: string | undefined, terms: readonly ReferenceTerm[], what: string): Refusal[] {
  if (code === undefined || code === '')
    return [refusal(`sharing.${what}-missing`, sayWhich[field] ?? '', `codes.${field}`)];
  return hasCode(terms, code) ? [] : [refusal('sharing.code-unknown', 'Choose one of the list.', `codes.${field}`)];
}

const sayWhich: Record<string, string> = {
  lawfulBasisOwner: 'Data about people: choose the lawful basis on which your organisation gives it.',
  lawfulBasisRequester: 'Data about people: choose the lawful basis on which the requester uses it.',
  specialCondition: 'Sensitive data: choose the condition of article 9 or 10 that allows it.',
  dpiaScreening: 'Say what the screening for a data protection impact assessment came to.',
  dpiaOutcome: 'Say which risk remains after the data protection impact assessment.',
};

const power = (field: string, text: string | undefined, who: string): Refusal[] =>
  blank(text)
    ? [refusal('sharing.legal-power-missing', `Name the legal power of ${who}: it is a public body.`, `words.${field}`)]
    : [];

/** Whether an adviser was heard, was passed over when late, or is a post that nobody holds. */
const heard = (subject: Case, label: string): boolean =>
  subject.tasks.some((task) => task.label === label && ['done', 'passed-over', 'not-applicable'].includes(task.state));

/** What is missing before data about people may be given, in whole or part (domain, Guards: to approve). */
function aboutPeople({ codes, words }: DecideCase, subject: Case, facts: CaseFacts): Refusal[] {
  const risk = codes.dpiaScreening === 'needed' || subject.lane === 'C';
  return [
    ...chosen('lawfulBasisOwner', codes.lawfulBasisOwner, lawfulBases, 'lawful-basis'),
    ...chosen('lawfulBasisRequester', codes.lawfulBasisRequester, lawfulBases, 'lawful-basis'),
    ...(facts.ownerIsPublic ? power('legalPowerOwner', words.legalPowerOwner, 'your organisation') : []),
    ...(facts.requesterIsPublic ? power('legalPowerRequester', words.legalPowerRequester, 'the requester') : []),
    ...chosen('dpiaScreening', codes.dpiaScreening, dpiaScreenings, 'dpia-screening'),
    ...(risk ? chosen('dpiaOutcome', codes.dpiaOutcome, dpiaOutcomes, 'dpia-outcome') : []),
    ...(heard(subject, 'data-protection')
      ? []
      : [refusal('sharing.dpo-advice-missing', 'The data protection adviser has not been heard yet.')]),
  ];
}

/** What sensitive data needs beside that. */
function sensitive({ codes, words }: DecideCase, subject: Case): Refusal[] {
  const confidence = blank(words.confidentiality)
    ? [
        refusal(
          'sharing.confidentiality-missing',
          'Sensitive data: say which duty of confidence holds and how it is met.',
          'words.confidentiality',
        ),
      ]
    : [];
  return [
    ...chosen('specialCondition', codes.specialCondition, specialConditions, 'condition'),
    ...confidence,
    ...(subject.acceptedBy === undefined
      ? [refusal('sharing.risk-not-accepted', 'The risk that remains has not been accepted yet.')]
      : []),
    ...(!subject.care || heard(subject, 'caldicott')
      ? []
      : [refusal('sharing.caldicott-missing', 'Data about care: the Caldicott adviser has not been heard yet.')]),
  ];
}

/** Whoever approves data about people cannot say less than the submission does: what it says changes with a new one. */
const highRisk = ({ codes }: DecideCase, { lane }: Case, { remainingRisk }: CaseFacts): Refusal[] => {
  const told = laneAtLeast(lane, 'B') && remainingRisk === 'high';
  return told || codes.dpiaOutcome === 'high' ? [{ ...regulatorFirst, field: 'codes.dpiaOutcome' }] : [];
};

/** Why an approval by this command, in whole or in part, cannot stand yet. */
export function faultsOfApproval(command: DecideCase, subject: Case, facts: CaseFacts): Refusal[] {
  return [
    ...highRisk(command, subject, facts),
    ...(laneAtLeast(subject.lane, 'B') ? aboutPeople(command, subject, facts) : []),
    ...(subject.lane === 'C' ? sensitive(command, subject) : []),
    ...objectionFaults(command, subject),
  ];
}

export const hasObjection = ({ advice }: Case): boolean => advice.some(({ verdict }) => verdict === 'object');

function objectionFaults({ objectionReason }: DecideCase, subject: Case): Refusal[] {
  if (!hasObjection(subject) || !blank(objectionReason)) return [];
  return [
    refusal(
      'sharing.objection-unanswered',
      'An adviser objects. Say why you decide otherwise: the board is told.',
      'objectionReason',
    ),
  ];
}
