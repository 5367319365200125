import { describe, expect, test } from '@jest/globals';
import type { OrganisationCommand } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { evolveOrganisation } from './evolve.ts';
import type { Organisation, OrganisationKind } from './organisation.ts';

const registered: OrganisationEvent = {
  type: 'organisation-registered',
  facts: { id: 'o1', slug: 'exchester', kind: 'council', standing: 'member' },
};
const joined: OrganisationEvent = { type: 'organisation-board-joined', facts: { board: 'b1' } };
const left: OrganisationEvent = { type: 'organisation-board-left', facts: { board: 'b1' } };

const after = (...events: readonly OrganisationEvent[]): Organisation | undefined =>
  events.reduce<Organisation | undefined>(evolveOrganisation, undefined);

const given = (...events: readonly OrganisationEvent[]) => ({
  when: (command: OrganisationCommand, boardKind?: OrganisationKind) =>
    decideOrganisation(command, after(registered, ...events), {
      facts: { slugTaken: false, peopleInUnit: 0, boardKind },
    }),
});

const codes = (outcome: ReturnType<typeof decideOrganisation>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const join: OrganisationCommand = { type: 'join-board', board: 'b1' };
const leave: OrganisationCommand = { type: 'leave-board', board: 'b1' };

describe('the boards of an organisation', () => {
  test('are joined and left', () => {
    expect(after(registered)?.boards).toEqual([]);
    expect(given().when(join, 'board')).toEqual({ ok: true, value: [joined] });
    expect(after(registered, joined)?.boards).toEqual(['b1']);
    expect(given(joined).when(join, 'board')).toEqual({ ok: true, value: [] });
    expect(given(joined).when(leave)).toEqual({ ok: true, value: [left] });
    expect(after(registered, joined, left)?.boards).toEqual([]);
  });

  test.each<[string, OrganisationCommand, OrganisationKind | undefined, string]>([
    ['an organisation that is no board', join, 'council', 'organisations.board-unknown'],
    ['what is not there', join, undefined, 'organisations.board-unknown'],
    ['itself', { type: 'join-board', board: 'o1' }, 'board', 'organisations.board-itself'],
    ['one that it never joined', leave, 'board', 'organisations.board-not-joined'],
  ])('do not include %s', (_, command, kind, code) => {
    expect(codes(given().when(command, kind))).toEqual([[code, 'board']]);
  });
});

test('the nation is England until it is said', () => {
  expect(after(registered)?.nation).toBe('england');
  const outcome = given().when({ type: 'describe-organisation', nation: 'scotland', profile: {} });
  expect(outcome).toEqual({
    ok: true,
    value: [{ type: 'organisation-described', facts: { fields: ['nation'], nation: 'scotland' }, content: {} }],
  });
  const described = after(registered, ...(outcome.ok ? outcome.value : []));
  expect([described?.nation, described?.kind]).toEqual(['scotland', 'council']);
});
