import type { Actor, LocalDate, PersonActor } from '#kernel';
import type { Queries } from '#platform/database';
import { boardOf, caseStandingsOf, mayAskWith, officeStandings, sampleOf, type Case } from '#sharing/domain';
import type { EvidenceReading } from '../evidence/evidence-reading.ts';
import { draftById, requestState, submittedFiles, writesDraft } from '../drafts/index.ts';
import { casesOfRequest } from './case-reading.ts';

/** For which organisation somebody of another side reads a case: the one that decides, or a board with a sample that is open. */
function readsFor(actor: Actor, state: Case, today: LocalDate): string | undefined {
  if (caseStandingsOf(actor, state).some((standing) => officeStandings.includes(standing))) return state.organisation;
  const sample = actor.kind === 'person' ? sampleOf(state, actor.person, today) : undefined;
  return sample && boardOf(actor, state) !== undefined ? sample.board : undefined;
}

/** Whether the actor may read a file of evidence: those who write, and those who judge, or sample, a submission that names it. */
export async function mayReadEvidence(
  queries: Queries,
  { actor, today }: EvidenceReading,
  request: string,
  file: string,
): Promise<boolean> {
  const draft = await draftById(queries, request);
  const state = await requestState(queries, request);
  if (!draft) return false;
  if (writesDraft(actor, draft, state && { ...state, withdrawn: false })) return true;
  if (!state || !(await submittedFiles(queries, request)).has(file)) return false;
  const cases = await casesOfRequest(queries, request);
  return cases.some((one) => readsFor(actor, one.state, today) !== undefined);
}

/** The organisation for which the actor reads what another side wrote; undefined for those who ask. */
export async function otherSideOf(
  queries: Queries,
  { actor, today }: EvidenceReading & { readonly actor: PersonActor },
  request: string,
): Promise<string | undefined> {
  const state = await requestState(queries, request);
  if (!state || mayAskWith(actor, state)) return undefined;
  const cases = await casesOfRequest(queries, request);
  return cases.flatMap((one) => readsFor(actor, one.state, today) ?? []).at(0);
}
