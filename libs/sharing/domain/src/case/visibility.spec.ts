import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyone, type Actor, type Membership, type PersonActor, type Role } from '#kernel';
import { golden } from '#testing/golden';
import {
  actingOfficer,
  anyScene,
  anySteps,
  asker,
  askReview,
  assign,
  boardMember,
  CaseStory,
  decide,
  hold,
  ids,
  machine,
  member,
  office,
  officer,
  outsider,
  people,
  personIn,
  plain,
  refuse,
  returned,
  staff,
  validate,
  walked,
  approved,
  kerbs,
} from '#testing/sharing';
import { caseStates, type Case, type CaseState } from './case.ts';
import { rolesHeld, caseStandingsOf } from './standings.ts';
import { audienceOfCase, maySeeCase, sideOf, type CaseReader } from './visibility.ts';

const checked = CaseStory.opened().then(office.steward, validate());
const named = checked.then(office.administrator, assign('decide:1', people.max));
const banded = named.then(office.owner, decide([approved(ids.kerbs, kerbs.columns, 'banded')]));
const lapsed = named.then(office.owner, returned()).on('2027-02-01').then(machine, plain('lapse-case'));

/** A case in each of its states, of which Max was asked to do a piece. */
const inState: Record<CaseState, CaseStory> = {
  open: named,
  returned: named.then(office.owner, returned()),
  'on-hold': named.then(office.owner, hold()),
  decided: banded,
  'under-review': banded.then(asker, askReview()),
  withdrawn: named.then(asker, plain('withdraw-case')),
  lapsed,
  'not-taken-up': banded.then(asker, plain('decline-forms')),
};

const standsFor = (roles: readonly Role[]) =>
  actingOfficer(officer(people.ben, [], { standsInFor: [{ person: people.out, roles }] }));

const readers: Record<string, Actor> = {
  visitor: anyone,
  'whoever asks': asker,
  'colleague of whoever asks': personIn(people.ben, member(ids.firm, [])),
  'member of the council without a role': actingOfficer(officer(people.ben, ['requester'])),
  'member of the council who was asked': actingOfficer(office.colleague),
  'one who was asked and left': personIn(people.max, member(ids.grid, ['owner'])),
  owner: actingOfficer(office.owner),
  'owner of other data': actingOfficer(office.otherOwner),
  siro: actingOfficer(office.siro),
  steward: actingOfficer(office.steward),
  adviser: actingOfficer(office.legal),
  signatory: actingOfficer(office.signatory),
  administrator: actingOfficer(office.administrator),
  facilitator: actingOfficer(officer(people.ben, ['facilitator', 'board-member'])),
  'stand-in for an owner': standsFor(['owner']),
  'owner acting elsewhere': { ...actingOfficer(office.owner), actingFor: ids.grid },
  'board member': boardMember,
  'member of a board without a seat': personIn(people.bea, member(ids.board, ['administrator'])),
  'owner elsewhere': outsider,
  individual: personIn(people.ian),
  machine,
};

test('who sees a case, and from which side, is as in the golden', () => {
  const lines = caseStates.flatMap((state) => {
    const { subject } = inState[state];
    expect(subject.state).toBe(state);
    return Object.entries(readers).map(([name, actor]) => {
      const standings = caseStandingsOf(actor, subject);
      const side = sideOf(standings);
      const sees = maySeeCase(actor, subject) ? `sees, ${side ?? 'as a machine'}` : 'nothing';
      return `case · ${state} · ${name}: ${sees}${standings.length > 0 ? ` (${standings.join(', ')})` : ''}`;
    });
  });
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/case-visibility.txt', text));
});

/** The key of a reader in lists, spelt as the rows of `audience` spell it. */
function keyOf(reader: CaseReader): string {
  if ('person' in reader) return `person:${reader.person}`;
  if ('member' in reader) return `${reader.organisation}/member:${reader.member}`;
  return reader.role === undefined ? reader.organisation : `${reader.organisation}/${reader.role}`;
}

/** Every key under which somebody reads, of all their memberships: lists are read acting for nobody in particular. */
const keysOf = ({ person, memberships }: PersonActor): string[] => [
  `person:${person}`,
  ...memberships.flatMap((membership) => [
    ...[membership.organisation, `${membership.organisation}/member:${person}`],
    ...[...rolesHeld(membership)].map((role) => `${membership.organisation}/${role}`),
  ]),
];

const roles: readonly Role[] = ['owner', 'siro', 'steward', 'signatory', 'administrator', 'adviser:legal', 'requester'];
const anyMembership: fc.Arbitrary<Membership> = fc
  .record({
    organisation: fc.constantFrom(ids.council, ids.firm, ids.board, ids.grid),
    held: fc.subarray([...roles, 'board-member', 'board-chair', 'facilitator'] as Role[], { maxLength: 2 }),
    covered: fc.option(fc.subarray(['owner', 'board-chair', 'requester'] as Role[])),
  })
  .map(({ organisation, held, covered }) =>
    member(organisation, held, covered ? { standsInFor: [{ person: people.out, roles: covered }] } : {}),
  );
const anyReader: fc.Arbitrary<PersonActor> = fc
  .record({
    person: fc.constantFrom(people.ada, people.amy, people.ian, people.out, ...staff),
    memberships: fc.uniqueArray(anyMembership, { maxLength: 3, selector: ({ organisation }) => organisation }),
  })
  .map(({ person, memberships }) => {
    const { actingFor: _, ...reader } = personIn(person, ...memberships);
    return reader;
  });

const isListed = (subject: Case, actor: PersonActor): boolean => {
  const keys = new Set(keysOf(actor));
  return audienceOfCase(subject).some((reader) => keys.has(keyOf(reader)));
};

describe('the audience of a case', () => {
  test('is those who may see it, whoever they are and whatever has happened', () => {
    fc.assert(
      fc.property(anyScene, anySteps, fc.array(anyReader, { minLength: 5, maxLength: 12 }), (scene, steps, actors) => {
        const subject = walked(scene, steps).at(-1)?.subject;
        if (!subject) return;
        const wrong = actors.filter((actor) => isListed(subject, actor) !== maySeeCase(actor, subject));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('sees it from the side that it is listed for', () => {
    const sides = new Map(audienceOfCase(named.subject).map((reader) => [keyOf(reader), reader.standing]));
    expect(sides.get(ids.firm)).toBe('requester');
    expect(sides.get(`${ids.council}/owner`)).toBe('owner');
    expect(sides.get(`${ids.council}/member:${people.max}`)).toBe('owner');
    expect(sides.get(`${ids.board}/board-chair`)).toBe('board');
    const individual = CaseStory.opened({ asker: { person: people.ian, people: [people.ian] } });
    expect(audienceOfCase(individual.subject)[0]).toEqual({ person: people.ian, standing: 'requester' });
  });

  test('leaves out whoever was asked and has left', () => {
    const gone = personIn(people.max, member(ids.grid, ['owner']));
    expect(maySeeCase(gone, named.subject)).toBe(false);
    expect(isListed(named.subject, gone)).toBe(false);
    expect(maySeeCase(actingOfficer(office.colleague), named.then(office.owner, refuse()).subject)).toBe(true);
  });
});
