import { accepted, isUuid, numberedSlug, refused, slugOf, uuidv7, type Outcome } from '#kernel';
import { unseen, type Door } from '#ledger/server';
import type {
  AddUnitBody,
  BoardBody,
  CloseUnitBody,
  DescribeOrganisationBody,
  FillProfileBody,
  GrantMembershipBody,
  OrganisationCommandResult,
  OrganisationEnvelope,
  RegisterOrganisationBody,
  RenameUnitBody,
  SetRolesBody,
  WithdrawVerificationBody,
} from '#organisations/contracts';
import type { MembershipCommand, OrganisationCommand } from '#organisations/domain';
import type { Database, Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import { resultOf, retryOf, type Giver } from './giver.ts';
import { membershipAggregate } from './membership-aggregate.ts';
import { organisationAggregate } from './organisation-aggregate.ts';

type Result = Promise<Outcome<OrganisationCommandResult>>;

const mostNamesakes = 200;

/** The first free address made from a name. Another call may take it first: the door then refuses, and a retry helps. */
export async function freeSlug(queries: Queries, name: string): Promise<string> {
  const wanted = slugOf(name, 'organisation');
  const candidates = Array.from({ length: mostNamesakes }, (_, index) => numberedSlug(wanted, index + 1));
  const rows = await queries.rows<{ slug: string }>('select slug from organisation where slug = any($1::text[])', [
    candidates,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.find((candidate) => !taken.has(candidate)) ?? wanted;
}

/** Commands about organisations and their members, from what a client sends to what the door takes. */
export class OrganisationCommands {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** Registers an organisation as a member of this installation. */
  async register(giver: Giver, body: RegisterOrganisationBody): Result {
    const { actingFor: _, kind, slug: wanted, ...profile } = body;
    const id = this.newId();
    const slug = wanted ?? (await freeSlug(this.database, profile.name));
    const command = { type: 'register-organisation', id, slug, kind, standing: 'member', profile } as const;
    const retry = retryOf(giver, { path: 'register-organisation', body });
    const outcome = await this.door.execute(organisationAggregate, giver.actor, { ...retry, id, command });
    if (!outcome.ok) return outcome;
    const [row] = await this.database.rows<{ slug: string }>('select slug from organisation where id = $1', [
      outcome.value.id,
    ]);
    return accepted({ id: outcome.value.id, slug: row?.slug ?? slug, revision: outcome.value.revision });
  }

  describe(giver: Giver, id: string, body: DescribeOrganisationBody): Result {
    const { revision, actingFor: _, kind, nation, ...profile } = body;
    return this.toOrganisation(giver, id, revision, { type: 'describe-organisation', kind, nation, profile });
  }

  claim(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toOrganisation(giver, id, revision, { type: 'claim-organisation' });
  }

  verify(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toOrganisation(giver, id, revision, { type: 'verify-organisation' });
  }

  withdrawVerification(giver: Giver, id: string, { revision, reason }: WithdrawVerificationBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'withdraw-verification', reason });
  }

  addUnit(giver: Giver, id: string, body: AddUnitBody): Result {
    const { revision, name } = body;
    return this.toOrganisation(giver, id, revision, { type: 'add-unit', unit: this.newId(), name });
  }

  renameUnit(giver: Giver, id: string, { revision, unit, name }: RenameUnitBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'rename-unit', unit, name });
  }

  closeUnit(giver: Giver, id: string, { revision, unit }: CloseUnitBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'close-unit', unit });
  }

  fillProfile(giver: Giver, id: string, { revision, profile }: FillProfileBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'fill-profile', profile });
  }

  joinBoard(giver: Giver, id: string, { revision, board }: BoardBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'join-board', board });
  }

  leaveBoard(giver: Giver, id: string, { revision, board }: BoardBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'leave-board', board });
  }

  /** Gives a person a place in the organisation. */
  async grantMembership(giver: Giver, organisation: string, body: GrantMembershipBody): Result {
    if (!isUuid(organisation)) return refused(unseen);
    const id = this.newId();
    const { person, unit, roles } = body;
    const command = { type: 'grant-membership', id, organisation, person, unit, roles } as const;
    const retry = retryOf(giver, { path: 'grant-membership', organisation, body });
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, { ...retry, id, command }));
  }

  setRoles(giver: Giver, id: string, { revision, roles, unit }: SetRolesBody): Result {
    return this.toMembership(giver, id, revision, { type: 'set-roles', roles, unit });
  }

  endMembership(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toMembership(giver, id, revision, { type: 'end-membership' });
  }

  private newId(): string {
    return uuidv7(this.clock.now().getTime());
  }

  private async toOrganisation(giver: Giver, id: string, revision: number, command: OrganisationCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const retry = retryOf(giver, { id, revision, command: withoutNewUnit(command) });
    return resultOf(await this.door.execute(organisationAggregate, giver.actor, { ...retry, id, revision, command }));
  }

  private async toMembership(giver: Giver, id: string, revision: number, command: MembershipCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const retry = retryOf(giver, { id, revision, command });
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, { ...retry, id, revision, command }));
  }
}

const withoutNewUnit = (command: OrganisationCommand): object =>
  command.type === 'add-unit' ? { ...command, unit: null } : command;
