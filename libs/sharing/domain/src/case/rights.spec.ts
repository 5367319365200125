import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#kernel';
import { golden } from '#testing/golden';
import {
  actingOfficer,
  asker,
  boardMember,
  CaseStory,
  ids,
  machine,
  member,
  office,
  officer,
  opening,
  outsider,
  people,
  personIn,
  plain,
  refuse,
  returned,
  validate,
} from '#testing/sharing';
import { anyone } from '#kernel';
import { possibilitiesOf } from './allowed.ts';
import type { CaseCommandName } from './commands.ts';
import { caseRight, caseRights, caseRightStates, rightStateOf } from './rights.ts';
import { caseStandings, caseStandingsOf, isAsking, rolesHeld } from './standings.ts';

const commands = Object.keys(caseRights) as CaseCommandName[];

test('the rights to cases are those of the golden', () => {
  const lines = commands.flatMap((command) =>
    caseRightStates.flatMap((state) =>
      caseStandings.map((standing) => {
        const may = caseRight(command, state, [standing]) !== undefined;
        return `case · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/case-rights.txt', text));
});

test('of several standings the one meant for the step is put on record', () => {
  expect(caseRight('validate-case', 'open', ['owner', 'steward'])).toBe('steward');
  expect(caseRight('assign-task', 'open', ['owner', 'administrator'])).toBe('administrator');
  expect(caseRight('accept-risk', 'open', ['owner', 'siro'])).toBe('siro');
  expect(caseRight('decide-case', 'returned', ['owner'])).toBeUndefined();
  expect(rightStateOf(undefined)).toBe('none');
});

describe('standings', () => {
  const { subject } = CaseStory.opened().then(office.steward, validate());

  test.each<[string, Actor, string[]]>([
    ['a visitor', anyone, []],
    ['a machine', machine, ['machine']],
    ['whoever asks', asker, ['requester']],
    ['a colleague who never touched it', personIn(people.ben, member(ids.firm, ['administrator'])), ['requester']],
    ['a stranger with every role elsewhere', outsider, []],
    ['a member of the council without a role', actingOfficer(office.colleague), []],
    ['a steward', actingOfficer(office.steward), ['steward']],
    ['an adviser', actingOfficer(office.legal), ['adviser']],
    ['an owner of other data', actingOfficer(office.otherOwner), ['owner']],
    ['somebody with several', actingOfficer(officer(people.max, ['administrator', 'siro'])), ['siro', 'administrator']],
    [
      'a stand-in',
      actingOfficer(officer(people.max, [], { standsInFor: [{ person: people.sid, roles: ['siro'] }] })),
      ['siro'],
    ],
    ['a board member', boardMember, ['board']],
    [
      'a stand-in for a board chair',
      personIn(people.bea, member(ids.board, [], { standsInFor: [{ person: people.out, roles: ['board-chair'] }] })),
      ['board'],
    ],
    ['a member of another board', personIn(people.bea, member(ids.grid, ['board-member'])), []],
    ['an officer who acts elsewhere', { ...actingOfficer(office.owner), actingFor: ids.grid }, []],
    ['one of both who acts for neither', both(undefined), ['requester', 'owner']],
    ['one of both who acts for the firm', both(ids.firm), ['requester']],
    ['one of both who acts for the council', both(ids.council), ['owner']],
  ])('%s', (_, actor, expected) => {
    expect(caseStandingsOf(actor, subject)).toEqual(expected);
  });

  test('whoever was asked to do a piece of work is an assignee, while a member', () => {
    const named = CaseStory.opened().then(office.administrator, {
      ...{ type: 'assign-task', task: 'validate', person: people.max },
    });
    expect(caseStandingsOf(actingOfficer(office.colleague), named.subject)).toEqual(['assignee']);
    expect(caseStandingsOf(personIn(people.max), named.subject)).toEqual([]);
  });

  test('to a case that is not there are those of whoever would ask', () => {
    expect(caseStandingsOf(asker, undefined, opening)).toEqual(['requester']);
    expect(caseStandingsOf(outsider, undefined, opening)).toEqual([]);
    expect(caseStandingsOf(asker, undefined, plain('withdraw-case'))).toEqual([]);
  });

  test('an individual asks for themself, acting for nobody', () => {
    const alone = { person: people.ian, people: [people.ian] };
    expect(isAsking(personIn(people.ian), alone)).toBe(true);
    expect(isAsking(personIn(people.ian, member(ids.grid, [])), alone)).toBe(false);
    expect(isAsking(personIn(people.ada), alone)).toBe(false);
  });

  test('roles of those whom one covers count', () => {
    const held = rolesHeld({ roles: ['steward'], standsInFor: [{ person: people.olu, roles: ['owner'] }] });
    expect([...held]).toEqual(['steward', 'owner']);
  });
});

function both(actingFor: string | undefined): Actor {
  const actor = personIn(people.ben, member(ids.firm, []), member(ids.council, ['owner']));
  const { actingFor: _, ...rest } = actor;
  return actingFor === undefined ? rest : { ...rest, actingFor };
}

describe('what a page offers', () => {
  const story = CaseStory.opened().then(office.steward, validate());
  const offered = (actor: Actor, { subject, facts } = story) => possibilitiesOf(subject, { actor, facts });

  test('to those who ask is their side alone', () => {
    expect(offered(asker)).toEqual({
      allowed: ['hand-over-submission', 'withdraw-case'],
      refused: [
        ...['answer-case', 'reopen-case'].map((command) => expect.objectContaining({ command })),
        expect.objectContaining({ command: 'ask-review', code: 'sharing.nothing-to-review' }),
        ...['accept-forms', 'decline-forms'].map((command) => expect.objectContaining({ command })),
      ],
    });
  });

  test('says of each step that is not open why: whose it is, when it comes, what speaks against it', () => {
    const { allowed, refused } = offered(actingOfficer(office.legal));
    expect(allowed).toEqual(['raise-lane', 'return-case', 'declare-conflict']);
    const reason = (command: CaseCommandName) => refused.find((one) => one.command === command);
    expect(reason('decide-case')).toMatchObject({
      ...{ code: 'ledger.not-allowed', message: 'This is for a data owner named on the datasets.' },
    });
    expect(reason('lower-lane')?.code).toBe('sharing.lane-needs-data-protection');
    const back = offered(actingOfficer(office.owner), story.then(office.owner, returned()));
    expect(back.refused.find(({ command }) => command === 'decide-case')).toMatchObject({
      ...{ code: 'sharing.not-in-this-state', message: 'Not while the case is: more information needed.' },
    });
  });

  test('to strangers and machines is nothing, to boards a sample', () => {
    for (const actor of [outsider, anyone, machine]) {
      expect(offered(actor)).toEqual({ allowed: [], refused: [] });
    }
    expect(offered(boardMember)).toEqual({ allowed: ['open-sample'], refused: [] });
  });

  test('names no step that comes with a command to the request, nor one of a machine', () => {
    const all = [asker, actingOfficer(officer(people.olu, ['owner', 'siro', 'steward', 'administrator']))].flatMap(
      (actor) => {
        const { allowed, refused } = offered(actor, story.then(office.owner, refuse()));
        return [...allowed, ...refused.map(({ command }) => command)];
      },
    );
    for (const command of ['open-case', 'note-asker', 'note-redirect-followed', 'lapse-case', 'review-holders']) {
      expect(all).not.toContain(command);
    }
  });

  test('where an organisation asks itself is both sides', () => {
    const within = { person: people.amy, people: [people.amy], organisation: ids.council, unit: ids.parks };
    const { subject, facts } = CaseStory.opened({ asker: within });
    const { allowed } = possibilitiesOf(subject, { actor: actingOfficer(office.steward), facts });
    expect(allowed).toContain('withdraw-case');
    expect(allowed).toContain('validate-case');
  });

  test('to one of both organisations is the side of whoever asks, until they act for the other', () => {
    expect(offered(both(undefined)).allowed).toEqual(['hand-over-submission', 'withdraw-case']);
    expect(offered(both(ids.council)).allowed).not.toContain('withdraw-case');
  });
});
