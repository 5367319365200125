import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7, type Actor, type MachineActor, type Outcome, type PersonActor } from '#kernel';
import { Door, replay, type Done } from '#ledger/server';
import { organisationAggregate } from '#organisations/server';
import { systemClock } from '#platform/observability';
import { defaultQuestionSet, type OwnQuestions } from '#sharing/domain';
import { testDatabase, type TestDatabase } from '#testing';
import { publishQuestionSet } from './publish-question-set.ts';
import { questionSetAggregate } from './question-set-aggregate.ts';
import { questionSetAt, QuestionSets, questionSetsFor } from './question-sets.ts';

const operator: MachineActor = { kind: 'machine', name: 'operator-command-line' };

let spec: TestDatabase;
let door: Door;
let sets: QuestionSets;
beforeAll(async () => {
  spec = await testDatabase();
  door = new Door(spec.database, systemClock, new Set());
  sets = new QuestionSets(spec.database);
});
afterAll(() => spec.close());

const newId = () => uuidv7(systemClock.now().getTime());
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

let number = 0;
async function organisation(standing: 'member' | 'unclaimed' = 'member'): Promise<{ id: string; slug: string }> {
  const [id, slug] = [newId(), `owner-${(number += 1)}`];
  const command = { type: 'register-organisation', id, slug, kind: 'council', standing, profile: { name: slug } };
  expect(codes(await door.execute(organisationAggregate, operator, { id, command }))).toEqual([]);
  return { id, slug };
}

/** Ids of its own for each definition, where they are not to meet. */
const asking = (label: string, id = `own-q${(number += 1)}`): OwnQuestions => ({
  title: 'Our questions',
  sections: [{ id: 'own-section', title: 'Section', questions: [{ id, kind: 'text', label }] }],
});
const publish = (to: string, definition: OwnQuestions, actor: Actor = operator, revision?: number) =>
  publishQuestionSet({ database: spec.database, door, clock: systemClock }, actor, {
    organisation: to,
    definition,
    revision,
  });
const versionOf = (outcome: Outcome<Done>) => (outcome.ok ? outcome.value.revision : codes(outcome));

const steward = (
  { id, slug }: { id: string; slug: string },
  ...roles: PersonActor['memberships'][number]['roles']
) => ({
  kind: 'person' as const,
  person: newId(),
  name: 'Ada Example',
  email: 'ada@exchester.example',
  operator: false,
  memberships: [{ id: newId(), organisation: id, organisationSlug: slug, organisationName: slug, roles }],
  actingFor: id,
});

describe('publishing', () => {
  test('every version stays readable, the newest is asked', async () => {
    const owner = await organisation();
    const [first, second] = [asking('First?'), asking('Second?')];
    expect(versionOf(await publish(owner.id, first))).toBe(1);
    expect(versionOf(await publish(owner.id, second))).toBe(2);
    expect(await questionSetsFor(spec.database, [owner.id])).toEqual([
      defaultQuestionSet,
      { id: owner.id, version: 2, ...second },
    ]);
    expect(await questionSetAt(spec.database, owner.id, 1)).toEqual({ id: owner.id, version: 1, ...first });
    expect(await questionSetAt(spec.database, owner.id, 2)).toEqual({ id: owner.id, version: 2, ...second });
    expect(await questionSetAt(spec.database, owner.id, 3)).toBeUndefined();
  });

  test('the same once more makes no version', async () => {
    const owner = await organisation();
    const definition = asking('Same?');
    await publish(owner.id, definition);
    const again = await publish(owner.id, structuredClone(definition));
    expect(again).toMatchObject({ ok: true, value: { revision: 1, events: [] } });
  });

  test('what is faulty is refused whole', async () => {
    const owner = await organisation();
    expect(versionOf(await publish(owner.id, asking('Ours?', 'title')))).toEqual([
      'sharing.own-id-malformed',
      'sharing.question-id-taken',
    ]);
    expect(await sets.find(owner.slug)).toBeUndefined();
  });

  test('nobody asks in the name of an organisation that is unknown or unclaimed', async () => {
    expect(versionOf(await publish(newId(), asking('Who?')))).toEqual(['sharing.organisation-unknown']);
    const { id } = await organisation('unclaimed');
    expect(versionOf(await publish(id, asking('Who?')))).toEqual(['sharing.organisation-unclaimed']);
  });

  test('an id that another organisation uses means its question', async () => {
    const [one, other] = [await organisation(), await organisation()];
    await publish(one.id, asking('Are you insured?', 'own-insured'));
    expect(versionOf(await publish(other.id, asking('Are you sure?', 'own-insured')))).toEqual([
      'sharing.question-id-in-use',
    ]);
    expect(versionOf(await publish(other.id, asking('Are you insured?', 'own-insured')))).toBe(1);
    expect(versionOf(await publish(one.id, asking('Are you well insured?', 'own-insured')))).toBe(2);
  });

  test('of several who publish the first questions at once, one does', async () => {
    const owner = await organisation();
    const outcomes = await Promise.all(
      [newId(), newId(), newId()].map((id) => {
        const definition = asking('First?');
        const command = { type: 'publish-question-set', id, organisation: owner.id, definition };
        return door.execute(questionSetAggregate, operator, { id, command });
      }),
    );
    expect(outcomes.flatMap(codes)).toEqual(['sharing.question-set-stale', 'sharing.question-set-stale']);
    const versions = await spec.database.rows('select from question_set_version where organisation = $1', [owner.id]);
    expect(versions).toHaveLength(1);
  });
});

