import { expect } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { Door } from '#ledger/server';
import { composeSharing } from '#sharing/server';
import { plainAnswers, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

/** A request for one dataset, decided by its owner, and its terms as the workers would draft them. */
export async function agreedIn(place: Town, title: string): Promise<string> {
  const { as, ids } = place;
  const dataset = await place.dataset(title, 'council');
  const begun = await as('asker', 'POST', '/api/v1/requests', { actingFor: ids['kerbs'], datasets: [dataset] });
  const request = begun.body.id as string;
  const draft = (await as('asker', 'GET', `/api/v1/requests/${request}`)).body.draft;
  const columns = draft.basket[0].available.map(({ id }: { id: string }) => ({ column: id, justification: 'Routes.' }));
  const answers = { ...plainAnswers, protection: 'A secret vault.', withhold: { protection: 'It is a secret.' } };
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
