import { accepted, isSlug, refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import { joinBoard, leaveBoard } from './boards.ts';
import type {
  AddUnit,
  CloseUnit,
  DescribeOrganisation,
  OrganisationCommand,
  RegisterOrganisation,
  RenameUnit,
} from './commands.ts';
import type { OrganisationEvent, OrganisationPatch } from './events.ts';
import { fillProfile } from './fill-profile.ts';
import {
  openUnit,
  unitNameKey,
  type Organisation,
  type OrganisationContent,
  type OrganisationKind,
} from './organisation.ts';

/** What the door looks up before a decision about an organisation. */
export interface OrganisationFacts {
  /** Whether another organisation has the slug asked for. */
  readonly slugTaken: boolean;
  /** People who now work in the unit that the command names. */
  readonly peopleInUnit: number;
  /** The kind of the organisation that the command names as a board; absent where none has joined under that id. */
  readonly boardKind?: OrganisationKind;
}

type Decision = Outcome<readonly OrganisationEvent[]>;

const nameMissing: Refusal = refusal('organisations.name-missing', 'Give the organisation a name.', 'name');

const patchOf = (profile: object): OrganisationPatch =>
  Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));

function register(command: RegisterOrganisation, facts: OrganisationFacts): Decision {
  const { id, slug, kind, standing, profile } = command;
  if (blank(profile.name)) return refused(nameMissing);
  if (!isSlug(slug)) {
    return refused(
      refusal(
        'organisations.slug-malformed',
        'An address holds a to z, 0 to 9 and single hyphens, 80 at most.',
        'slug',
      ),
    );
  }
  if (facts.slugTaken) {
    return refused(
      refusal('organisations.slug-taken', 'Another organisation has this address: choose another.', 'slug'),
    );
  }
  return accepted([
    { type: 'organisation-registered', facts: { id, slug, kind, standing }, content: patchOf(profile) },
  ]);
}

function describe(command: DescribeOrganisation): Decision {
  const content = patchOf(command.profile);
  if ('name' in content && blank(content['name'])) return refused(nameMissing);
  const kind = command.kind === undefined ? {} : { kind: command.kind };
  const nation = command.nation === undefined ? {} : { nation: command.nation };
  const fields = [...Object.keys(content), ...Object.keys(kind), ...Object.keys(nation)];
  if (fields.length === 0) return refused(refusal('organisations.nothing-to-change', 'Say what is to change.'));
  return accepted([{ type: 'organisation-described', facts: { fields, ...kind, ...nation }, content }]);
}

function addUnit({ unit, name }: AddUnit, state: Organisation): Decision {
  if (blank(name)) return refused(refusal('organisations.unit-name-missing', 'Give the unit a name.', 'name'));
  if (state.units.some(({ id }) => id === unit)) {
    return refused(refusal('organisations.unit-known', 'This unit has been added already.', 'unit'));
  }
  return accepted([{ type: 'organisation-unit-added', facts: { unit }, content: { [unitNameKey(unit)]: name } }]);
}

const unitUnknown = refusal('organisations.unit-unknown', 'The organisation has no such unit.', 'unit');

function renameUnit({ unit, name }: RenameUnit, state: Organisation): Decision {
  if (openUnit(state, unit) === undefined) return refused(unitUnknown);
  if (blank(name)) return refused(refusal('organisations.unit-name-missing', 'Give the unit a name.', 'name'));
  return accepted([{ type: 'organisation-unit-renamed', facts: { unit }, content: { [unitNameKey(unit)]: name } }]);
}

function closeUnit({ unit }: CloseUnit, state: Organisation, facts: OrganisationFacts): Decision {
  if (openUnit(state, unit) === undefined) return refused(unitUnknown);
  if (facts.peopleInUnit > 0) {
    return refused(
      refusal('organisations.unit-has-people', 'People work in this unit: move them to another one first.', 'unit'),
    );
  }
  return accepted([{ type: 'organisation-unit-closed', facts: { unit } }]);
}

/** Decides about an organisation; states and standings have been checked against `organisationRights` before. */
export function decideOrganisation(
  command: OrganisationCommand,
  state: Organisation | undefined,
  { facts }: Pick<Circumstances<OrganisationFacts>, 'facts'>,
  content?: OrganisationContent,
): Decision {
  if (command.type === 'register-organisation') return register(command, facts);
  if (state === undefined) return refused(refusal('organisations.unknown', 'There is no such organisation.'));
  switch (command.type) {
    case 'describe-organisation':
      return describe(command);
    case 'claim-organisation':
      return accepted([{ type: 'organisation-claimed', facts: {} }]);
    case 'verify-organisation':
      return accepted([{ type: 'organisation-verified', facts: {}, content: { verificationReason: null } }]);
    case 'withdraw-verification':
      return blank(command.reason)
        ? refused(refusal('organisations.reason-missing', 'Say why: its administrators will read it.', 'reason'))
        : accepted([
            {
              type: 'organisation-verification-withdrawn',
              facts: {},
              content: { verificationReason: command.reason },
            },
          ]);
    case 'add-unit':
      return addUnit(command, state);
    case 'rename-unit':
      return renameUnit(command, state);
    case 'close-unit':
      return closeUnit(command, state, facts);
    case 'fill-profile':
      return fillProfile(command, content?.profile);
    case 'join-board':
      return joinBoard(command, state, facts.boardKind);
    case 'leave-board':
      return leaveBoard(command, state);
  }
}
