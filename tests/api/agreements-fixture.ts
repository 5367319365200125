import { expect } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { Door } from '#ledger/server';
import { composeSharing, pendingDeliveries, recordDelivery } from '#sharing/server';
import { plainAnswers, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

/**
 * A request for one dataset, decided by its owner, and its terms as the workers would draft them.
 * @param more answers beside the plain ones
 */
export async function agreedIn(place: Town, title: string, more: object = {}): Promise<string> {
  const { as, ids } = place;
  const dataset = await place.dataset(title, 'council');
  const begun = await as('asker', 'POST', '/api/v1/requests', { actingFor: ids['kerbs'], datasets: [dataset] });
  const request = begun.body.id as string;
  const draft = (await as('asker', 'GET', `/api/v1/requests/${request}`)).body.draft;
  const columns = draft.basket[0].available.map(({ id }: { id: string }) => ({ column: id, justification: 'Routes.' }));
  const answers = {
    ...plainAnswers,
    protection: 'A secret vault.',
    withhold: { protection: 'It is a secret.' },
    ...more,
  };
  await as('asker', 'PATCH', `/api/v1/requests/${request}`, {
    draftRevision: draft.revision,
    actingFor: ids['kerbs'],
    basket: [{ dataset, columns }],
    answers,
  });
  const written = (await as('asker', 'GET', `/api/v1/requests/${request}`)).body;
  await as('asker', 'POST', `/api/v1/requests/${request}/commands/submit`, {
    revision: written.revision,
    draftRevision: written.draft.revision,
    actingFor: ids['kerbs'],
    declaration: true,
  });
  const one = async () => (await as('asker', 'GET', `/api/v1/requests/${request}`)).body.cases[0];
  const give = async (who: string, name: string, body: object) => {
    const { id, revision } = await one();
    const path = `/api/v1/requests/${request}/cases/${id}/commands/${name}`;
    const answer = await as(who, 'POST', path, { revision, actingFor: ids['council'], ...body });
    expect([name, answer.status, answer.body]).toEqual([name, 200, answer.body]);
  };
  await give('steward', 'validate', { regime: 'none' });
  await give('owner', 'decide', {
    task: 'decide:1',
    reasons: 'It serves the city.',
    datasets: [
      { dataset, outcome: 'approved', columns: columns.map(({ column }: any) => ({ column, form: 'as-is' })) },
    ],
  });
  await draftTerms(place, (await one()).id);
  return (await one()).agreement.id;
}

async function draftTerms(place: Town, id: string): Promise<void> {
  const sharing = composeSharing(place.clock);
  const reaction = sharing.reactions.find(({ name }) => name === 'when-case-gives-data-draft-its-agreement');
  const door = new Door(place.database, place.clock, new Set());
  const at = place.clock.now();
  const announcement = { id: uuidv7(at.getTime()), kind: 'case', type: 'case-decided', streams: [id], entries: [] };
  await place.database.transaction(async (transaction) => {
    await reaction?.react(transaction, { ...announcement, at: at.toISOString() } as never, { door, at });
  });
}

/** Somebody on each side who signs. */
export async function signatories({ people, ids }: Town): Promise<void> {
  for (const [who, organisation] of [
    ['theirs', 'kerbs'],
    ['signatory', 'council'],
  ] as const) {
    const id = await people.person(`${who}@spec.example`);
    await people.member(id, ids[organisation] ?? '', 'signatory');
  }
}

/** Offers terms and has both sides sign them. @returns the id of the permission that they give */
export async function signedBetween(place: Town, agreement: string): Promise<string> {
  const give = async (who: string, name: string, body: object = {}) => {
    const { revision } = (await place.as(who, 'GET', `/api/v1/agreements/${agreement}`)).body;
    const actingFor = place.ids[who === 'theirs' ? 'kerbs' : 'council'];
    const path = `/api/v1/agreements/${agreement}/commands/${name}`;
    const answer = await place.as(who, 'POST', path, { revision, actingFor, ...body });
    expect([name, answer.status, answer.body]).toEqual([name, 200, answer.body]);
  };
  await give('owner', 'offer');
  await give('owner', 'ask-signatures');
  const { hash } = (await place.as('signatory', 'GET', `/api/v1/agreements/${agreement}`)).body;
  await give('signatory', 'sign', { hash });
  await give('theirs', 'sign', { hash });
  const { items } = (await place.as('asker', 'GET', '/api/v1/permissions')).body;
  return items.find((one: any) => one.agreement.id === agreement).id;
}

/** Does what a worker does with the files that wait, with this text for each. */
export async function filesMade(place: Town, text: string): Promise<void> {
  const { permissions } = composeSharing(place.clock);
  const door = new Door(place.database, place.clock, new Set());
  for (const pending of await pendingDeliveries(place.database, 10)) {
    async function* content(): AsyncIterable<Uint8Array> {
      yield Buffer.from(text);
    }
    const file = { ...(await place.platform.storage.write(content())), rows: text.split('\n').length - 2 };
    await recordDelivery({ door, permissions }, pending, { file });
  }
}

/** Does what follows from the newest entry of this type. */
export async function follow(place: Town, type: string, reactionName: string): Promise<void> {
  const reaction = composeSharing(place.clock).reactions.find(({ name }) => name === reactionName);
  const door = new Door(place.database, place.clock, new Set());
  const at = place.clock.now();
  const [entry] = await place.database.rows<{ id: string; kind: string; stream: string }>(
    'select id, kind, stream from ledger_entry where type = $1 order by at desc, revision desc limit 1',
    [type],
  );
  if (!reaction || !entry) throw new Error(`Nothing of the type ${type} happened, or nothing hears it`);
  const { id, kind, stream } = entry;
  const announcement = {
    ...{ id: uuidv7(at.getTime()), kind, type, streams: [stream], entries: [id] },
    at: at.toISOString(),
  };
  await place.database.transaction((transaction) => reaction.react(transaction, announcement as never, { door, at }));
}
