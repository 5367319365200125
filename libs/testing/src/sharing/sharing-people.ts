import type { Membership, PersonActor, Role } from '#kernel';
import type { Officer } from '#sharing/domain';

const numbered = (number: number): string => `0198e000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Ids of specs about requests and cases, by what they stand for. */
export const ids = {
  request: numbered(1),
  case: numbered(2),
  otherCase: numbered(3),
  council: numbered(4),
  firm: numbered(5),
  board: numbered(6),
  grid: numbered(7),
  parks: numbered(8),
  roads: numbered(9),
  kerbs: numbered(10),
  streets: numbered(11),
  poles: numbered(12),
  ward: numbered(13),
  width: numbered(14),
  postcode: numbered(15),
  name: numbered(16),
  health: numbered(17),
  unknown: numbered(18),
  standing: numbered(19),
} as const;

/** People of specs: those of the firm that asks, those of the council that decides, and some of neither. */
export const people = {
  ada: numbered(30),
  amy: numbered(31),
  ben: numbered(32),
  ian: numbered(33),
  stew: numbered(40),
  olu: numbered(41),
  otto: numbered(42),
  sid: numbered(43),
  dee: numbered(44),
  leo: numbered(45),
  sam: numbered(46),
  cal: numbered(47),
  sig: numbered(48),
  adi: numbered(49),
  max: numbered(50),
  bea: numbered(60),
  out: numbered(61),
} as const;

/** A current membership of a spec. */
export const member = (organisation: string, roles: readonly Role[], more: Partial<Membership> = {}): Membership => ({
  id: `${organisation.slice(0, 24)}${roles.length}${organisation.slice(25)}`,
  organisation,
  organisationSlug: 'slug',
  organisationName: 'Name',
  roles,
  ...more,
});

/** A person with these memberships, who acts for the first of them. */
export function personIn(person: string, ...memberships: readonly Membership[]): PersonActor {
  const [first] = memberships;
  return {
    ...{ kind: 'person', person, name: 'Somebody', email: 'somebody@demo.example', operator: false, memberships },
    ...(first ? { actingFor: first.organisation } : {}),
  };
}

/** An active member of the council. */
export const officer = (person: string, roles: readonly Role[], more: Partial<Officer> = {}): Officer => ({
  person,
  roles,
  ...more,
});

/** The officer as one who acts for the council; one who also belongs to the firm is a member of both. */
export function actingOfficer({ person, roles, unit, standsInFor, asks }: Officer): PersonActor {
  const place = member(ids.council, roles, {
    ...(unit === undefined ? {} : { unit }),
    ...(standsInFor === undefined ? {} : { standsInFor }),
  });
  return personIn(person, place, ...(asks ? [member(ids.firm, [])] : []));
}

/** Every post of a council that has all of them, each held by somebody else, and one colleague without a role. */
export const office = {
  steward: officer(people.stew, ['steward']),
  owner: officer(people.olu, ['owner']),
  otherOwner: officer(people.otto, ['owner']),
  siro: officer(people.sid, ['siro']),
  dpo: officer(people.dee, ['adviser:data-protection']),
  legal: officer(people.leo, ['adviser:legal']),
  security: officer(people.sam, ['adviser:security']),
  caldicott: officer(people.cal, ['adviser:caldicott']),
  signatory: officer(people.sig, ['signatory']),
  administrator: officer(people.adi, ['administrator']),
  colleague: officer(people.max, []),
} as const;
export type Post = keyof typeof office;

export const fullOffice: readonly Officer[] = Object.values(office);

/** Those of the firm that asks, and its colleague who helped. */
export const asker: PersonActor = personIn(people.ada, member(ids.firm, []));
export const helper: PersonActor = personIn(people.amy, member(ids.firm, []));
export const boardMember: PersonActor = personIn(people.bea, member(ids.board, ['board-member']));
export const outsider: PersonActor = personIn(people.out, member(ids.grid, ['owner', 'administrator']));
