import type { Actor, PersonActor } from '#kernel';
import type { Queries } from '#platform/database';
import { caseStandingsOf, mayAskWith, officeStandings } from '#sharing/domain';
import { draftById, requestState, submittedFiles, writesDraft } from '../drafts/index.ts';
import { casesOfRequest } from './case-reading.ts';

/** Whether the actor may read a file of evidence: those who write, and those who judge a submission that names it. */
export async function mayReadEvidence(queries: Queries, actor: Actor, request: string, file: string): Promise<boolean> {
  const draft = await draftById(queries, request);
  const state = await requestState(queries, request);
  if (!draft) return false;
  if (writesDraft(actor, draft, state && { ...state, withdrawn: false })) return true;
  if (!state || !(await submittedFiles(queries, request)).has(file)) return false;
  const cases = await casesOfRequest(queries, request);
  return cases.some((one) => caseStandingsOf(actor, one.state).some((standing) => officeStandings.includes(standing)));
}

/** The organisation for which the actor reads what another side wrote; undefined for those who ask. */
export async function otherSideOf(queries: Queries, actor: PersonActor, request: string): Promise<string | undefined> {
  const state = await requestState(queries, request);
  if (!state || mayAskWith(actor, state)) return undefined;
  const cases = await casesOfRequest(queries, request);
  return cases.find((one) => caseStandingsOf(actor, one.state).length > 0)?.state.organisation;
}
