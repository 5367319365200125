import { aboutInside, lockRows, pageOfRows, type Aggregate, type Loaded } from '#ledger/server';
import { personEvents } from '#organisations/contracts';
import {
  decidePerson,
  evolvePerson,
  personRight,
  standingsToAccount,
  type Person,
  type PersonCommand,
  type PersonContent,
  type PersonEvent,
  type PersonFacts,
} from '#organisations/domain';
import type { Transaction } from '#platform/database';
import { savePersons } from '../persistence/person.repository.ts';

type LoadedPerson = Loaded<Person, PersonContent, PersonCommand>;

const emailOf = ({ command }: LoadedPerson): string | null => ('email' in command ? command.email.trim() : null);

/** Taken is an address that another account has, whatever its case; PostgreSQL's `lower` is the one judge of case. */
async function facts(transaction: Transaction, items: readonly LoadedPerson[]): Promise<PersonFacts[]> {
  const asked = items.map((item) => ({ id: item.id, email: emailOf(item) }));
  const taken = await transaction.rows<{ id: string }>(
    `select asked.id from jsonb_to_recordset($1::jsonb) as asked (id uuid, email text)
     join person on lower(person.email) = lower(asked.email) and person.id <> asked.id`,
    [JSON.stringify(asked)],
  );
  const matters = items.some(({ command }) => command.type === 'dismiss-operator' || command.type === 'close-account');
  const operators = matters ? await operatorsLocked(transaction) : [];
  const takenFor = new Set(taken.map(({ id }) => id));
  return items.map(({ id }) => ({
    emailTaken: takenFor.has(id),
    otherOperators: operators.filter((operator) => operator.id !== id).length,
  }));
}

const operatorsLock = 7_715_202_612;

/** Operators with an open account, one decision about them at a time: two who dismiss each other must not both succeed. */
async function operatorsLocked(transaction: Transaction): Promise<{ id: string }[]> {
  await transaction.rows('select pg_advisory_xact_lock($1)', [operatorsLock]);
  return transaction.rows('select id from person where operator and not closed');
}

/** Accounts of people, as the door handles them. */
export const personAggregate: Aggregate<Person, PersonContent, PersonCommand, PersonEvent, PersonFacts> = {
  kind: 'person',
  events: personEvents,
  load: (transaction, ids) => lockRows(transaction, 'person', ids),
  page: (queries, after, size) => pageOfRows(queries, 'person', after, size),
  standings: (actor, state) => standingsToAccount(actor, state?.id),
  visible: (actor, state) => standingsToAccount(actor, state.id).length > 0,
  right: (command, state, standings) => personRight(command.type, state, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decidePerson,
  evolve: evolvePerson,
  about: ({ id }) => aboutInside(id),
  save: savePersons,
};
