import { describe, expect, test } from '@jest/globals';
import { anyone, type Actor, type PersonActor, type Role } from '#kernel';
import type { CaseEvent } from '../case/events.ts';
import { evolveCase } from '../case/evolve.ts';
import type { Case } from '../case/case.ts';
import type { CaseMessageCommand } from './commands.ts';
import { decideCaseMessage } from './decide.ts';
import { evolveCaseMessage, type CaseMessageEvent } from './events.ts';
import type { CaseMessage } from './message.ts';
import { caseMessageRight, caseMessageStandingsOf, isShownTo, postableKinds } from './rights.ts';

const opened: CaseEvent = {
  type: 'case-opened',
  facts: {
    ...{ id: 'c1', request: 'r1', reference: 'WL-2026-0001', organisation: 'council', boards: ['board'] },
    ...{
      asker: { person: 'ann', people: ['ann', 'amy'], organisation: 'firm' },
      submission: 1,
      lane: 'A',
      care: false,
    },
    ...{ datasets: [], route: { id: 'default', version: 1 }, target: 20, arrivedOn: '2026-11-23' },
  },
};
const assigned: CaseEvent = {
  type: 'case-tasks-set',
  facts: {
    stage: 'advise',
    tasks: [
      {
        id: 'advise:legal',
        kind: 'advise',
        label: 'legal',
        roles: [],
        assignee: 'lea',
        state: 'open',
        due: '2026-12-02',
      },
    ],
  },
};
const caseAfter = (...events: readonly CaseEvent[]): Case =>
  events.reduce<Case | undefined>(evolveCase, undefined) as Case;
const subject = caseAfter(opened, assigned);
const individual = caseAfter({
  ...opened,
  facts: { ...opened.facts, asker: { person: 'ian', people: ['ian'] } },
} as CaseEvent);

const member = (organisation: string, ...roles: readonly Role[]): PersonActor['memberships'][number] => ({
  ...{ id: `m-${organisation}`, organisation, organisationSlug: organisation, organisationName: organisation, roles },
});
const person = (name: string, ...memberships: PersonActor['memberships']): PersonActor => ({
  ...{ kind: 'person', person: name, name, email: `${name}@exchester.example`, operator: false, memberships },
});

const post = (type: CaseMessageCommand['type'], text = ' Hello. ', of = subject): CaseMessageCommand => ({
  ...{ type, id: 'm1', subject: of, text },
});
const decided = (command: CaseMessageCommand, standing: string, actor: Actor = person('ann')) =>
  decideCaseMessage(command, undefined, { actor, standing });
const after = (...events: readonly CaseMessageEvent[]): CaseMessage | undefined =>
  events.reduce<CaseMessage | undefined>(evolveCaseMessage, undefined);

describe('a message', () => {
  test('keeps who wrote it, on which side and for whom; its words stand apart', () => {
    const facts = { id: 'm1', request: 'r1', case: 'c1', organisation: 'council', side: 'requester', person: 'ann' };
    const posted = { type: 'message-posted', facts: { ...facts, writesFor: 'firm' }, content: { text: 'Hello.' } };
    const outcome = decided(post('post-message'), 'requester');
    expect(outcome).toEqual({ ok: true, value: [posted] });
    expect(after(posted as CaseMessageEvent)).toEqual({ ...facts, writesFor: 'firm', kind: 'message' });
    expect(() => after(posted as CaseMessageEvent, posted as CaseMessageEvent)).toThrow('after the end');
  });

  test('of an individual is written for nobody else', () => {
    const outcome = decided(post('post-message', 'Hi', individual), 'requester', person('ian'));
    expect(outcome.ok && outcome.value[0]?.facts).not.toHaveProperty('writesFor');
  });

  test('of the office is written for the organisation that decides; a note is an event of its own', () => {
    const outcome = decided(post('post-note'), 'steward', person('sue'));
    expect(outcome).toMatchObject({
      value: [{ type: 'note-posted', facts: { side: 'owner', writesFor: 'council', person: 'sue' } }],
    });
    expect(outcome.ok && after(...outcome.value)?.kind).toBe('note');
  });

  test.each([
    ['says nothing', ' \n ', 'sharing.message-empty'],
    ['says too much', 'x'.repeat(20_001), 'sharing.message-too-long'],
  ])('that %s is refused', (_, text, code) => {
    expect(decided(post('post-message', text), 'requester')).toMatchObject({ refusals: [{ code, field: 'text' }] });
    expect(decided(post('post-note', text), 'owner')).toMatchObject({ refusals: [{ code, field: 'text' }] });
  });

  test('of 20,000 characters is taken', () => {
    expect(decided(post('post-message', 'x'.repeat(20_000)), 'requester').ok).toBe(true);
  });
});

describe('who writes', () => {
  const asker = person('ann', member('firm', 'requester'));
  const colleague = person('bob', member('firm'));
  const steward = person('sue', member('council', 'steward'));
  const assignee = person('lea', member('council'));
  const bystander = person('ben', member('council', 'requester'));
  const board = person('bea', member('board', 'board-chair'));
  const both = person('pat', member('firm'), member('council', 'owner'));

  test.each<[string, Actor, Case, readonly string[]]>([
    ['the one who asks', asker, subject, ['message']],
    ['a colleague of theirs', colleague, subject, ['message']],
    ['an individual who asks', person('ian'), individual, ['message']],
    ['a steward of the office', steward, subject, ['message', 'note']],
    ['somebody of the office who was asked', assignee, subject, ['message', 'note']],
    ['a colleague without a role there', bystander, subject, []],
    ['a board', board, subject, []],
    ['somebody else', person('eve', member('elsewhere', 'owner')), subject, []],
    ['nobody', anyone, subject, []],
    ['a machine', { kind: 'machine', name: 'rule' }, subject, []],
    ['one on both sides who acts for the asking one', { ...both, actingFor: 'firm' }, subject, ['message']],
    ['one on both sides who acts for the other', { ...both, actingFor: 'council' }, subject, ['message', 'note']],
    ['one on both sides who does not say', both, subject, ['message']],
  ])('%s', (_, actor, of, kinds) => {
    expect(postableKinds(actor, of)).toEqual(kinds);
  });

  test('a board knows of the case and may not; a stranger does not know of it', () => {
    expect(caseMessageStandingsOf(board, subject)).toEqual(['board']);
    expect(caseMessageStandingsOf(bystander, subject)).toEqual([]);
  });

  test('nothing is done to what is posted', () => {
    const outcome = decided(post('post-message'), 'requester');
    const posted = outcome.ok ? after(...outcome.value) : undefined;
    expect(posted).toBeDefined();
    expect(caseMessageRight('post-message', posted, ['requester', 'owner'])).toBeUndefined();
  });
});

test('a note is read by the office alone, a message by both sides, neither by a board', () => {
  const shown = (kind: 'message' | 'note') =>
    (['requester', 'owner', 'board'] as const).map((side) => isShownTo(side, { kind }));
  expect(shown('message')).toEqual([true, true, false]);
  expect(shown('note')).toEqual([false, true, false]);
});
