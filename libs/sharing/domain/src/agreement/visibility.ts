import type { Actor } from '#kernel';
import { boardRoles } from '../case/standings.ts';
import { caseRoles, type CaseReader, type Side } from '../case/visibility.ts';
import { standingsBetween, partyOf, type AgreementStanding, type Between } from './standings.ts';

/** Whether the actor may know of what stands between these. Machines load and check, and see all. */
export const maySeeBetween = (actor: Actor, between: Between): boolean => standingsBetween(actor, between).length > 0;

/** From which side somebody looks; one who stands on both acts for one at a time, and receives first. */
export function agreementSideOf(standings: readonly AgreementStanding[]): Side | undefined {
  if (standings.some((standing) => partyOf(standing) === 'recipient')) return 'requester';
  if (standings.some((standing) => partyOf(standing) === 'provider')) return 'owner';
  return standings.includes('board') ? 'board' : undefined;
}

/** Everybody who may see it, in the terms in which lists are joined; the same set as `maySeeBetween`. */
export function audienceBetween({ provider, recipient, boards }: Between): readonly CaseReader[] {
  const recipients: readonly CaseReader[] =
    recipient.organisation === undefined
      ? recipient.people.map((person) => ({ person, standing: 'requester' }))
      : [{ organisation: recipient.organisation, standing: 'requester' }];
  return [
    ...recipients,
    ...caseRoles.map((role): CaseReader => ({ organisation: provider, role, standing: 'owner' })),
    ...boards.flatMap((board) =>
      boardRoles.map((role): CaseReader => ({ organisation: board, role, standing: 'board' })),
    ),
  ];
}