describe('who may publish', () => {
  test('the steward, on the version that they looked at', async () => {
    const owner = await organisation();
    const ada = steward(owner, 'requester', 'steward');
    expect(versionOf(await publish(owner.id, asking('One?'), ada))).toBe(1);
    expect(versionOf(await publish(owner.id, asking('Two?'), ada))).toEqual(['ledger.revision-missing']);
    expect(versionOf(await publish(owner.id, asking('Two?'), ada, 1))).toBe(2);
    expect(versionOf(await publish(owner.id, asking('Three?'), ada, 1))).toEqual(['ledger.stale']);
  });

  test('nobody else', async () => {
    const [owner, other] = [await organisation(), await organisation()];
    const strangers: Actor[] = [
      steward(owner, 'requester', 'owner', 'administrator'),
      steward(other, 'steward'),
      { ...steward(owner, 'steward'), actingFor: undefined },
      { kind: 'machine', name: 'schedule' },
      { kind: 'anyone' },
    ];
    for (const stranger of strangers) {
      expect(versionOf(await publish(owner.id, asking('May I?'), stranger))).toEqual(['ledger.not-allowed']);
    }
    await publish(owner.id, asking('Ours?'));
    for (const stranger of strangers) {
      expect(versionOf(await publish(owner.id, asking('May I?'), stranger, 1))).toEqual(['ledger.not-allowed']);
    }
  });
});

describe('reading', () => {
  test('the default set comes first, then each owner that asks something, once, in order', async () => {
    const [quiet, one, other] = [await organisation(), await organisation(), await organisation()];
    await publish(one.id, asking('One?'));
    await publish(other.id, asking('Other?'));
    const found = await questionSetsFor(spec.database, [other.id, quiet.id, one.id, other.id]);
    expect(found.map(({ id }) => id)).toEqual(['default', other.id, one.id]);
    expect(await questionSetsFor(spec.database, [])).toEqual([defaultQuestionSet]);
  });

  test('by default, id or slug, of any version; nothing where there is nothing', async () => {
    const [owner, quiet] = [await organisation(), await organisation()];
    await publish(owner.id, asking('One?'));
    await publish(owner.id, asking('Two?'));
    expect(await sets.find('default')).toEqual(defaultQuestionSet);
    expect(await sets.find('default', 1)).toEqual(defaultQuestionSet);
    expect(await sets.find('default', 99)).toBeUndefined();
    expect((await sets.find(owner.id))?.version).toBe(2);
    expect((await sets.find(owner.slug))?.version).toBe(2);
    expect((await sets.find(owner.slug, 1))?.version).toBe(1);
    for (const reference of [quiet.id, quiet.slug, newId(), 'nobody', 'own', '']) {
      expect(await sets.find(reference)).toBeUndefined();
    }
  });
});

test('the rows are what their history folds to', async () => {
  const report = await replay(spec.database, [organisationAggregate, questionSetAggregate]);
  expect(report.findings).toEqual([]);
  expect(report.streams).toBeGreaterThan(5);
});
