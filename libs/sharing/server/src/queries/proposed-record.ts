import { answerTo, hasCode, lawfulBases, specialConditions, type Answers, type Case } from '#sharing/domain';
import type { CaseView } from '#sharing/contracts';

const text = (answers: Answers, question: string): string | undefined => {
  const answer = answerTo(answers, question);
  return typeof answer === 'string' && answer.trim() !== '' ? answer : undefined;
};

const filled = (entries: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
  Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

const ofList = (terms: Parameters<typeof hasCode>[0], code: string | undefined): string | undefined =>
  hasCode(terms, code) ? code : undefined;

/** What the requester's DPIA answers say, in the codes of the record. */
function dpiaOf(answers: Answers): { readonly screening?: string; readonly outcome?: string } {
  const dpia = text(answers, 'dpia');
  const outcome = text(answers, 'dpia-outcome');
  return {
    ...(dpia === 'not-needed' ? { screening: 'not-needed' } : {}),
    ...(dpia === 'done' || dpia === 'under-way' ? { screening: 'needed' } : {}),
    ...(outcome === 'low' || outcome === 'medium' || outcome === 'high' ? { outcome } : {}),
  };
}

/** The record begins with what the requester said; the owner's own part, and all of it, is the decider's to set. */
export function proposedRecord(answers: Answers): CaseView['proposedRecord'] {
  const dpia = dpiaOf(answers);
  return {
    codes: filled([
      ['lawfulBasisRequester', ofList(lawfulBases, text(answers, 'lawful-basis'))],
      ['lawfulBasisOwner', ofList(lawfulBases, text(answers, 'owner-lawful-basis'))],
      ['specialCondition', ofList(specialConditions, text(answers, 'article-9-condition'))],
      ['dpiaScreening', dpia.screening],
      ['dpiaOutcome', dpia.outcome],
    ]),
    words: filled([
      ['legalPowerRequester', text(answers, 'legal-power')],
      ['legalPowerOwner', text(answers, 'owner-legal-power')],
      ['necessity', text(answers, 'how-data-helps')],
      ['confidentiality', text(answers, 'confidence-detail')],
      ['retention', text(answers, 'keep-reason')],
      ['security', text(answers, 'protection')],
      ['individualsRights', text(answers, 'rights')],
      ['optionsWeighed', text(answers, 'alternatives')],
    ]),
  };
}

/** Environmental data is asked for under its own regulations; other data of public bodies as re-use. */
export function proposedRegime(
  subject: Case,
  {
    isPublic,
    scottish,
    environmental,
  }: { readonly isPublic: boolean; readonly scottish: boolean; readonly environmental: boolean },
): string {
  if (subject.regime !== undefined) return subject.regime;
  if (!isPublic) return 'none';
  if (environmental) return scottish ? 'eir-scotland' : 'eir';
  return 're-use';
}
