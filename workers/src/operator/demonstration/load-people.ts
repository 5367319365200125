import { membershipAggregate, personAggregate, Sessions, setPassword } from '#organisations/server';
import { commandLine } from '../command-line.ts';
import type { OperatorContext } from '../context.ts';
import type { PlacedOrganisation } from './load-organisations.ts';
import { found } from './loading.ts';
import type { Loading } from './loading.ts';
import { entered as moments } from './moments.ts';
import { accounts, demonstrationPassword, emailOf, people } from './people.ts';

/** Enters the people with their places in the organisations. Answers their ids by key. */
export async function loadPeople(
  loading: Loading,
  organisations: ReadonlyMap<string, PlacedOrganisation>,
): Promise<ReadonlyMap<string, string>> {
  loading.moveTo(moments.people);
  const entered = people.map((person) => ({ person, id: loading.newId() }));
  await loading.give(
    personAggregate,
    commandLine,
    entered.map(({ person, id }) => ({
      id,
      command: {
        type: 'register-person' as const,
        id,
        name: person.name,
        email: emailOf(person),
        operator: person.operator ?? false,
      },
    })),
  );
  await loading.give(
    personAggregate,
    commandLine,
    entered.map(({ id }) => ({ id, command: { type: 'confirm-address' as const } })),
  );
  await loading.give(
    membershipAggregate,
    commandLine,
    entered.flatMap(({ person, id }) => {
      if (person.organisation === undefined) return [];
      const place = found(organisations, person.organisation);
      const unit = person.unit === undefined ? {} : { unit: found(place.units, person.unit) };
      const membership = loading.newId();
      const command = {
        type: 'grant-membership' as const,
        id: membership,
        person: id,
        organisation: place.id,
        ...unit,
      };
      return [{ id: membership, command: { ...command, roles: person.roles } }];
    }),
  );
  return new Map(entered.map(({ person, id }) => [person.key, id]));
}

/** Gives the accounts their password, those alone that have none. Answers how many it gave. */
export async function givePasswords({ database, clock }: OperatorContext): Promise<number> {
  const waiting = await database.rows<{ id: string }>(
    `select person.id from person left join credential on credential.person = person.id
     where lower(person.email) = any($1::text[]) and credential.person is null order by person.id`,
    [accounts.map(({ email }) => email)],
  );
  const sessions = new Sessions(database, clock);
  await Promise.all(waiting.map(({ id }) => setPassword({ database, clock, sessions }, id, demonstrationPassword)));
  return waiting.length;
}
