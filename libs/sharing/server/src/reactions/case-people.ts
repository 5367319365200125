import { localDate } from '#kernel';
import type { Announcement } from '#ledger/server';
import { boardPeopleOf, peopleOfOrganisations, type PersonWithRoles } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { barOf, holdsTask, type Case, type CaseContent, type CaseEvent, type Task } from '#sharing/domain';
import { casePath, requestPath } from '../addresses.ts';

/** A case as it is now, with the entry of the ledger that a reaction is about. */
export interface AnnouncedCase {
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly state: Case;
  readonly content: CaseContent;
  /** What was announced of it, oldest first. */
  readonly entries: readonly { readonly id: string; readonly facts: unknown }[];
  readonly officers: readonly PersonWithRoles[];
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly state: Case;
  readonly content: CaseContent;
}

/** The cases of an announcement as they are now: what is done meanwhile asks nobody. */
export async function announcedCases(
  transaction: Transaction,
  { streams, entries }: Announcement,
  at: Date,
): Promise<AnnouncedCase[]> {
  const rows = await transaction.rows<Row>(
    `select found.id, request.title, organisation.name as organisation_name, found.state, found.content
     from sharing_case found join sharing_request request on request.id = found.request
     join organisation on organisation.id = found.organisation where found.id = any($1::uuid[]) order by found.id`,
    [streams],
  );
  const told = await transaction.rows<{ id: string; stream: string; facts: unknown }>(
    'select id, stream, facts from ledger_entry where id = any($1::uuid[]) order by stream, revision',
    [entries],
  );
  const organisations = [...new Set(rows.map(({ state }) => state.organisation))];
  const people = await peopleOfOrganisations(transaction, organisations, localDate(at.toISOString()));
  return rows.map(({ organisation_name: organisationName, ...row }) => ({
    ...row,
    organisationName,
    entries: told.filter(({ stream }) => stream === row.id),
    officers: people.get(row.state.organisation) ?? [],
  }));
}

type FactsByType = { [Event in CaseEvent as Event['type']]: Event['facts'] };

/** The facts of the last entry announced, as the event of that type has them. */
export const factsOf = <Type extends CaseEvent['type']>({ entries }: AnnouncedCase): FactsByType[Type] =>
  entries.at(-1)?.facts as FactsByType[Type];

/** Those who may do a task now. */
export const holdersOfTask = ({ state, officers }: AnnouncedCase, task: Task): string[] =>
  officers
    .filter((officer) => holdsTask(officer, task, state) && barOf(officer, task.kind, state, officers) === undefined)
    .map(({ person }) => person);

export const withRole = ({ officers }: AnnouncedCase, role: PersonWithRoles['roles'][number]): string[] =>
  officers.filter(({ roles }) => roles.includes(role)).map(({ person }) => person);

/** Those who asked, as far as the case knows them. */
export const askers = ({ state }: AnnouncedCase): readonly string[] => state.asker.people;

export const chairsOfBoards = async (transaction: Transaction, { state }: AnnouncedCase): Promise<string[]> => {
  const boards = await boardPeopleOf(transaction, state.organisation);
  return boards.flatMap(({ chairs, members }) => (chairs.length > 0 ? chairs : members));
};

/** Under which a task asks its holders, and is settled when it is done. */
export const topicOfTask = (task: string): string => `case-needs-${task.replaceAll(':', '-')}`;

export const pathFor = (side: 'requester' | 'owner', { id, state }: AnnouncedCase): string =>
  side === 'requester' ? requestPath(state.request) : casePath(state.request, id);
