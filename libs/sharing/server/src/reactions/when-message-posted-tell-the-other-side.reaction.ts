import { localDate } from '#kernel';
import type { Announcement, Reaction } from '#ledger/server';
import { writeNotices, type NewNotice } from '#notices/server';
import { peopleOfOrganisations, type PersonWithRoles } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { barOf, holdsTask, openTasks, type Asker, type Case, type MessageSide } from '#sharing/domain';
import { casePath, requestPath } from '../addresses.ts';
import { whoAnswers } from '../talk/who-answers.ts';

interface PostedRow {
  readonly side: MessageSide;
  readonly person: string;
  readonly writer: string;
  readonly state: Case;
}

/** A case once for each side that wrote, however many messages one transaction brought. */
const posted = (transaction: Transaction, { streams }: Announcement): Promise<PostedRow[]> =>
  transaction.rows<PostedRow>(
    `select distinct on (message.case_id, message.side) message.side, message.person,
       coalesce(organisation.name, person.name) as writer, sharing_case.state
     from case_message message
     join sharing_case on sharing_case.id = message.case_id
     join person on person.id = message.person
     left join organisation on organisation.id = message.writes_for
     where message.id = any($1::uuid[]) and message.kind = 'message'
     order by message.case_id, message.side, message.id desc`,
    [streams],
  );

/** Those who do, or could do, what is open in the case; where nothing is, those who answer for the organisation. */
function officeOf(subject: Case, people: readonly PersonWithRoles[]): readonly string[] {
  const working = people.filter((person) =>
    openTasks(subject).some(
      (task) => holdsTask(person, task, subject) && barOf(person, task.kind, subject, people) === undefined,
    ),
  );
  const told = working.length > 0 ? working.map(({ person }) => person) : whoAnswers(people);
  return told.filter((person) => !subject.asker.people.includes(person));
}

/** Those who took part in asking and still belong to the organisation that asks, or still have their account. */
async function askersOf(
  transaction: Transaction,
  { people, organisation }: Asker,
  members: readonly PersonWithRoles[],
): Promise<readonly string[]> {
  if (organisation !== undefined) return people.filter((one) => members.some(({ person }) => person === one));
  const rows = await transaction.rows<{ id: string }>(
    'select id from person where id = any($1::uuid[]) and not closed order by id',
    [people],
  );
  return rows.map(({ id }) => id);
}

/** When one side writes about a case, the other is told. A note is an event of its own, of which nobody hears. */
export const whenMessagePostedTellTheOtherSide: Reaction = {
  name: 'when-message-posted-tell-the-other-side',
  hears: ['message-posted'],
  react: async (transaction, announcement, { at }) => {
    const rows = await posted(transaction, announcement);
    const organisations = rows.flatMap(({ state }) => [state.organisation, state.asker.organisation ?? []].flat());
    const today = localDate(at.toISOString());
    const people = await peopleOfOrganisations(transaction, [...new Set(organisations)], today);
    const notices: NewNotice[] = [];
    for (const { side, person: writtenBy, writer, state } of rows) {
      const membersOf = (organisation = '') => people.get(organisation) ?? [];
      const asks = side === 'requester';
      const told = asks
        ? officeOf(state, membersOf(state.organisation))
        : await askersOf(transaction, state.asker, membersOf(state.asker.organisation));
      const whose = asks ? 'their' : 'your';
      const rest = {
        ...({ kind: 'tells', topic: 'message-received', subjectKind: 'case', subject: state.id } as const),
        sentence: `${writer} wrote to you about ${whose} request ${state.reference}.`,
        href: asks ? casePath(state.request, state.id) : requestPath(state.request),
        ...{ source: announcement.id, at },
      };
      notices.push(...told.filter((person) => person !== writtenBy).map((person) => ({ person, ...rest })));
    }
    await writeNotices(transaction, notices);
  },
};
